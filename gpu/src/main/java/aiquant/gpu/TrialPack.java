package aiquant.gpu;

import aiquant.kernel.backtest.DeviceBatch;
import aiquant.kernel.backtest.SeriesKey;
import aiquant.kernel.device.Frame;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Trials made ready for cards, in the order in which they will lie there: cut into slices that are compiled side by
/// side and keep nothing but what kernels read.
///
/// Its memory lies outside the heap until it is closed.
final class TrialPack {
    private static final int SLICE = 512;

    private final Arena arena = Arena.ofShared();
    private final List<Slice> slices;
    private final int[] places;

    /// What kernels read of some configurations; arrays as [DeviceBatch] gives them.
    ///
    /// @param rules by configuration and group
    record Slice(
            int size,
            int groups,
            int[] groupOf,
            int[] selection,
            int[] breadthOf,
            int[] modes,
            long[] entryLengthMs,
            List<SeriesKey> series,
            List<SeriesKey> breadths,
            MemorySegment rules) {}

    /// Some trials of a pack, from the `from`-th to before the `to`-th; `at` counts from the part's beginning.
    record Part(TrialPack pack, int from, int to) {
        int size() {
            return to - from;
        }

        /// Parameter sets of each configuration.
        int groups() {
            return pack.slices.getFirst().groups();
        }

        Part first(int count) {
            return new Part(pack, from, from + count);
        }

        Part after(int count) {
            return new Part(pack, from + count, to);
        }

        /// The slice in which a trial lies.
        Slice slice(int at) {
            return pack.slices.get((from + at) / SLICE);
        }

        /// Its number in the slice.
        int inSlice(int at) {
            return (from + at) % SLICE;
        }

        /// How many trials of this part, from it on, lie in the same slice.
        int run(int at) {
            return Math.min(size() - at, SLICE - inSlice(at));
        }

        /// Where the trial stands in the list that was packed.
        int place(int at) {
            return pack.places[from + at];
        }

        /// The series it reads at each row.
        void addSeries(int at, Set<SeriesKey> keys) {
            Slice slice = slice(at);
            for (int group = 0; group < slice.groups(); group++) {
                for (int slot = 0; slot < DeviceBatch.SERIES; slot++) {
                    int number = slice.selection()[(group * Frame.SLOTS + slot) * slice.size() + inSlice(at)];
                    if (number >= 0) {
                        keys.add(slice.series().get(number));
                    }
                }
            }
        }

        /// The series it reads at each bar.
        void addBreadth(int at, Set<SeriesKey> keys) {
            Slice slice = slice(at);
            keys.add(slice.breadths().get(slice.breadthOf()[inSlice(at)]));
        }
    }

    private TrialPack(Sweep sweep, List<Trial> trials, int[] places, StructWriter rules, ExecutorService helpers) {
        this.places = places;
        List<Future<Slice>> work = new ArrayList<>();
        for (int from = 0; from < places.length; from += SLICE) {
            int first = from;
            int end = Math.min(from + SLICE, places.length);
            work.add(helpers.submit(() -> {
                List<Strategies> strategies = new ArrayList<>(end - first);
                for (int i = first; i < end; i++) {
                    strategies.add(sweep.strategies(trials.get(places[i])));
                }
                return slice(new DeviceBatch(sweep.data(), strategies), rules);
            }));
        }
        slices = results(work);
    }

    /// @param places which trials, in their order on the card
    /// @throws IllegalArgumentException if a trial's parameters contradict each other
    static Part of(Sweep sweep, List<Trial> trials, int[] places, StructWriter rules, ExecutorService helpers) {
        return new Part(new TrialPack(sweep, trials, places, rules, helpers), 0, places.length);
    }

    private Slice slice(DeviceBatch batch, StructWriter rules) {
        int groups = batch.groups();
        MemorySegment memory = arena.allocate((long) rules.bytes() * groups * batch.size(), 8);
        for (int i = 0; i < batch.size(); i++) {
            RuleParams[] own = batch.rules(i);
            for (int group = 0; group < groups; group++) {
                rules.write(own[group], memory, ((long) i * groups + group) * rules.bytes());
            }
        }
        return new Slice(
                batch.size(),
                groups,
                batch.groupOf(),
                batch.selection(),
                batch.breadthOf(),
                batch.modes(),
                batch.entryLengthMs(),
                batch.seriesKeys(),
                batch.breadthKeys(),
                memory);
    }

    private List<Slice> results(List<Future<Slice>> work) {
        try {
            return Work.all(work);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// Gives its memory back.
    void close() {
        arena.close();
    }
}
