package aiquant.engine.research;

import java.util.stream.IntStream;

/// Fewer points of a long curve without losing a spike: each stretch keeps its lowest and its highest value.
final class Thinning {

    private Thinning() {}

    /// Indices to keep, ascending, at most `limit` of them, always with the first and the last.
    static int[] indices(double[] values, int limit) {
        if (limit < 4) {
            throw new IllegalArgumentException("limit must be at least 4: " + limit);
        }
        int n = values.length;
        if (n <= limit) {
            return IntStream.range(0, n).toArray();
        }
        int stretches = (limit - 2) / 2;
        IntStream extremes = IntStream.range(0, stretches).flatMap(stretch -> {
            int from = 1 + (int) ((long) stretch * (n - 2) / stretches);
            int to = 1 + (int) ((long) (stretch + 1) * (n - 2) / stretches);
            return extremes(values, from, to);
        });
        return IntStream.concat(IntStream.of(0, n - 1), extremes)
                .sorted()
                .distinct()
                .toArray();
    }

    private static IntStream extremes(double[] values, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from + 1; i < to; i++) {
            lowest = values[i] < values[lowest] ? i : lowest;
            highest = values[i] > values[highest] ? i : highest;
        }
        return IntStream.of(lowest, highest);
    }
}
