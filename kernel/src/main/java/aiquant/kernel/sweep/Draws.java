package aiquant.kernel.sweep;

/// Numbers that look random and depend on their arguments only: the same place gives the same number, in any order.
///
/// Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
public final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Draws() {}

    /// A well mixed number of a seed and two coordinates; for one seed and column no two rows have the same.
    public static long bits(long seed, long row, long column) {
        return mix(mix(mix(seed + GOLDEN) ^ row) + column * GOLDEN);
    }

    /// In [0, 1), in steps of 2^−53.
    static double unit(long seed, long row, long column) {
        return (bits(seed, row, column) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
