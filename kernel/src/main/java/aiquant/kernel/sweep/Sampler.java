package aiquant.kernel.sweep;

import java.util.List;

/// Chooses configurations. Depends on its seed and on what it was told, never on time or threads. Not thread-safe.
public interface Sampler {

    /// The next trials, at most `count`; none when there are no more. Indexes go on from the trial before.
    List<Trial> next(int count);

    /// What became of trials drawn before, in their order.
    void told(List<Trial> trials, List<Outcome> outcomes);
}
