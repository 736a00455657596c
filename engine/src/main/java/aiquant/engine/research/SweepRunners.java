package aiquant.engine.research;

import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.SweepRunner.Sweep;

/// What evaluates the trials of a sweep.
@FunctionalInterface
public interface SweepRunners {

    /// The processor alone.
    SweepRunners PROCESSOR = (sweep, processor) -> processor;

    /// @param processor evaluates on all cores; to be used for what another runner cannot do
    /// @return a runner, which the caller closes; may be `processor` itself
    SweepRunner over(Sweep sweep, CpuSweepRunner processor);
}
