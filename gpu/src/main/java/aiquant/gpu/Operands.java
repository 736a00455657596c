package aiquant.gpu;

import java.util.Random;

/// Pairs of numbers at which languages and machines tend to differ, and any others.
public final class Operands {
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        -0.5,
        1.5,
        -2.5,
        0.49999999999999994,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        2147483647.0,
        2147483647.5,
        -2147483648.0,
        -2147483649.0,
        9223372036854775807.0,
        -9223372036854775808.0,
        4503599627370495.5,
        1e-12,
        1e12,
        0.1
    };

    private static final long[] LONGS = {
        0,
        1,
        -1,
        2,
        31,
        32,
        63,
        64,
        -64,
        1000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x7ff8000000000001L,
        0xfff0000000000123L
    };

    private Operands() {}

    /// @return first operands, then second ones
    public static long[] pairs(int count, long seed) {
        long[] special = new long[DOUBLES.length + LONGS.length];
        for (int i = 0; i < special.length; i++) {
            special[i] = i < DOUBLES.length ? Double.doubleToLongBits(DOUBLES[i]) : LONGS[i - DOUBLES.length];
        }
        Random random = new Random(seed);
        long[] all = new long[2 * count];
        for (int i = 0; i < count; i++) {
            boolean isSpecial = i < special.length * special.length;
            all[i] = isSpecial ? special[i / special.length] : any(random, special);
            all[count + i] = isSpecial ? special[i % special.length] : any(random, special);
        }
        return all;
    }

    private static long any(Random random, long[] special) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> Double.doubleToLongBits((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 12));
            case 2 -> random.nextInt(2001) - 1000;
            case 3 -> Double.doubleToLongBits(random.nextInt(2001) * 0.5);
            default -> special[random.nextInt(special.length)];
        };
    }
}
