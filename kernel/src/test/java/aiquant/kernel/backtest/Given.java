package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.Pipeline;
import aiquant.kernel.strategy.RuntimeSettings;
import aiquant.kernel.strategy.StrategyParams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Small markets and a strategy without scruples, so that a test can say on which bar it trades.
final class Given {
    static final long HOUR = 3_600_000L;

    private Given() {}

    /// Buys as soon as the close is above the fast average and that above the slow one, sells short below; from the
    /// second bar on, with 3 % of equity and leverage 1, without slippage; leaves only at a stop far away.
    static StrategyParams eager() {
        StrategyParams params = StrategyParams.defaults();
        for (String off : List.of(
                "filters.enable_ranging_filter",
                "filters.enable_anomaly_filter",
                "filters.enable_extension_filter",
                "filters.require_adx_rising",
                "filters.use_stoch_rsi_filter",
                "filters.require_btc_alignment",
                "thresholds.entry.min_adx",
                "thresholds.entry.ave_enabled",
                "thresholds.tp_and_momentum.rsi_long_weak",
                "thresholds.tp_and_momentum.rsi_long_strong",
                "trade.entry_min_confidence",
                "trade.enable_ssf_filter",
                "trade.enable_reef_filter",
                "trade.enable_dynamic_sizing",
                "trade.enable_pyramiding",
                "trade.reentry_cooldown_minutes",
                "trade.entry_cooldown_s",
                "trade.exit_cooldown_s",
                "trade.min_atr_pct",
                "trade.slippage_bps")) {
            params = params.with(off, 0);
        }
        params = params.with("indicators.adx_window", 1)
                .with("thresholds.tp_and_momentum.rsi_short_weak", 101)
                .with("thresholds.tp_and_momentum.rsi_short_strong", 101)
                .with("thresholds.entry.macd_hist_entry_mode", 2)
                .with("trade.leverage_low", 1)
                .with("trade.leverage_medium", 1)
                .with("trade.leverage_high", 1)
                .with("trade.sl_atr_mult", 1e6);
        return exits(params, "exit.stop_loss.base");
    }

    /// The same strategy with only these exits, in this order.
    static StrategyParams exits(StrategyParams params, String... ids) {
        return profile(params, "exits", new Pipeline.Behaviours(List.of(ids), List.of(ids), List.of()));
    }

    /// The same strategy under a profile of its own that changes one group.
    static StrategyParams profile(StrategyParams p, String group, Pipeline.Behaviours lists) {
        Pipeline pipeline = new Pipeline(
                "mine",
                Map.of("mine", new Pipeline.Profile("", List.of(), List.of(), List.of(), Map.of(group, lists))));
        return new StrategyParams(
                p.trade(),
                p.indicators(),
                p.filters(),
                p.marketRegime(),
                p.thresholds(),
                p.engine(),
                new RuntimeSettings("", "sqlite", "sqlite"),
                pipeline);
    }

    static StrategyParams withIntervals(StrategyParams params, String entry, String exit, boolean isAtCloseOnly) {
        return params.withEngine(new EngineSettings("1h", entry, exit, 60, isAtCloseOnly));
    }

    /// Hourly bars from hour `first` on with these closes; each bar opens where the one before closed.
    static CandleSeries hourly(String symbol, int first, double... closes) {
        return series(symbol, Interval.H1, first * HOUR, closes);
    }

    static CandleSeries series(String symbol, Interval interval, long fromMs, double... closes) {
        long[] times = new long[closes.length];
        double[] opens = new double[closes.length];
        double[] highs = new double[closes.length];
        double[] lows = new double[closes.length];
        double[] volumes = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            times[i] = fromMs + i * interval.lengthMs();
            opens[i] = i == 0 ? closes[i] : closes[i - 1];
            highs[i] = Math.max(opens[i], closes[i]);
            lows[i] = Math.min(opens[i], closes[i]);
            volumes[i] = 100.0;
        }
        return new CandleSeries(new Symbol(symbol), interval, times, opens, highs, lows, closes, volumes);
    }

    static BacktestInput input(StrategyParams params, CandleSeries... candles) {
        return BacktestInput.of(params, List.of(candles), 10_000.0, 1);
    }

    static BacktestInput startingFrom(BacktestInput input, InitialState state) {
        return new BacktestInput(
                input.params(),
                input.candles(),
                input.exitCandles(),
                input.entryCandles(),
                input.funding(),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                input.toMs(),
                Optional.of(state));
    }

    static BacktestInput between(BacktestInput input, long fromMs, long toMs) {
        return new BacktestInput(
                input.params(),
                input.candles(),
                input.exitCandles(),
                input.entryCandles(),
                input.funding(),
                input.initialBalance(),
                input.lookback(),
                fromMs,
                toMs,
                input.initialState());
    }

    /// A book of 10,000 USD that is long ten units of one symbol since time 0.
    static InitialState longFrom(String symbol, double entry) {
        return new InitialState(
                10_000,
                List.of(new InitialState.OpenPosition(
                        new Symbol(symbol),
                        true,
                        10.0,
                        entry,
                        1.0,
                        Confidence.HIGH,
                        1.0,
                        500.0,
                        OptionalDouble.empty(),
                        0,
                        false,
                        0,
                        0,
                        0.0)),
                Map.of(),
                Map.of());
    }

    static List<String> actions(BacktestResult result) {
        return result.trades().stream()
                .map(trade -> trade.timeMs() / HOUR + " " + trade.symbol() + " " + trade.action())
                .toList();
    }

    static double[] steps(double first, double step, int count) {
        double[] closes = new double[count];
        Arrays.setAll(closes, i -> first + i * step);
        return closes;
    }
}
