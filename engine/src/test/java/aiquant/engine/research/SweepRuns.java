package aiquant.engine.research;

import aiquant.config.Environment;
import aiquant.config.Selection;
import aiquant.config.Setting;
import aiquant.engine.research.SweepRequest.Checks;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Sweeps over a small generated market whose files lie in one folder.
///
/// The clock of a sweep jumps six seconds at every look, so that a checkpoint is due at about every second chance.
record SweepRuns(Path folder, Path config, Path spec) {

    private static final long START_MS = 1_735_689_600_000L; // 2025-01-01
    private static final int BARS = 260;

    /// Four axes, and two of which the second varies only where the first is on.
    static final String SPEC = """
            lookback: 40
            axes:
              - {path: trade.sl_atr_mult, values: [1, 1.5, 2, 3]}
              - {path: trade.tp_atr_mult, values: [2, 3, 4, 6]}
              - {path: indicators.ema_fast_window, values: [5, 8, 12]}
              - {path: trade.allocation_pct, values: [0.05, 0.1, 0.2]}
              - {path: trade.enable_partial_tp, values: [0, 1]}
              - {path: trade.tp_partial_pct, values: [0.25, 0.5, 0.75], gate: {path: trade.enable_partial_tp, eq: 1}}
            """;

    static final int COMBINATIONS = 4 * 4 * 3 * 3 * (1 + 3);

    private static final String LIVELY = """
            global:
              trade: {entry_min_confidence: low, reentry_cooldown_minutes: 0, tp_partial_atr_mult: 1.0}
              filters:
                enable_ranging_filter: false
                enable_anomaly_filter: false
                enable_extension_filter: false
                require_adx_rising: false
                require_btc_alignment: false
                require_macro_alignment: false
              thresholds: {entry: {min_adx: 10.0, enable_pullback_entries: true}}
            """;

    static SweepRuns in(Path folder) throws IOException {
        Path candles = Files.createDirectories(folder.resolve("candles"));
        List<Symbol> symbols = List.of(new Symbol("BTC"), new Symbol("ETH"));
        for (CandleSeries series : new MarketGenerator(7, symbols, START_MS, Interval.H1).history(BARS)) {
            StringBuilder text = new StringBuilder("symbol,interval,t_open_ms,open,high,low,close,volume\n");
            for (int i = 0; i < series.size(); i++) {
                text.append(series.symbol()).append(",1h,").append(series.openTimeMs()[i]);
                text.append(',').append(series.open()[i]).append(',').append(series.high()[i]);
                text.append(',').append(series.low()[i]).append(',').append(series.close()[i]);
                text.append(',').append(series.volume()[i]).append('\n');
            }
            Files.writeString(candles.resolve(series.symbol() + ".csv"), text);
        }
        SweepRuns runs = new SweepRuns(folder, folder.resolve("strategy.yaml"), folder.resolve("sweep.yaml"));
        Files.writeString(runs.config, LIVELY);
        Files.writeString(runs.spec, SPEC);
        return runs;
    }

    SweepRequest request(String output) {
        return new SweepRequest(
                data(10_000),
                spec,
                new Method.Grid(),
                folder.resolve(output),
                OutputMode.CANDIDATE,
                50_000,
                1,
                false,
                Checks.NONE);
    }

    /// A replay of one combination.
    ReplayRequest replay(JsonNode overrides) {
        Selection selection = Selection.GLOBAL;
        for (Map.Entry<String, JsonNode> override : overrides.properties()) {
            selection = selection.with(
                    new Setting(override.getKey(), override.getValue().asText()));
        }
        return data(10_000, selection, 40);
    }

    ReplayRequest data(double balance) {
        return data(balance, Selection.GLOBAL, 200);
    }

    private ReplayRequest data(double balance, Selection selection, int lookback) {
        return new ReplayRequest(
                Optional.of(config),
                selection,
                List.of(folder.resolve("candles").toString()),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                true,
                balance,
                lookback,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    static SweepRequest with(SweepRequest r, Method method, OutputMode mode, int topK, int threads) {
        return new SweepRequest(r.data(), r.spec(), method, r.output(), mode, topK, threads, r.resume(), r.checks());
    }

    static SweepRequest resumed(SweepRequest r) {
        return new SweepRequest(
                r.data(), r.spec(), r.method(), r.output(), r.mode(), r.topK(), r.threads(), true, r.checks());
    }

    static SweepOutcome run(SweepRequest request) throws IOException {
        return run(request, () -> false);
    }

    static SweepOutcome run(SweepRequest request, BooleanSupplier isCancelled) throws IOException {
        AtomicLong clock = new AtomicLong();
        return new SweepJob(
                        request,
                        new Environment(Map.of()),
                        "test",
                        () -> clock.addAndGet(TimeUnit.SECONDS.toNanos(6)),
                        SweepRunners.PROCESSOR)
                .run(isCancelled);
    }

    static List<String> lines(SweepRequest request) throws IOException {
        return Files.readAllLines(request.output());
    }
}
