package aiquant.gpu;

import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.DeviceMarket;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.device.Semantics;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Shows that a card computes as this JVM does, before anything it says is believed.
public final class SelfTest {
    /// Pairs of operands; all special values with each other are among them.
    public static final int PAIRS = 100_000;

    private static final long SEED = 20_250_101;

    /// Configurations of the made-up sweep; enough to reach every exit, and quickly replayed.
    public static final int CONFIGURATIONS = 64;

    private SelfTest() {}

    /// All of the test; about a second, most of it the JVM's.
    ///
    /// @return the first difference as a sentence; empty if there is none
    /// @throws GpuException if the card fails
    public static Optional<String> difference(GpuDevice device) {
        return semantics(device).or(() -> trading(device));
    }

    /// Every operator, cast and intrinsic of device code on special and random operands.
    public static Optional<String> semantics(GpuDevice device) {
        long[] in = Operands.pairs(PAIRS, SEED);
        long[] onCard = new long[Semantics.RESULTS * PAIRS];
        GpuDevice.Buffer operands = device.alloc(in);
        GpuDevice.Buffer results = device.alloc(8L * onCard.length);
        device.launch("Semantics_run", PAIRS, operands, results);
        long[] expected = new long[onCard.length]; // computed while the card does the same
        for (int tid = 0; tid < PAIRS; tid++) {
            Semantics.run(tid, PAIRS, in, expected);
        }
        device.download(results, 0, MemorySegment.ofArray(onCard));
        device.free(operands);
        device.free(results);
        return difference(in, expected, onCard);
    }

    private static Optional<String> difference(long[] in, long[] expected, long[] onCard) {
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != onCard[i]) {
                int pair = i % PAIRS;
                return Optional.of("operation %d on %x and %x gave %x instead of %x"
                        .formatted(i / PAIRS, in[pair], in[PAIRS + pair], onCard[i], expected[i]));
            }
        }
        return Optional.empty();
    }

    /// Whole runs of a made-up sweep, with entries and exits on finer bars and funding.
    public static Optional<String> trading(GpuDevice device) {
        Sweep sweep = SampleSweep.sweep();
        List<Trial> trials = SampleSweep.trials(sweep.space(), CONFIGURATIONS);
        SeriesCache cache = new SeriesCache(sweep.data().market(), Long.MAX_VALUE);
        try (ExecutorService helpers = Executors.newFixedThreadPool(2)) {
            Future<List<BacktestSummary>> replayed = helpers.submit(() -> {
                Trials replay = new Trials(sweep.data(), cache);
                return trials.stream()
                        .map(trial -> replay.run(sweep.strategies(trial)))
                        .toList();
            });
            List<BacktestSummary> onCard = List.of(onCard(device, sweep, trials, cache, helpers));
            List<BacktestSummary> expected = replayed.get();
            return IntStream.range(0, CONFIGURATIONS)
                    .filter(i -> !onCard.get(i).equals(expected.get(i)))
                    .mapToObj(i -> "made-up configuration " + i + " came to " + onCard.get(i) + " instead of "
                            + expected.get(i))
                    .findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a card was tested", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the made-up sweep cannot be replayed", e.getCause());
        }
    }

    private static BacktestSummary[] onCard(
            GpuDevice device, Sweep sweep, List<Trial> trials, SeriesCache cache, ExecutorService helpers) {
        DeviceMarket packed = DeviceMarket.of(sweep.data());
        KernelStructs structs = KernelStructs.of(KernelSource.load());
        SweepSetup setup = new SweepSetup(MarketShape.of(packed), structs, SweepSettings.defaults(), cache, helpers);
        int[] places = IntStream.range(0, trials.size()).toArray();
        TrialPack.Part part = TrialPack.of(sweep, trials, places, structs.rules(), helpers);
        try {
            CardSession session = new CardSession(device, setup, packed);
            BacktestSummary[] results = session.run(part, () -> false).orElseThrow();
            session.free();
            return results;
        } finally {
            part.pack().close();
        }
    }
}
