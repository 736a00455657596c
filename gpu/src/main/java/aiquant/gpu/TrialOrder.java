package aiquant.gpu;

import aiquant.kernel.sweep.Axis;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order in which trials lie side by side on a card: first those that read the same indicator series, of them those
/// with the same thresholds, so that neighbouring threads read the same rows and branch alike.
final class TrialOrder {

    private TrialOrder() {}

    /// Places in the list, in that order.
    static int[] of(ParameterSpace space, List<Trial> trials) {
        int[] axes = IntStream.range(0, space.axes().size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer axis) -> rank(space.axes().get(axis))))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, trials.size())
                .boxed()
                .sorted((a, b) -> compare(trials.get(a), trials.get(b), axes))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int rank(Axis axis) {
        String path = axis.path();
        return path.startsWith("indicators.")
                ? 0
                : path.startsWith("thresholds.") || path.startsWith("filters.") ? 1 : 2;
    }

    private static int compare(Trial a, Trial b, int[] axes) {
        for (int axis : axes) {
            int order = Double.compare(a.value(axis), b.value(axis));
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(a.index(), b.index());
    }
}
