package aiquant.engine.research;

import aiquant.kernel.sweep.TrialResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A sweep that has ended, complete or cut short.
///
/// @param best           the best results, best first
/// @param overrides      a result's values by path
/// @param done           trials evaluated
/// @param trials         trials there would have been
/// @param symbolBars     bars one trial goes through
/// @param distinctSeries indicator series that were computed
/// @param uninformed     trials drawn before any result was known, where the sampler learns
/// @param output         the file with the rows, or where its beginning lies if the sweep was cut short
/// @param notices        one line each
public record SweepOutcome(
        List<TrialResult> best,
        Function<TrialResult, Map<String, Double>> overrides,
        long done,
        long trials,
        long symbolBars,
        long distinctSeries,
        long uninformed,
        Path output,
        List<String> notices) {

    public SweepOutcome {
        best = List.copyOf(best);
        notices = List.copyOf(notices);
    }

    public boolean isComplete() {
        return done == trials;
    }
}
