package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SignalTableTest {
    private static final int BARS = 240;

    @Property(tries = 150)
    void holdsWhatTheRulesSayRowByRow(
            @ForAll long seed, @ForAll @IntRange(max = 60) int lookback, @ForAll boolean hasBadPrices) {
        RandomMarket random = new RandomMarket(seed);
        List<CandleSeries> candles = random.hourly(BARS);
        if (hasBadPrices) {
            candles.forEach(series -> spoil(series, new Random(seed)));
        }
        StrategyParams params = random.strategy();
        BacktestData data = data(params, candles, lookback);
        Strategies strategies = Strategies.of(params, Map.of(), Optional.empty());
        Lineup lineup = new Lineup(strategies, data.market());
        MarketFrames frames = new MarketFrames(new SeriesCache(data.market(), Long.MAX_VALUE), strategies);

        SignalTable table = new SignalTable(frames, lineup, data, new SignalScan());

        long[] counts = new long[GateCount.PLACES];
        table.addCounts(counts);
        long[] expected = new long[GateCount.PLACES];
        assertThat(said(table, data)).isEqualTo(rowByRow(frames, lineup, data, expected));
        assertThat(counts).containsExactly(expected);
    }

    private static BacktestData data(StrategyParams params, List<CandleSeries> candles, int lookback) {
        return new BacktestData(new BacktestInput(
                params,
                candles,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                10_000.0,
                lookback,
                20 * Given.HOUR,
                (BARS - 7) * Given.HOUR,
                Optional.empty()));
    }

    private static void spoil(CandleSeries series, Random random) {
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, 0.0, -1.0};
        for (int i = 0; i < 4; i++) {
            double[] column = random.nextBoolean() ? series.close() : series.high();
            column[random.nextInt(series.size())] = bad[random.nextInt(bad.length)];
        }
    }

    private static List<String> said(SignalTable table, BacktestData data) {
        Market market = data.market();
        List<String> said = new ArrayList<>();
        Signal signal = new Signal();
        for (int i = 0; i < table.size(); i++) {
            int row = table.row(i);
            int symbol = market.symbolOfRow(row);
            table.load(i, signal);
            assertThat(table.find(market.barOfRow(row), symbol)).isEqualTo(i);
            said.add(text(row, signal));
        }
        for (int bar = data.firstBar(); bar < data.endBar(); bar++) {
            for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
                boolean isMarked = (table.mask(bar, 0) & 1L << symbol) != 0;
                assertThat(table.find(bar, symbol) >= 0).isEqualTo(isMarked);
            }
        }
        return said;
    }

    private static List<String> rowByRow(MarketFrames frames, Lineup lineup, BacktestData data, long[] counts) {
        Market market = data.market();
        List<String> said = new ArrayList<>();
        IndicatorSnapshot s = new IndicatorSnapshot();
        Signal signal = new Signal();
        for (int bar = data.firstBar(); bar < data.endBar(); bar++) {
            for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
                int row = market.row(bar, symbol);
                if (row < market.firstRow(symbol) + data.lookback() - 1 || row < 0) {
                    continue;
                }
                frames.load(row, symbol, s);
                MainBar.signal(
                        lineup.rules(symbol),
                        s,
                        market.isBtc(symbol),
                        frames.btc(bar),
                        s.emaSlowSlope,
                        new GateResult(),
                        signal,
                        counts);
                if (signal.side != 0) {
                    said.add(text(row, signal));
                }
            }
        }
        return said;
    }

    private static String text(int row, Signal signal) {
        return String.join(
                " ",
                Arrays.asList(
                        String.valueOf(row),
                        String.valueOf(signal.side),
                        String.valueOf(signal.confidence),
                        String.valueOf(signal.adxThreshold)));
    }
}
