package aiquant.engine.research;

import aiquant.config.ConfigError;
import aiquant.config.Environment;
import aiquant.config.SweepFile;
import aiquant.config.SweepSpec;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.sweep.Outcome;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.ResultsDiffer;
import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.TopK;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Carries one sweep out: draws batches, has them evaluated, keeps the best, checkpoints, writes the rows.
///
/// Problems of the request show before the first trial as one exception. One use; [#progress] may be asked from any
/// thread.
public final class SweepJob {
    private static final long CHECKPOINT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int ROWS = 256;

    private static final int KEPT_FOR_SHOW = 50_000;

    private final SweepRequest request;
    private final Environment environment;
    private final String program;
    private final LongSupplier nanoClock;
    private final SweepRunners runners;
    private volatile SweepProgress progress = new SweepProgress(0, 0, 0, Double.NaN, 0);
    private volatile Optional<SweepRunner> running = Optional.empty();

    /// @param program   the program's version: a checkpoint of another one is not taken up
    /// @param nanoClock says when the next checkpoint is due
    /// @param runners   what evaluates; the bytes that are written do not depend on it
    public SweepJob(
            SweepRequest request,
            Environment environment,
            String program,
            LongSupplier nanoClock,
            SweepRunners runners) {
        this.request = request;
        this.program = program;
        this.environment = environment;
        this.nanoClock = nanoClock;
        this.runners = runners;
    }

    public SweepProgress progress() {
        SweepProgress known = progress;
        long fresh = running.map(SweepRunner::evaluated).orElse(0L);
        return new SweepProgress(
                known.done() - known.fresh() + fresh, fresh, known.trials(), known.best(), known.written());
    }

    /// @param isCancelled asked between trials; what is done is kept then
    /// @throws ConfigError if the sweep file is wrong
    /// @throws IllegalArgumentException if the request does not fit the data
    /// @throws IOException if the output cannot be written
    /// @throws SweepFailed if a graphics card came to wrong results
    public SweepOutcome run(BooleanSupplier isCancelled) throws IOException {
        SweepSpec spec = SweepFile.load(request.spec());
        ResearchData loaded = new ReplayJob(request.data(), environment).prepare();
        BacktestInput input = withLookback(loaded.input(), spec.lookback());
        SweepSearch.check(spec, input);
        ParameterSpace space = new ParameterSpace(spec.axes(), input.params(), input.own());
        List<OverrideCheck> checks = checks(space);
        SweepPlan plan = SweepPlan.of(request.method(), space);
        Path output = prepared(request.output());
        SweepCheckpoint checkpoint = new SweepCheckpoint(output, hashes(loaded.fingerprint(), input), space);
        Optional<SweepState> saved = request.resume() ? checkpoint.load() : Optional.empty();
        List<String> notices = new ArrayList<>(loaded.notices());
        if (request.resume() && saved.isEmpty()) {
            notices.add("--resume: there is no " + checkpoint.file() + ", so the sweep starts from its beginning");
        }
        BacktestData data = new BacktestData(input);
        Sweep sweep = new Sweep(data, space);
        try (CpuSweepRunner processor = new CpuSweepRunner(sweep, request.threads());
                SweepRunner runner = runners.over(sweep, processor)) {
            running = Optional.of(runner);
            SweepRows rows = new SweepRows(request.mode(), space, processor, checks);
            Run run = new Run(plan, runner, rows, checkpoint, output, saved, isCancelled);
            run.all();
            notices.addAll(runner.notices());
            return new SweepOutcome(
                    run.best(),
                    result -> space.overrides(result.trial()),
                    run.done,
                    plan.trials(),
                    data.symbolBars(),
                    runner.seriesComputed(),
                    plan.uninformed(),
                    run.isComplete() || request.topK() > 0 ? output : SweepOutput.draft(output),
                    notices);
        } catch (ResultsDiffer wrong) {
            SweepFailed failed = new CardBan(environment, program).impose(wrong, space, input);
            try {
                checkpoint.delete(); // it and the draft hold results that were not proved
                Files.deleteIfExists(SweepOutput.draft(output));
            } catch (IOException e) {
                throw new SweepFailed(
                        failed.getMessage() + "; unproved results were left behind: " + e.getMessage(), e);
            }
            throw failed;
        }
    }

    /// A sweep never starts from a state, and its file says the lookback.
    static BacktestInput withLookback(BacktestInput input, int lookback) {
        return new BacktestInput(
                input.params(),
                input.own(),
                input.candles(),
                input.exitCandles(),
                input.entryCandles(),
                input.funding(),
                input.initialState().map(state -> state.balance()).orElse(input.initialBalance()),
                lookback,
                input.fromMs(),
                input.toMs(),
                Optional.empty());
    }

    private List<OverrideCheck> checks(ParameterSpace space) {
        if (request.checks() == SweepRequest.Checks.NONE) {
            return List.of();
        }
        List<OverrideCheck> checks = space.axes().stream()
                .map(axis -> OverrideCheck.of(axis, space.base()))
                .toList();
        if (request.checks() == SweepRequest.Checks.STRICT) {
            checks.stream().filter(OverrideCheck::isFailed).findFirst().ifPresent(failed -> {
                throw new IllegalArgumentException(request.spec() + ": axis " + failed.path() + " asks for "
                        + failed.requested() + " but the configuration keeps " + failed.after());
            });
        }
        return checks;
    }

    private Map<String, String> hashes(String fingerprint, BacktestInput input) throws IOException {
        return Map.of(
                "the sweep file",
                Hashes.of(Files.readAllBytes(request.spec())),
                "the configuration",
                fingerprint,
                "the data",
                Hashes.of(input),
                "the way of choosing",
                request.method().toString(),
                "what is written",
                request.mode() + ", " + request.topK() + ", " + request.checks(),
                "the program",
                program);
    }

    private static Path prepared(Path output) throws IOException {
        Path file = output.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException("--output " + output + " is not a file name");
        }
        Files.createDirectories(folder);
        return file;
    }

    /// The sweep while it runs.
    private final class Run {
        private final SweepPlan plan;
        private final SweepRunner runner;
        private final SweepRows rows;
        private final SweepCheckpoint checkpoint;
        private final Path output;
        private final BooleanSupplier isCancelled;
        private final HeapKeeper heap = new HeapKeeper();
        private final TopK top = new TopK(request.topK() == 0 ? KEPT_FOR_SHOW : request.topK());
        private final long before;
        private final List<Outcome> outcomes = new ArrayList<>();
        private List<Trial> current;
        private List<Trial> next;
        private long drawn;
        private long bytes;
        private long done;
        private double bestPnl = Double.NaN;
        private long lastSave = nanoClock.getAsLong();

        Run(
                SweepPlan plan,
                SweepRunner runner,
                SweepRows rows,
                SweepCheckpoint checkpoint,
                Path output,
                Optional<SweepState> saved,
                BooleanSupplier isCancelled) {
            this.plan = plan;
            this.runner = runner;
            this.rows = rows;
            this.checkpoint = checkpoint;
            this.output = output;
            this.isCancelled = isCancelled;
            if (saved.isPresent()) {
                SweepState state = saved.get();
                plan.restore(state.drawn(), state.sampler());
                current = state.current();
                next = state.next();
                drawn = state.drawn();
                bytes = state.outputBytes();
                done = state.done();
                outcomes.addAll(state.outcomes());
                state.kept().forEach(this::keep);
            } else {
                current = draw();
                next = draw();
            }
            before = done;
            report(0);
        }

        private List<Trial> draw() {
            List<Trial> trials = plan.sampler().next(plan.batch(runner.batch()));
            drawn += trials.size();
            return trials;
        }

        void all() throws IOException {
            try (SweepOutput rowsFile = new SweepOutput(output, bytes);
                    Ahead ahead = new Ahead(runner, isCancelled)) {
                announce();
                ahead.start(chunk());
                while (!current.isEmpty() && batch(rowsFile, ahead)) {
                    drawNext(ahead);
                    saveIfDue(rowsFile);
                }
                if (!isComplete()) {
                    save(rowsFile);
                }
                runner.confirm(top.sorted());
                if (request.topK() > 0) {
                    writeBest(rowsFile);
                    rowsFile.publish();
                } else if (isComplete()) {
                    rowsFile.publish();
                }
            }
            if (isComplete()) {
                checkpoint.delete();
            }
        }

        /// Turns to the next batch and draws the one after it from what the last one taught, while the first trials of
        /// the next one are evaluated already.
        private void drawNext(Ahead ahead) {
            List<Trial> taught = current;
            List<Outcome> lesson = List.copyOf(outcomes);
            outcomes.clear();
            current = next;
            ahead.start(chunk());
            plan.sampler().told(taught, lesson);
            next = draw();
            announce();
        }

        /// Of the current batch, what is evaluated next.
        private List<Trial> chunk() {
            int from = outcomes.size();
            return from == 0 && current.size() <= chunkSize()
                    ? current
                    : current.subList(from, Math.min(from + chunkSize(), current.size()));
        }

        /// Rows that need a full report are written as they come, and so a few at a time.
        private int chunkSize() {
            boolean isReported = request.topK() == 0 && request.mode() == SweepRequest.OutputMode.FULL;
            return isReported ? ROWS : runner.batch();
        }

        private void announce() {
            if (next.size() <= chunkSize()) {
                runner.announce(next);
            }
        }

        /// Evaluates what is left of the current batch; false when it was cancelled.
        private boolean batch(SweepOutput rowsFile, Ahead ahead) throws IOException {
            while (outcomes.size() < current.size()) {
                Optional<List<TrialResult>> evaluated = ahead.await();
                if (evaluated.isEmpty()) {
                    return false;
                }
                List<TrialResult> results = evaluated.get();
                if (request.topK() == 0) {
                    write(results, rowsFile);
                }
                results.forEach(this::keep);
                results.forEach(result -> outcomes.add(result.outcome()));
                done += results.size();
                report(0);
                heap.tidy();
                if (outcomes.size() < current.size()) {
                    ahead.start(chunk());
                    saveIfDue(rowsFile);
                }
            }
            return true;
        }

        private void write(List<TrialResult> results, SweepOutput rowsFile) throws IOException {
            for (int from = 0; from < results.size(); from += ROWS) {
                rowsFile.write(rows.lines(results.subList(from, Math.min(from + ROWS, results.size()))));
            }
        }

        private void keep(TrialResult result) {
            top.add(result);
            double pnl = result.summary().totalPnl();
            if (!(bestPnl >= pnl)) {
                bestPnl = pnl;
            }
        }

        private void saveIfDue(SweepOutput rowsFile) throws IOException {
            if (nanoClock.getAsLong() - lastSave >= CHECKPOINT_NANOS) {
                save(rowsFile);
            }
        }

        private void save(SweepOutput rowsFile) throws IOException {
            bytes = rowsFile.flush();
            checkpoint.save(new SweepState(drawn, bytes, current, outcomes, next, top.sorted(), plan.save()));
            lastSave = nanoClock.getAsLong();
        }

        private void writeBest(SweepOutput rowsFile) throws IOException {
            List<TrialResult> best = top.sorted();
            for (int from = 0; from < best.size(); from += ROWS) {
                List<TrialResult> some = best.subList(from, Math.min(from + ROWS, best.size()));
                rowsFile.write(rows.lines(some));
                report(from + some.size());
            }
        }

        private void report(long written) {
            progress = new SweepProgress(done, done - before, plan.trials(), bestPnl, written);
        }

        List<TrialResult> best() {
            return top.sorted();
        }

        boolean isComplete() {
            return done == plan.trials();
        }
    }
}
