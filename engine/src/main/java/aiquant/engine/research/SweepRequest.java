package aiquant.engine.research;

import java.nio.file.Path;

/// One sweep as a person asks for it.
///
/// @param data    what every trial runs on; an initial state is never used, and the file says the lookback
/// @param spec    the sweep file
/// @param method  how configurations are chosen
/// @param output  JSON lines; a checkpoint lies beside it while the sweep runs
/// @param topK    how many of the best rows the file gets; 0 means all, in the order of their numbers
/// @param threads how many workers
/// @param resume  whether to go on from the checkpoint
/// @param checks  whether to write how each axis's first value was taken; `strict` refuses a failed one
public record SweepRequest(
        ReplayRequest data,
        Path spec,
        Method method,
        Path output,
        OutputMode mode,
        int topK,
        int threads,
        boolean resume,
        Checks checks) {

    public enum OutputMode {
        FULL,
        CANDIDATE
    }

    public enum Checks {
        NONE,
        VERIFY,
        STRICT
    }

    /// How configurations are chosen.
    public sealed interface Method {

        /// Every combination.
        record Grid() implements Method {}

        /// Independent draws.
        record Random(long trials, long seed) implements Method {}

        /// Tree-structured Parzen estimators; a batch is drawn after the results of the one before the last.
        record Tpe(long trials, int batch, long seed) implements Method {

            /// The batch size where none is asked for.
            public static int defaultBatch(long trials) {
                return (int) Math.min(32_768, Math.max(256, trials / 20));
            }
        }
    }

    public SweepRequest {
        if (topK < 0) {
            throw new IllegalArgumentException("--sweep-top-k must not be negative: " + topK);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("--threads must be at least 1: " + threads);
        }
    }
}
