package aiquant.gpu;

import aiquant.gpu.GpuDevice.Buffer;
import aiquant.gpu.TrialPack.Part;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.DeviceBatch;
import aiquant.kernel.backtest.DeviceMarket;
import aiquant.kernel.backtest.SeriesKey;
import aiquant.kernel.device.TradeKernel;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// One card during a sweep: the market lies there, series stay from batch to batch, configurations come and go.
///
/// Belongs to the thread that opened it; [#underWay] may be asked from any.
final class CardSession implements AutoCloseable {
    private final SweepSetup setup;
    private final GpuDevice device;
    private final MarketShape market;
    private final long budget;
    private final Buffer ints;
    private final Buffer longs;
    private final Buffer doubles;
    private Optional<MemoryPlan> plan = Optional.empty();
    private Optional<TrialRoom> room = Optional.empty();
    private final SeriesStore series;
    private final SeriesStore breadths;
    private boolean isHalved;
    private volatile long underWay;

    /// Takes over the device, which is closed with it.
    CardSession(GpuDevice device, SweepSetup setup, DeviceMarket packed) {
        this.device = device;
        this.setup = setup;
        market = setup.market();
        long allowed = device.memory().free() / 100 * 85;
        budget = Math.min(allowed, setup.settings().memoryBytes().orElse(Long.MAX_VALUE));
        ints = device.alloc(packed.ints());
        longs = device.alloc(packed.longs());
        doubles = device.alloc(packed.doubles());
        series = new SeriesStore(device, setup, Math.max(1, market.rows()));
        breadths = new SeriesStore(device, setup, Math.max(1, market.bars()));
    }

    /// Configurations of a running batch that are done, counted by the bars that are.
    long underWay() {
        return underWay;
    }

    private MemoryPlan plan(int groups) {
        MemoryPlan known =
                plan.orElseGet(() -> MemoryPlan.of(budget, market, groups, setup.structs(), setup.settings()));
        plan = Optional.of(known);
        return known;
    }

    /// How many trials from the part's beginning on can run at once.
    int fitting(Part part) {
        MemoryPlan known = plan(part.groups());
        Set<SeriesKey> keys = new HashSet<>();
        Set<SeriesKey> breadthKeys = new HashSet<>();
        int most = Math.min(part.size(), known.trials());
        for (int i = 0; i < most; i++) {
            part.addSeries(i, keys);
            part.addBreadth(i, breadthKeys);
            if (keys.size() > known.series() || breadthKeys.size() > known.breadths()) {
                return i;
            }
        }
        return most;
    }

    /// Makes do with half as much memory; to be done once.
    ///
    /// @return false if that was done before
    boolean halve(Part part) {
        if (isHalved) {
            return false;
        }
        isHalved = true;
        plan = Optional.of(plan(part.groups()).halved(part.groups()));
        room.ifPresent(TrialRoom::free);
        room = Optional.empty();
        series.free();
        breadths.free();
        return true;
    }

    /// Runs trials that fit.
    ///
    /// @return their figures; empty when it was cancelled
    /// @throws GpuException if the card fails
    Optional<BacktestSummary[]> run(Part part, BooleanSupplier isCancelled) {
        MemoryPlan known = plan(part.groups());
        Set<SeriesKey> keys = new HashSet<>();
        Set<SeriesKey> breadthKeys = new HashSet<>();
        for (int i = 0; i < part.size(); i++) {
            part.addSeries(i, keys);
            part.addBreadth(i, breadthKeys);
        }
        TrialRoom trials = room(part, known);
        if (!series.hold(keys, known.series(), isCancelled)
                || !breadths.hold(breadthKeys, known.breadths(), isCancelled)) {
            return Optional.empty();
        }
        trials.upload(part, series, breadths);
        try {
            return walk(part, trials, known.chunk(), isCancelled)
                    ? Optional.of(results(part.size(), trials))
                    : Optional.empty();
        } finally {
            underWay = 0;
        }
    }

    private TrialRoom room(Part part, MemoryPlan known) {
        if (room.isEmpty() || !room.get().fits(part)) {
            room.ifPresent(TrialRoom::free);
            room = Optional.empty();
            room = Optional.of(new TrialRoom(device, setup, part.size(), part.groups(), known.chunk()));
        }
        return room.orElseThrow();
    }

    /// Chunk by chunk to the window's end; false when it was cancelled.
    private boolean walk(Part part, TrialRoom trials, int most, BooleanSupplier isCancelled) {
        Pace pace = new Pace(most, setup.settings().chunk().isPresent());
        int n = part.size();
        int from = market.firstBar();
        do {
            if (isCancelled.getAsBoolean()) {
                return false;
            }
            int to = Math.min(from + pace.bars(), market.endBar());
            long begun = System.nanoTime();
            launch(n, from, to, part.groups(), trials);
            device.sync();
            pace.took(to - from, System.nanoTime() - begun);
            from = to;
            underWay = market.window() == 0 ? n : (long) n * (from - market.firstBar()) / market.window();
        } while (from < market.endBar());
        return true;
    }

    private void launch(int n, int from, int to, int groups, TrialRoom t) {
        int step = Math.max(1, market.rows());
        device.launch(
                "SignalKernel_run",
                n,
                from,
                to,
                groups,
                t.groupOf,
                ints,
                doubles,
                series.values(),
                step,
                1,
                t.selection,
                t.rules,
                t.masks);
        device.launch(
                "TradeKernel_run",
                n,
                from,
                to,
                market.symbols(),
                market.words(),
                groups,
                t.groupOf,
                ints,
                longs,
                doubles,
                series.values(),
                step,
                1,
                breadths.values(),
                t.breadthOf,
                t.modes,
                t.entryLengthMs,
                t.selection,
                t.masks,
                t.rules,
                t.accounts,
                t.positions,
                t.cooldowns,
                t.candidates,
                t.order,
                t.marks,
                t.open,
                t.log,
                t.totals,
                t.curves,
                t.daily,
                t.out,
                t.digests);
    }

    private BacktestSummary[] results(int n, TrialRoom trials) {
        double[] out = new double[TradeKernel.RESULTS * n];
        long[] digests = new long[n];
        device.download(trials.out, 0, MemorySegment.ofArray(out));
        device.download(trials.digests, 0, MemorySegment.ofArray(digests));
        BacktestSummary[] results = new BacktestSummary[n];
        for (int i = 0; i < n; i++) {
            results[i] = DeviceBatch.summary(n, i, out, digests);
        }
        return results;
    }

    /// Gives all of its memory back and leaves the device open; it is not to be used after that.
    void free() {
        room.ifPresent(TrialRoom::free);
        series.free();
        breadths.free();
        device.free(ints);
        device.free(longs);
        device.free(doubles);
    }

    @Override
    public void close() {
        device.close();
    }
}
