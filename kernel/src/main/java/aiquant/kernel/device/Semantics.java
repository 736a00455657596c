package aiquant.kernel.device;

import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.Num;

/// Every operator, cast and intrinsic on given operands, for comparing a machine with the JVM bit by bit.
///
/// Doubles come back as canonical bits.
@DeviceCode
@SuppressWarnings({"OperatorPrecedence", "UnnecessaryLongToIntConversion", "ShortCircuitBoolean", "NarrowCalculation"})
public final class Semantics {

    /// Results for each set of operands.
    public static final int RESULTS = 80;

    private Semantics() {}

    /// @param in  operands: `in[i*n + tid]` for i of 0 and 1 are the bits of doubles, or integers
    /// @param out results: `out[k*n + tid]` for k below [#RESULTS]
    @GpuKernel
    public static void run(int tid, int n, long[] in, long[] out) {
        final long la = in[tid];
        final long lb = in[n + tid];
        int at = doubles(tid, n, Double.longBitsToDouble(la), Double.longBitsToDouble(lb), out);
        at = longs(tid, n, at, la, lb, out);
        at = ints(tid, n, at, (int) la, (int) lb, out);
        while (at < RESULTS) {
            out[at * n + tid] = 0L;
            at++;
        }
    }

    private static int put(int tid, int n, int at, long value, long[] out) {
        out[at * n + tid] = value;
        return at + 1;
    }

    private static int putDouble(int tid, int n, int at, double value, long[] out) {
        out[at * n + tid] = Double.doubleToLongBits(value);
        return at + 1;
    }

    private static int doubles(int tid, int n, double a, double b, long[] out) {
        int at = putDouble(tid, n, 0, a + b, out);
        at = putDouble(tid, n, at, a - b, out);
        at = putDouble(tid, n, at, a * b, out);
        at = putDouble(tid, n, at, a / b, out);
        at = putDouble(tid, n, at, -a, out);
        at = putDouble(tid, n, at, a * b + a, out);
        at = putDouble(tid, n, at, a - b * b, out);
        at = putDouble(tid, n, at, Math.max(a, b), out);
        at = putDouble(tid, n, at, Math.min(a, b), out);
        at = putDouble(tid, n, at, Math.abs(a), out);
        at = putDouble(tid, n, at, Math.sqrt(a), out);
        at = putDouble(tid, n, at, Math.floor(a), out);
        at = putDouble(tid, n, at, Math.ceil(a), out);
        at = putDouble(tid, n, at, Math.rint(a), out);
        at = putDouble(tid, n, at, Math.fma(a, b, a), out);
        at = putDouble(tid, n, at, Num.q(a), out);
        at = putDouble(tid, n, at, Num.round(a), out);
        at = putDouble(tid, n, at, Num.max(a, b), out);
        at = putDouble(tid, n, at, Num.min(a, b), out);
        at = putDouble(tid, n, at, Num.clamp(a, -1.5, b), out);
        at = put(tid, n, at, (int) a, out);
        at = put(tid, n, at, (long) a, out);
        at = put(tid, n, at, (a < b ? 1L : 0L) + (a <= b ? 2L : 0L) + (a > b ? 4L : 0L), out);
        at = put(tid, n, at, (a >= b ? 1L : 0L) + (a == b ? 2L : 0L) + (a != b ? 4L : 0L), out);
        at = put(tid, n, at, Double.isNaN(a) || !(a < b) && b > 0.0 ? 1L : 0L, out);
        double sum = a;
        sum += b - 0.1;
        sum *= 3.0 + b;
        sum -= a / 7.0;
        sum /= b + 1.0;
        return putDouble(tid, n, at, sum, out);
    }

    private static int longs(int tid, int n, int from, long a, long b, long[] out) {
        int at = put(tid, n, from, a + b, out);
        at = put(tid, n, at, a - b, out);
        at = put(tid, n, at, a * b, out);
        at = put(tid, n, at, -a, out);
        at = put(tid, n, at, ~a, out);
        at = put(tid, n, at, a / 10L, out);
        at = put(tid, n, at, a % 3600000L, out);
        at = put(tid, n, at, a & b, out);
        at = put(tid, n, at, a | b, out);
        at = put(tid, n, at, a ^ b, out);
        at = put(tid, n, at, a << b, out);
        at = put(tid, n, at, a >> b, out);
        at = put(tid, n, at, a >>> b, out);
        at = put(tid, n, at, Math.max(a, b), out);
        at = put(tid, n, at, Math.min(a, b), out);
        at = put(tid, n, at, Math.abs(a), out);
        at = put(tid, n, at, Long.numberOfTrailingZeros(a), out);
        at = put(tid, n, at, (int) a, out);
        at = putDouble(tid, n, at, (double) a, out);
        at = putDouble(tid, n, at, a * 0.5, out);
        at = put(tid, n, at, (a < b ? 1L : 0L) + (a <= b ? 2L : 0L) + (a == b ? 4L : 0L), out);
        at = put(tid, n, at, (a > b ? 1L : 0L) + (a >= b ? 2L : 0L) + (a != b ? 4L : 0L), out);
        long mixed = a;
        mixed += b;
        mixed <<= 3;
        mixed ^= a;
        mixed -= 5;
        mixed *= b;
        mixed /= 7;
        mixed %= 1000;
        mixed++;
        return put(tid, n, at, mixed, out);
    }

    private static int ints(int tid, int n, int from, int a, int b, long[] out) {
        int at = put(tid, n, from, a + b, out);
        at = put(tid, n, at, a - b, out);
        at = put(tid, n, at, a * b, out);
        at = put(tid, n, at, -a, out);
        at = put(tid, n, at, ~a, out);
        at = put(tid, n, at, a / 7, out);
        at = put(tid, n, at, a % 7, out);
        at = put(tid, n, at, a & b, out);
        at = put(tid, n, at, a | b, out);
        at = put(tid, n, at, a ^ b, out);
        at = put(tid, n, at, a << b, out);
        at = put(tid, n, at, a >> b, out);
        at = put(tid, n, at, a >>> b, out);
        at = put(tid, n, at, Math.max(a, b), out);
        at = put(tid, n, at, Math.min(a, b), out);
        at = put(tid, n, at, Math.abs(a), out);
        at = putDouble(tid, n, at, a, out);
        at = putDouble(tid, n, at, a / 4.0, out);
        at = put(tid, n, at, a * 100L + b, out);
        at = put(tid, n, at, (a < b ? 1L : 0L) + (a <= b ? 2L : 0L) + (a == b ? 4L : 0L), out);
        at = put(tid, n, at, (a < b) ^ (a > 0) & (b != 3) | (a == b) ? 1L : 0L, out);
        at = put(tid, n, at, chosen(a), out);
        int mixed = a;
        mixed += b;
        mixed >>>= 2;
        mixed -= 7;
        mixed *= a;
        mixed--;
        mixed &= b;
        return put(tid, n, at, mixed, out);
    }

    /// All forms of flow: nested loops left early, a switch that falls to its default.
    private static long chosen(int a) {
        long sum = 0L;
        for (int i = 0, j = 8; i < j; i++, j--) {
            if (i == 2) {
                continue;
            }
            switch ((a >>> i) & 3) {
                case 0 -> sum += i;
                case 1, 2 -> {
                    sum -= j;
                    if (sum < -20L) {
                        break;
                    }
                    sum *= 3L;
                }
                default -> {
                    int left = i;
                    while (true) {
                        left = left - 1;
                        if (left < 0) {
                            break;
                        }
                        sum ^= left;
                    }
                }
            }
        }
        return sum;
    }
}
