package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSummaryTest {

    @Test
    void saysWhatRanAndWhatCameOfIt() {
        RunFacts facts = new RunFacts(
                List.of("1h candles: candles_1h.db", "funding: funding.db"),
                "built-in defaults",
                "replay",
                "abc123",
                Interval.H1,
                1,
                8_760,
                17_520,
                1_735_689_600_000L,
                1_767_222_000_000L,
                Duration.ofMillis(250));

        String summary = TextSummary.of(Samples.small(Double.POSITIVE_INFINITY).report(), facts);

        // 17,520 symbol-bars in a quarter of a second are 70,080 a second.
        assertThat(summary).isEqualTo("""
                        Data            1h candles: candles_1h.db
                                        funding: funding.db
                        Period          2025-01-01 00:00 to 2025-12-31 23:00 UTC
                        Bars            8,760 of 1h, 1 symbol
                        Configuration   built-in defaults (replay)
                        Fingerprint     abc123
                        Run time        0.25 s, 70 k symbol-bars/s

                        Balance         1,000.00 -> 1,019.00 USD
                        Profit and loss +19.00 USD (+1.90 %, after fees and funding)
                        Fees            1.00 USD
                        Trades          1 (1 won, 0 lost), win rate 100.00 %
                        Per trade       +20.00, winners +20.00, losers 0.00 USD
                        Profit factor   ∞
                        Sharpe          0.00
                        Max drawdown    0.50 USD (0.05 %)

                        Symbols                      trades  win rate         net USD
                          BTC                             1  100.00 %          +19.00

                        Exits                        trades  win rate             USD
                          Take Profit                     1  100.00 %          +20.00
                        """);
    }

    @Test
    void showsTheBestAndTheWorstOfManySymbols() {
        String summary = TextSummary.of(SampleReplay.result().report(), SampleReplay.facts());

        assertThat(summary).contains("Best symbols", "Worst symbols");
        assertThat(summary.lines().filter(line -> line.startsWith("  "))).allMatch(line -> line.length() < 80);
    }
}
