package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aiquant.engine.shadow.LedgerReplay;
import aiquant.engine.shadow.LedgerTrades;
import aiquant.engine.shadow.TradeComparison;
import aiquant.engine.shadow.TradeComparison.Verdict;
import aiquant.engine.shadow.TradeLine;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Paper filled at quotes, on ticks and lots, against a replay of the same candles.
class PaperOnQuotesTest {
    private static final List<CandleSeries> CANDLES = Markets.generated(42, 500);

    @TempDir
    Path folder;

    @Test
    void decidesAsTheReplayUntilTheBooksHaveParted() throws Exception {
        try (QuoteRun run = open("0.0002").run(_ -> false)) {
            LedgerTrades ledger = run.trades();
            TradeComparison comparison = LedgerReplay.compare(ledger, Lively.params(), CANDLES);

            assertThat(comparison.agreeing()).as(comparison.lines().toString()).isGreaterThan(15);
            assertThat(comparison.verdict()).isNotEqualTo(Verdict.DIFFERENT);
            assertThat(comparison.size()).isPresent();
            assertTradesOnStepsAndBooksAgree(run, ledger);
        }
    }

    private static void assertTradesOnStepsAndBooksAgree(QuoteRun run, LedgerTrades ledger) {
        for (TradeLine trade : ledger.trades()) {
            assertThat(BigDecimal.valueOf(trade.size()).stripTrailingZeros().scale())
                    .as(trade.toString())
                    .isLessThanOrEqualTo(2);
        }
        for (CandleSeries series : CANDLES) {
            Symbol symbol = series.symbol();
            double held = run.engine.book().portfolio().quantity(symbol).abs().toDouble();
            assertThat(run.engine
                            .book()
                            .state()
                            .position(symbol)
                            .map(one -> one.size)
                            .orElse(0.0))
                    .as(symbol.name())
                    .isCloseTo(held, within(1e-9));
        }
    }

    @Test
    void endsAsIfUndisturbedWhenItIsCutOffWhileOrdersAreUnderWay() throws Exception {
        List<TradeLine> undisturbed;
        try (QuoteRun run = open("0.0002").run(_ -> false)) {
            undisturbed = run.trades().trades();
        }
        Path file = folder.resolve("cut.db");
        int cuts = 0;
        long untilMs = CANDLES.getFirst().openTimeMs()[100];
        boolean wasCut = true;
        while (wasCut) {
            long fromMs = untilMs;
            try (QuoteRun run = open(file, "0.0002")
                    .run(one -> one.engine.book().orders().hasOpen()
                            && one.engine.book().lastDecidedMs() >= fromMs)) {
                wasCut = run.engine.book().orders().hasOpen();
                cuts += wasCut ? 1 : 0;
                untilMs = run.engine.book().lastDecidedMs() + 20 * Interval.H1.lengthMs();
            }
        }

        try (QuoteRun run = open(file, "0.0002")) {
            assertThat(cuts).isGreaterThan(8);
            assertThat(run.trades().trades()).isEqualTo(undisturbed);
            assertThat(Collections.frequency(run.kinds(), "FillBooked")).isEqualTo(undisturbed.size());
            assertThat(Collections.frequency(run.kinds(), "OrderCreated")).isEqualTo(undisturbed.size());
        }
    }

    private QuoteRun open(String halfSpread) {
        return open(folder.resolve("quotes.db"), halfSpread);
    }

    private static QuoteRun open(Path file, String halfSpread) {
        return new QuoteRun(file, Lively.params(), CANDLES, Lively.LOOKBACK, halfSpread);
    }
}
