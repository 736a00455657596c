package aiquant.engine.research;

import aiquant.kernel.sweep.Outcome;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.List;

/// Where a sweep stands: a batch under way, the next one drawn already, the best so far.
///
/// @param drawn       trials drawn so far
/// @param outputBytes length of the output so far, where every row is written as it comes
/// @param current     the batch under way
/// @param outcomes    of its first trials, as many as are done
/// @param next        the batch after it
/// @param kept        the best results so far
/// @param sampler     what the sampler has learned, in its own form
record SweepState(
        long drawn,
        long outputBytes,
        List<Trial> current,
        List<Outcome> outcomes,
        List<Trial> next,
        List<TrialResult> kept,
        byte[] sampler) {

    SweepState {
        current = List.copyOf(current);
        outcomes = List.copyOf(outcomes);
        next = List.copyOf(next);
        kept = List.copyOf(kept);
    }

    /// Trials whose results are known.
    long done() {
        return drawn - next.size() - current.size() + outcomes.size();
    }
}
