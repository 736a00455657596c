package aiquant.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.LookAhead;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.FundingReader;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No strategy, however odd, decides on real candles by what comes later.
final class RealLookAheadTest {
    private static final List<String> SYMBOLS = List.of("BTC", "ETH", "SOL");
    private static final int BARS = 700;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void decidesAsIfTheLaterBarsDidNotExist(long seed) {
        Random random = new Random(seed);
        BacktestInput input = input(random);
        BacktestResult whole = Backtest.run(input);

        LookAhead lookAhead = new LookAhead(input, whole, Backtest::run);

        assertThat(whole.signals()).isNotEmpty();
        for (long cut : lookAhead.cuts(8)) {
            assertThat(lookAhead.at(cut)).isEmpty();
        }
    }

    private static BacktestInput input(Random random) {
        List<CandleSeries> main = candles("1h", Interval.H1, Long.MIN_VALUE, Long.MAX_VALUE);
        long[] times = main.getFirst().openTimeMs();
        int first = 200 + random.nextInt(Math.max(1, times.length - BARS - 200));
        long from = times[first];
        long to = times[Math.min(times.length, first + BARS) - 1];
        boolean hasExits = random.nextBoolean();
        boolean hasEntries = random.nextBoolean();
        Optional<List<CandleSeries>> finer = hasExits || hasEntries
                ? Optional.of(candles("15m", Interval.M15, from, to)).filter(all -> !all.isEmpty())
                : Optional.empty();
        StrategyParams params = strategy(random)
                .withEngine(new EngineSettings(
                        "1h", hasEntries ? "15m" : "", hasExits ? "15m" : "", 60, random.nextBoolean()));
        return new BacktestInput(
                params,
                main,
                hasExits ? finer : Optional.empty(),
                hasEntries ? finer : Optional.empty(),
                List.of(funding().getFirst()),
                10_000.0,
                100,
                from,
                to,
                Optional.empty());
    }

    private static StrategyParams strategy(Random random) {
        StrategyParams params = StrategyParams.defaults();
        for (Parameters.Parameter parameter : Parameters.all()) {
            double usual = Parameters.read(params, parameter.path());
            if (parameter.type() == double.class && random.nextInt(3) == 0) {
                params = params.with(parameter.path(), usual * (0.7 + random.nextDouble() * 0.6));
            }
        }
        return params.with("trade.entry_min_confidence", 0)
                .with("trade.adx_sizing_min_mult", Math.min(1.0, params.trade().adxSizingMinMult()))
                .with(
                        "trade.vol_scalar_min",
                        Math.min(params.trade().volScalarMin(), params.trade().volScalarMax()))
                .with("filters.enable_ranging_filter", 0);
    }

    private static List<CandleSeries> candles(String folder, Interval interval, long from, long to) {
        List<String> files = SYMBOLS.stream()
                .map(symbol -> Shared.require("data/candles/hyperliquid/" + folder + "/" + symbol + ".csv.gz")
                        .toString())
                .toList();
        return CandleReader.read(CandleQuery.of(files, interval)).series().stream()
                .map(series -> series.between(from, to))
                .toList();
    }

    private static List<FundingSeries> funding() {
        String file = Shared.require("data/funding/hyperliquid/BTC.csv.gz").toString();
        return FundingReader.read(List.of(file), Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
