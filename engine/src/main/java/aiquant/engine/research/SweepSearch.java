package aiquant.engine.research;

import aiquant.config.ConfigError;
import aiquant.config.SweepSpec;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.sweep.Outcome;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.Sampler;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Searches a training window as a sweep over the same file does: same trials in the same order, same results.
///
/// Every fold starts afresh with the same seed.
public final class SweepSearch implements InSampleSearch {

    private static final int CHUNK = 256;

    private final ParameterSpace space;
    private final SweepRequest.Method method;
    private final int threads;
    private final BooleanSupplier isCancelled;
    private final long trials;

    /// @throws ConfigError if a value of the file cannot run over the base configuration
    /// @throws IllegalArgumentException if there are more combinations than can be counted and all are asked for
    public SweepSearch(
            SweepSpec spec, SweepRequest.Method method, BacktestInput base, int threads, BooleanSupplier isCancelled) {
        check(spec, base);
        space = new ParameterSpace(spec.axes(), base.params(), base.own());
        this.method = method;
        this.threads = threads;
        this.isCancelled = isCancelled;
        trials = SweepPlan.of(method, space).trials();
    }

    /// What a sweep with this file runs on: its look-back, no initial state.
    public static BacktestInput input(ResearchData data, SweepSpec spec) {
        return SweepJob.withLookback(data.input(), spec.lookback());
    }

    /// @throws ConfigError if a value of the file cannot run over the configuration, a symbol's own included
    static void check(SweepSpec spec, BacktestInput base) {
        spec.check(base.params());
        base.own().values().forEach(own -> spec.check(Strategies.inBookOf(base.params(), own)));
    }

    /// How many there are in each fold.
    public long trials() {
        return trials;
    }

    @Override
    public void search(BacktestInput training, TrialTally tally) {
        SweepPlan plan = SweepPlan.of(method, space);
        Sampler sampler = plan.sampler();
        Sweep sweep = new Sweep(new BacktestData(training), space);
        try (CpuSweepRunner runner = new CpuSweepRunner(sweep, threads)) {
            List<Trial> current = sampler.next(plan.batch());
            List<Trial> next = sampler.next(plan.batch());
            while (!current.isEmpty()) {
                List<Outcome> outcomes = evaluate(runner, current, tally);
                if (outcomes.size() < current.size()) {
                    return;
                }
                sampler.told(current, outcomes);
                current = next;
                next = sampler.next(plan.batch());
            }
        }
    }

    /// Fewer outcomes than trials when it was cancelled.
    private List<Outcome> evaluate(CpuSweepRunner runner, List<Trial> trials, TrialTally tally) {
        List<Outcome> outcomes = new ArrayList<>(trials.size());
        for (int from = 0; from < trials.size(); from += CHUNK) {
            List<Trial> chunk = trials.subList(from, Math.min(from + CHUNK, trials.size()));
            Optional<List<TrialResult>> results = runner.evaluate(chunk, isCancelled);
            if (results.isEmpty()) {
                return outcomes;
            }
            for (TrialResult result : results.get()) {
                tally.add(result.trial().index(), result.summary(), () -> space.overrides(result.trial()));
                outcomes.add(result.outcome());
            }
        }
        return outcomes;
    }
}
