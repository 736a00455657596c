package aiquant.headless.command;

import aiquant.engine.research.SweepRequest.Method;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which settings a search tries, and how it chooses them.
final class SamplerOptions {

    @Option(names = "--sweep-spec", paramLabel = "FILE", required = true, description = "Which settings vary, and how.")
    private Path spec = Path.of("");

    @Option(names = "--random", description = "Draw combinations at random instead of trying all.")
    private boolean random;

    @Option(
            names = "--random-trials",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Default: ${DEFAULT-VALUE}.")
    private long randomTrials;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Of --random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--tpe", description = "Learn from results where to look next (Parzen estimators).")
    private boolean tpe;

    @Option(names = "--tpe-trials", paramLabel = "N", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}.")
    private long tpeTrials;

    @Option(
            names = "--tpe-batch",
            paramLabel = "N",
            description = "Trials drawn at once. Default: a twentieth of all, at least 256, at most 32768.")
    private @Nullable Integer tpeBatch;

    @Option(names = "--tpe-seed", paramLabel = "N", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}.")
    private long tpeSeed;

    Path spec() {
        return spec;
    }

    Method method() {
        if (random && tpe) {
            throw new IllegalArgumentException("--random and --tpe exclude each other");
        }
        if (random) {
            return new Method.Random(positive("--random-trials", randomTrials), seed);
        }
        if (tpe) {
            int batch = tpeBatch == null ? Method.Tpe.defaultBatch(tpeTrials) : tpeBatch;
            return new Method.Tpe(positive("--tpe-trials", tpeTrials), (int) positive("--tpe-batch", batch), tpeSeed);
        }
        return new Method.Grid();
    }

    /// For people: `TPE, 5,000 trials`.
    String describe() {
        return switch (method()) {
            case Method.Grid() -> "grid: every combination";
            case Method.Random(long trials, long from) -> "random: " + trials + " trials, seed " + from;
            case Method.Tpe(long trials, int batch, long from) ->
                "TPE: " + trials + " trials in batches of " + batch + ", seed " + from;
        };
    }

    private static long positive(String option, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1: " + value);
        }
        return value;
    }
}
