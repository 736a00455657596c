package aiquant.gpu;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// A small made-up market with finer bars and funding, and configurations that trade on it often: always the same.
final class SampleSweep {
    private static final int HOURS = 250;
    private static final int LOOKBACK = 60;
    private static final long SEED = 20_250_102;
    private static final List<String> SYMBOLS = List.of("BTC", "ETH", "PAXG");

    /// What is left of the defaults rarely trades with these.
    private static final List<String> OFF = List.of(
            "filters.enable_ranging_filter",
            "filters.require_adx_rising",
            "filters.require_btc_alignment",
            "filters.use_stoch_rsi_filter",
            "trade.enable_ssf_filter",
            "trade.entry_min_confidence");

    private static final List<Axis> AXES = List.of(
            axis("trade.sl_atr_mult", 0.8, 1.5, 2.5),
            axis("trade.tp_atr_mult", 1.5, 3.0, 6.0),
            axis("trade.leverage", 2, 5),
            axis("trade.trailing_start_atr", 0.5, 1.2),
            axis("trade.max_open_positions", 1, 3),
            axis("trade.enable_pyramiding", 0, 1),
            axis("trade.enable_partial_tp", 0, 1),
            axis("trade.reverse_entry_signal", 0, 1),
            axis("market_regime.enable_auto_reverse", 0, 1),
            axis("indicators.ema_fast_window", 5, 12),
            axis("indicators.atr_window", 7, 14),
            axis("thresholds.entry.min_adx", 5, 15, 22),
            axis("thresholds.entry.macd_hist_entry_mode", 0, 1, 2),
            axis("thresholds.entry.enable_pullback_entries", 0, 1),
            axis("thresholds.entry.enable_slow_drift_entries", 0, 1));

    private final Random random = new Random(SEED);

    private SampleSweep() {}

    private static Axis axis(String path, double... values) {
        return new Axis(path, values, Optional.empty());
    }

    static Sweep sweep() {
        StrategyParams base = StrategyParams.defaults();
        for (String path : OFF) {
            base = base.with(path, 0);
        }
        base = base.with("indicators.ema_slow_window", 30)
                .withEngine(new EngineSettings("1h", "15m", "15m", EngineSettings.DEFAULTS.loopTargetS(), false));
        return new Sweep(new BacktestData(new SampleSweep().market(base)), new ParameterSpace(AXES, base));
    }

    /// Any of the configurations.
    static List<Trial> trials(ParameterSpace space, int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(i -> space.trial(
                        i,
                        space.axes().stream()
                                .mapToDouble(axis -> axis.values()[random.nextInt(axis.values().length)])
                                .toArray()))
                .toList();
    }

    private BacktestInput market(StrategyParams base) {
        List<CandleSeries> quarters =
                SYMBOLS.stream().map(symbol -> walk(new Symbol(symbol))).toList();
        return new BacktestInput(
                base,
                quarters.stream().map(SampleSweep::hours).toList(),
                Optional.of(quarters),
                Optional.of(quarters),
                List.of(funding()),
                10_000.0,
                LOOKBACK,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty());
    }

    /// Trends that turn.
    private CandleSeries walk(Symbol symbol) {
        int bars = 4 * HOURS;
        long[] times = new long[bars];
        double[][] columns = new double[5][bars];
        double price = 100.0;
        double trend = 0.0;
        for (int i = 0; i < bars; i++) {
            trend = random.nextInt(100) == 0 ? random.nextGaussian() * 0.0015 : trend;
            double open = price;
            price = price * (1.0 + trend + random.nextGaussian() * 0.003);
            times[i] = i * Interval.M15.lengthMs();
            columns[0][i] = open;
            columns[1][i] = Math.max(open, price) * (1.0 + random.nextDouble() * 0.0015);
            columns[2][i] = Math.min(open, price) * (1.0 - random.nextDouble() * 0.0015);
            columns[3][i] = price;
            columns[4][i] = 500.0 + 1_000.0 * random.nextDouble();
        }
        return new CandleSeries(
                symbol, Interval.M15, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static CandleSeries hours(CandleSeries quarters) {
        long[] times = new long[HOURS];
        double[][] columns = new double[5][HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            int from = 4 * hour;
            times[hour] = quarters.openTimeMs()[from];
            columns[0][hour] = quarters.open()[from];
            columns[1][hour] =
                    Arrays.stream(quarters.high(), from, from + 4).max().orElseThrow();
            columns[2][hour] =
                    Arrays.stream(quarters.low(), from, from + 4).min().orElseThrow();
            columns[3][hour] = quarters.close()[from + 3];
            columns[4][hour] = Arrays.stream(quarters.volume(), from, from + 4).sum();
        }
        return new CandleSeries(
                quarters.symbol(), Interval.H1, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private FundingSeries funding() {
        int samples = HOURS / 8;
        long[] times = new long[samples];
        Arrays.setAll(times, i -> (i + 1) * (8 * Interval.H1.lengthMs()));
        return new FundingSeries(
                new Symbol("BTC"), times, random.doubles(samples, -1e-4, 1e-4).toArray());
    }
}
