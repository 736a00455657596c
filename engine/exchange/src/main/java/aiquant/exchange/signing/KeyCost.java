package aiquant.exchange.signing;

/// What one guess of a password costs: the parameters of Argon2id.
///
/// @param memoryKib   KiB that have to be filled
/// @param iterations  how often
/// @param parallelism lanes, counted one after the other here
public record KeyCost(int memoryKib, int iterations, int parallelism) {

    /// Half a second and 64 MiB: RFC 9106, the second recommendation, with one lane.
    public static final KeyCost DEFAULT = new KeyCost(65_536, 3, 1);

    private static final int MAX_MEMORY_KIB = 262_144;
    private static final int MAX_ITERATIONS = 100;
    private static final int MAX_PARALLELISM = 16;

    /// @throws IllegalArgumentException if it is nothing, or more than a file may make this program spend
    public KeyCost {
        requireWithin("parallelism", parallelism, 1, MAX_PARALLELISM);
        requireWithin("memory in KiB", memoryKib, 8 * parallelism, MAX_MEMORY_KIB);
        requireWithin("iterations", iterations, 1, MAX_ITERATIONS);
    }

    private static void requireWithin(String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(name + " must lie in " + from + ".." + to + ": " + value);
        }
    }
}
