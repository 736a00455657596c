package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.decision.DecisionTrace;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.decision.KernelEvent;
import aiquant.kernel.decision.Stepper;
import aiquant.kernel.decision.Stepper.Step;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.EngineSettings;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Why a replay did what it did: each decision that gave a signal, an order or a fill, in the order they were taken.
///
/// The candles go through the kernel once more, event by event, and every entry is written as it is found. A bar's
/// entry has its symbol, signal and gates; a round's has only orders, for its candidates compete across symbols. The
/// closes at the end of a backtest are no decisions and are not among them.
public final class DecisionDiagnostics {
    private static final String NO_SIGNAL = "NEUTRAL";

    private final BacktestInput input;
    private final Interval interval;

    private DecisionDiagnostics(BacktestInput input, Interval interval) {
        this.input = input;
        this.interval = interval;
    }

    /// @throws IllegalArgumentException if the replay uses what is not decided event by event: finer candles, funding,
    ///                                  an initial book
    public static DecisionDiagnostics of(BacktestInput input) {
        EngineSettings engine = input.params().engine();
        boolean hasFinerExits =
                input.exitCandles().isPresent() && !engine.exitInterval().equals(engine.interval());
        refuse(hasFinerExits || input.entryCandles().isPresent(), "exit or entry candles");
        refuse(!input.funding().isEmpty(), "funding");
        refuse(
                input.initialState()
                        .filter(state -> !state.positions().isEmpty()
                                || !state.lastEntryMs().isEmpty()
                                || !state.lastExitMs().isEmpty())
                        .isPresent(),
                "an initial book");
        refuse(!input.own().isEmpty(), "--per-symbol");
        return new DecisionDiagnostics(input, Interval.of(engine.interval()));
    }

    private static void refuse(boolean isUsed, String what) {
        if (isUsed) {
            throw new IllegalArgumentException(
                    "--diagnostics explains replays of main candles only; leave it out or replay without " + what);
        }
    }

    /// Writes the array.
    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        Stepper stepper = new Stepper(
                CompiledStrategy.of(input.params()),
                input.candles(),
                input.initialState().map(state -> state.balance()).orElse(input.initialBalance()),
                input.lookback(),
                input.fromMs(),
                input.toMs());
        for (Optional<Step> step = stepper.next(); step.isPresent(); step = stepper.next()) {
            if (didSomething(step.get())) {
                entry(json, step.get());
            }
        }
        json.writeEndArray();
    }

    private static boolean didSomething(Step step) {
        boolean hasSignal = step.decision()
                .trace()
                .filter(trace -> !trace.signal().equals(NO_SIGNAL))
                .isPresent();
        return hasSignal
                || !step.decision().intents().isEmpty()
                || !step.fills().isEmpty();
    }

    private void entry(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("event_id", step.event().id(interval));
        json.writeFieldName("fills");
        ReportJson.fills(json, step.fills());
        Optional<DecisionTrace> trace = step.decision().trace();
        if (trace.isPresent()) {
            gates(json, trace.get().checks());
        }
        intents(json, step.decision().intents());
        if (trace.isPresent()) {
            json.writeStringField("outcome", trace.get().outcome());
            json.writeStringField("signal", trace.get().signal());
        }
        if (step.event() instanceof KernelEvent.BarClosed bar) {
            json.writeStringField("symbol", bar.symbol().name());
        }
        json.writeNumberField("time", step.event().timeMs());
        json.writeEndObject();
    }

    private static void gates(JsonGenerator json, List<DecisionTrace.Check> checks) throws IOException {
        json.writeArrayFieldStart("gates");
        for (DecisionTrace.Check check : checks) {
            json.writeStartObject();
            json.writeStringField("name", check.name());
            json.writeStringField("outcome", check.passed() ? "passed" : "blocked");
            ReportJson.number(json, "threshold", check.threshold());
            ReportJson.number(json, "value", check.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void intents(JsonGenerator json, List<Intent> intents) throws IOException {
        json.writeArrayFieldStart("intents");
        for (Intent intent : intents) {
            json.writeStartObject();
            json.writeStringField("action", action(intent));
            ReportJson.number(json, "price", intent.price());
            json.writeStringField("reason", intent.reason());
            ReportJson.number(json, "size", intent.size());
            json.writeStringField("symbol", intent.symbol().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// As the trade log words it.
    private static String action(Intent intent) {
        String verb = switch (intent) {
            case Intent.Open _ -> "OPEN";
            case Intent.Add _ -> "ADD";
            case Intent.Reduce _ -> "REDUCE";
            case Intent.Close _ -> "CLOSE";
        };
        return verb + (intent.isLong() ? "_LONG" : "_SHORT");
    }
}
