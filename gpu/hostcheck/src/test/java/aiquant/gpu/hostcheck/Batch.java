package aiquant.gpu.hostcheck;

import aiquant.gpu.KernelSource;
import aiquant.gpu.StructLayout;
import aiquant.gpu.StructWriter;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.DeviceBatch;
import aiquant.kernel.backtest.DeviceMarket;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.device.EquityCurve;
import aiquant.kernel.device.FillTotals;
import aiquant.kernel.device.SignalKernel;
import aiquant.kernel.device.TradeKernel;
import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.strategy.Strategies;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Configurations over one market, ready to be run by the kernels.
final class Batch {
    private final DeviceMarket market;
    private final DeviceBatch batch;
    private final double[] series;
    private final double[] breadth;
    private final int step;
    private final int rowStep;

    /// @param isByRow whether the series of a row lie side by side, else the rows of a series
    Batch(BacktestData data, List<Strategies> configurations, SeriesCache cache, boolean isByRow) {
        market = DeviceMarket.of(data);
        batch = new DeviceBatch(data, configurations);
        step = isByRow ? 1 : market.rows();
        rowStep = isByRow ? batch.seriesCount() : 1;
        series = batch.series(cache, step, rowStep);
        breadth = batch.breadth(cache);
    }

    /// Cuts the window into chunks; one that is empty if the window is.
    private void chunks(int length, Chunk chunk) {
        int from = market.firstBar();
        do {
            int to = Math.min(from + length, market.endBar());
            chunk.run(from, to);
            from = to;
        } while (from < market.endBar());
    }

    private interface Chunk {
        void run(int fromBar, int toBar);
    }

    /// The kernels as plain Java.
    List<BacktestSummary> onJvm(int chunk) {
        int n = batch.size();
        double[] daily = new double[market.days() * n];
        double[] out = new double[TradeKernel.RESULTS * n];
        long[] digests = new long[n];
        long[] masks = new long[chunk * market.words() * n];
        for (int thread = 0; thread < n; thread++) {
            int tid = thread;
            Account[] account = {new Account()};
            Position[] positions = structs(market.symbols(), Position::new, Position[]::new);
            Cooldown[] cooldowns = structs(market.symbols(), Cooldown::new, Cooldown[]::new);
            Candidate[] candidates = structs(market.symbols(), Candidate::new, Candidate[]::new);
            FillRow[] log = structs(TradeKernel.LOG, FillRow::new, FillRow[]::new);
            FillTotals[] totals = {new FillTotals()};
            EquityCurve[] curve = {new EquityCurve()};
            int[] order = new int[market.symbols()];
            double[] marks = new double[market.symbols()];
            long[] open = new long[market.words()];
            chunks(chunk, (from, to) -> {
                SignalKernel.run(
                        tid,
                        n,
                        from,
                        to,
                        batch.groups(),
                        batch.groupOf(),
                        market.ints(),
                        market.doubles(),
                        series,
                        step,
                        rowStep,
                        batch.selection(),
                        batch.rules(tid),
                        masks);
                TradeKernel.run(
                        tid,
                        n,
                        from,
                        to,
                        market.symbols(),
                        market.words(),
                        batch.groups(),
                        batch.groupOf(),
                        market.ints(),
                        market.longs(),
                        market.doubles(),
                        series,
                        step,
                        rowStep,
                        breadth,
                        batch.breadthOf(),
                        batch.modes(),
                        batch.entryLengthMs(),
                        batch.selection(),
                        masks,
                        batch.rules(tid),
                        account,
                        positions,
                        cooldowns,
                        candidates,
                        order,
                        marks,
                        open,
                        log,
                        totals,
                        curve,
                        daily,
                        out,
                        digests);
            });
        }
        return summaries(out, digests);
    }

    private static <S> S[] structs(int count, Supplier<S> one, IntFunction<S[]> array) {
        return Stream.generate(one).limit(count).toArray(array);
    }

    /// The same from what was made of the generated source.
    List<BacktestSummary> on(Machine machine, int chunk) {
        int n = batch.size();
        KernelSource source = KernelSource.load();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment groupOf = arena.allocateFrom(ValueLayout.JAVA_INT, batch.groupOf());
            MemorySegment ints = arena.allocateFrom(ValueLayout.JAVA_INT, market.ints());
            MemorySegment longs = arena.allocateFrom(ValueLayout.JAVA_LONG, market.longs());
            MemorySegment doubles = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, market.doubles());
            MemorySegment values = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, series);
            MemorySegment percents = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, breadth);
            MemorySegment breadthOf = arena.allocateFrom(ValueLayout.JAVA_INT, batch.breadthOf());
            MemorySegment modes = arena.allocateFrom(ValueLayout.JAVA_INT, batch.modes());
            MemorySegment lengths = arena.allocateFrom(ValueLayout.JAVA_LONG, batch.entryLengthMs());
            MemorySegment selection = arena.allocateFrom(ValueLayout.JAVA_INT, batch.selection());
            MemorySegment masks = arena.allocate(8L * chunk * market.words() * n, 8);
            MemorySegment rules = rules(arena, source.struct("RuleParams"));
            MemorySegment accounts = room(arena, source, "Account", n);
            MemorySegment positions = room(arena, source, "Position", n * market.symbols());
            MemorySegment cooldowns = room(arena, source, "Cooldown", n * market.symbols());
            MemorySegment candidates = room(arena, source, "Candidate", n * market.symbols());
            MemorySegment order = noise(arena, 4L * n * market.symbols());
            MemorySegment marks = noise(arena, 8L * n * market.symbols());
            MemorySegment open = noise(arena, 8L * n * market.words());
            MemorySegment log = room(arena, source, "FillRow", n * TradeKernel.LOG);
            MemorySegment totals = room(arena, source, "FillTotals", n);
            MemorySegment curves = room(arena, source, "EquityCurve", n);
            MemorySegment daily = noise(arena, 8L * n * market.days());
            MemorySegment out = noise(arena, 8L * n * TradeKernel.RESULTS);
            MemorySegment digests = noise(arena, 8L * n);
            chunks(chunk, (from, to) -> {
                machine.launch(
                        "SignalKernel_run",
                        n,
                        from,
                        to,
                        batch.groups(),
                        groupOf,
                        ints,
                        doubles,
                        values,
                        step,
                        rowStep,
                        selection,
                        rules,
                        masks);
                machine.launch(
                        "TradeKernel_run",
                        n,
                        from,
                        to,
                        market.symbols(),
                        market.words(),
                        batch.groups(),
                        groupOf,
                        ints,
                        longs,
                        doubles,
                        values,
                        step,
                        rowStep,
                        percents,
                        breadthOf,
                        modes,
                        lengths,
                        selection,
                        masks,
                        rules,
                        accounts,
                        positions,
                        cooldowns,
                        candidates,
                        order,
                        marks,
                        open,
                        log,
                        totals,
                        curves,
                        daily,
                        out,
                        digests);
            });
            machine.fetch(out, digests);
            return summaries(out.toArray(ValueLayout.JAVA_DOUBLE), digests.toArray(ValueLayout.JAVA_LONG));
        }
    }

    private MemorySegment rules(Arena arena, StructLayout layout) {
        int groups = batch.groups();
        MemorySegment memory = arena.allocate((long) layout.bytes() * batch.size() * groups, 8);
        StructWriter writer = new StructWriter(layout, RuleParams.class);
        for (int i = 0; i < batch.size() * groups; i++) {
            writer.write(batch.rules(i / groups)[i % groups], memory, (long) i * layout.bytes());
        }
        return memory;
    }

    private static MemorySegment room(Arena arena, KernelSource source, String struct, int count) {
        MemorySegment memory = arena.allocate((long) source.struct(struct).bytes() * count, 8);
        memory.fill((byte) 1); // kernels must not count on zeros; 1 is a valid bool
        return memory;
    }

    private static MemorySegment noise(Arena arena, long bytes) {
        MemorySegment memory = arena.allocate(Math.max(8L, bytes), 8);
        memory.fill((byte) 0x5a);
        return memory;
    }

    private List<BacktestSummary> summaries(double[] out, long[] digests) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> batch.summary(i, out, digests))
                .toList();
    }
}
