package aiquant.engine.research;

import aiquant.config.ConfigError;
import aiquant.config.SweepSpec;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.sweep.Outcome;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.ResultsDiffer;
import aiquant.kernel.sweep.Sampler;
import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Searches a training window as a sweep over the same file does: same trials in the same order, same results.
///
/// Every fold starts afresh with the same seed.
public final class SweepSearch implements InSampleSearch {

    private final ParameterSpace space;
    private final SweepRequest.Method method;
    private final int threads;
    private final SweepRunners runners;
    private final CardBan ban;
    private final BooleanSupplier isCancelled;
    private final long trials;
    private final HeapKeeper heap = new HeapKeeper();
    private final Set<String> notices = new LinkedHashSet<>();

    /// @param ban what to do when a runner's results turn out to be wrong
    /// @throws ConfigError if a value of the file cannot run over the base configuration
    /// @throws IllegalArgumentException if there are more combinations than can be counted and all are asked for
    public SweepSearch(
            SweepSpec spec,
            SweepRequest.Method method,
            BacktestInput base,
            int threads,
            SweepRunners runners,
            CardBan ban,
            BooleanSupplier isCancelled) {
        check(spec, base);
        space = new ParameterSpace(spec.axes(), base.params(), base.own());
        this.method = method;
        this.threads = threads;
        this.runners = runners;
        this.ban = ban;
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

    /// What a person should know about how the searches ran, one line each.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /// @throws SweepFailed if a graphics card came to wrong results
    @Override
    public void search(BacktestInput training, TrialTally tally) {
        Sweep sweep = new Sweep(new BacktestData(training), space);
        try (CpuSweepRunner processor = new CpuSweepRunner(sweep, threads);
                SweepRunner runner = runners.over(sweep, processor)) {
            search(runner, tally);
            notices.addAll(runner.notices());
        } catch (ResultsDiffer wrong) {
            throw ban.impose(wrong, space, training);
        }
    }

    private void search(SweepRunner runner, TrialTally tally) {
        SweepPlan plan = SweepPlan.of(method, space);
        Sampler sampler = plan.sampler();
        int batch = plan.batch(runner.batch());
        List<Trial> current = sampler.next(batch);
        List<Trial> next = sampler.next(batch);
        runner.announce(next);
        try (Ahead ahead = new Ahead(runner, isCancelled)) {
            ahead.start(chunk(runner, current, 0));
            while (!current.isEmpty()) {
                List<Outcome> outcomes = outcomes(runner, ahead, current, tally);
                if (outcomes.size() < current.size()) {
                    return;
                }
                List<Trial> taught = current;
                current = next;
                ahead.start(chunk(runner, current, 0));
                sampler.told(taught, outcomes);
                next = sampler.next(batch);
                runner.announce(next);
            }
        }
        runner.confirm(List.of());
    }

    private static List<Trial> chunk(SweepRunner runner, List<Trial> trials, int from) {
        int size = runner.batch();
        return from == 0 && trials.size() <= size ? trials : trials.subList(from, Math.min(from + size, trials.size()));
    }

    /// Of a batch whose first chunk was started; fewer outcomes than trials when it was cancelled.
    private List<Outcome> outcomes(SweepRunner runner, Ahead ahead, List<Trial> trials, TrialTally tally) {
        List<Outcome> outcomes = new ArrayList<>(trials.size());
        while (outcomes.size() < trials.size()) {
            Optional<List<TrialResult>> results = ahead.await();
            if (results.isEmpty()) {
                return outcomes;
            }
            for (TrialResult result : results.get()) {
                tally.add(result.trial().index(), result.summary(), () -> space.overrides(result.trial()));
                outcomes.add(result.outcome());
            }
            heap.tidy();
            if (outcomes.size() < trials.size()) {
                ahead.start(chunk(runner, trials, outcomes.size()));
            }
        }
        return outcomes;
    }
}
