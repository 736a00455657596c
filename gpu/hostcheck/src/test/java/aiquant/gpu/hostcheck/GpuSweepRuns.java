package aiquant.gpu.hostcheck;

import aiquant.config.Environment;
import aiquant.config.Selection;
import aiquant.engine.research.ReplayRequest;
import aiquant.engine.research.SweepJob;
import aiquant.engine.research.SweepOutcome;
import aiquant.engine.research.SweepRequest;
import aiquant.engine.research.SweepRequest.Checks;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import aiquant.engine.research.SweepRunners;
import aiquant.gpu.GpuSweeps;
import aiquant.gpu.SweepSettings;
import aiquant.kernel.backtest.RandomMarket;
import aiquant.kernel.market.CandleSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Sweeps over a small made-up market, on the processor and on stand-in cards; all files lie in one folder.
///
/// @param finer whether exits and entries are decided on finer candles, and one symbol has parameters of its own
record GpuSweepRuns(Path folder, boolean finer) {
    private static final int BARS = 260;

    /// Indicators, thresholds and trade parameters vary, so that trials are sorted into another order.
    private static final String SPEC = """
            lookback: 40
            axes:
              - {path: trade.sl_atr_mult, values: [1, 1.5, 2, 3]}
              - {path: trade.tp_atr_mult, values: [2, 3, 4, 6]}
              - {path: indicators.ema_fast_window, values: [5, 8, 12]}
              - {path: indicators.ema_slow_window, values: [20, 34]}
              - {path: thresholds.entry.min_adx, values: [8, 14]}
              - {path: trade.enable_partial_tp, values: [0, 1]}
              - {path: trade.tp_partial_pct, values: [0.25, 0.5], gate: {path: trade.enable_partial_tp, eq: 1}}
            """;

    static final int COMBINATIONS = 4 * 4 * 3 * 2 * 2 * (1 + 2);

    private static final String LIVELY = """
            global:
              engine: {interval: 1h}
              trade: {entry_min_confidence: low, reentry_cooldown_minutes: 0, tp_partial_atr_mult: 1.0}
              filters:
                enable_ranging_filter: false
                enable_anomaly_filter: false
                enable_extension_filter: false
                require_adx_rising: false
                require_btc_alignment: false
                require_macro_alignment: false
              thresholds: {entry: {enable_pullback_entries: true}}
            symbols:
              ETH: {trade: {leverage: 2.0}, indicators: {rsi_window: 9}}
            """;

    private static final String FINER = "{interval: 1h, exit_interval: 15m, entry_interval: 15m}";

    static GpuSweepRuns in(Path folder, boolean finer) throws IOException {
        RandomMarket market = new RandomMarket(7);
        write(folder.resolve("main"), "1h", market.hourly(BARS));
        write(folder.resolve("finer"), "15m", market.quarterly(BARS));
        GpuSweepRuns runs = new GpuSweepRuns(folder, finer);
        Files.writeString(folder.resolve("strategy.yaml"), finer ? LIVELY.replace("{interval: 1h}", FINER) : LIVELY);
        Files.writeString(folder.resolve("sweep.yaml"), SPEC);
        return runs;
    }

    private static void write(Path folder, String interval, List<CandleSeries> candles) throws IOException {
        Files.createDirectories(folder);
        for (CandleSeries series : candles) {
            StringBuilder text = new StringBuilder("symbol,interval,t_open_ms,open,high,low,close,volume\n");
            for (int i = 0; i < series.size(); i++) {
                text.append(series.symbol()).append(',').append(interval).append(',');
                text.append(series.openTimeMs()[i]);
                text.append(',').append(series.open()[i]).append(',').append(series.high()[i]);
                text.append(',').append(series.low()[i]).append(',').append(series.close()[i]);
                text.append(',').append(series.volume()[i]).append('\n');
            }
            Files.writeString(folder.resolve(series.symbol() + ".csv"), text);
        }
    }

    /// The grid; every row is written.
    SweepRequest request(String output) {
        return new SweepRequest(
                data(),
                folder.resolve("sweep.yaml"),
                new Method.Grid(),
                folder.resolve(output),
                OutputMode.CANDIDATE,
                0,
                2,
                false,
                Checks.NONE);
    }

    private ReplayRequest data() {
        List<String> fine = finer ? List.of(folder.resolve("finer").toString()) : List.of();
        return new ReplayRequest(
                Optional.of(folder.resolve("strategy.yaml")),
                Selection.GLOBAL,
                List.of(folder.resolve("main").toString()),
                fine,
                fine,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                finer,
                OptionalLong.empty(),
                OptionalLong.empty(),
                true,
                10_000,
                200,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    static SweepRequest with(SweepRequest r, Method method, OutputMode mode, int topK) {
        return new SweepRequest(
                r.data(), r.spec(), method, r.output(), mode, topK, r.threads(), r.resume(), r.checks());
    }

    static SweepRequest resumed(SweepRequest r) {
        return new SweepRequest(
                r.data(), r.spec(), r.method(), r.output(), r.mode(), r.topK(), r.threads(), true, r.checks());
    }

    /// Small batches, few results checked, no test of arithmetic before.
    static SweepSettings settings() {
        return new SweepSettings(150, OptionalLong.empty(), OptionalInt.empty(), 5, 2, false);
    }

    /// On every card of the stand-in.
    static SweepRunners cards(SweepSettings settings) {
        GpuSweeps cards = GpuSweeps.of(List.of(), settings);
        return cards::runner;
    }

    SweepOutcome onProcessor(SweepRequest request) throws IOException {
        return run(request, SweepRunners.PROCESSOR, () -> false);
    }

    SweepOutcome onCards(SweepRequest request, SweepSettings settings) throws IOException {
        return run(request, cards(settings), () -> false);
    }

    /// The clock jumps six seconds at every look, so that a checkpoint is due at about every second chance.
    SweepOutcome run(SweepRequest request, SweepRunners runners, BooleanSupplier isCancelled) throws IOException {
        AtomicLong clock = new AtomicLong();
        return new SweepJob(request, environment(), "test", () -> clock.addAndGet(TimeUnit.SECONDS.toNanos(6)), runners)
                .run(isCancelled);
    }

    Environment environment() {
        return new Environment(
                Map.of("AI_QUANT_DATA_DIR", folder.resolve("data").toString()));
    }
}
