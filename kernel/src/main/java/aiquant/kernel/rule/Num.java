package aiquant.kernel.rule;

/// The few numeric operations whose exact form decides trades. Everything is IEEE-754 binary64.
@DeviceCode
public final class Num {

    private static final double QUANTUM = 1e12;
    private static final double ALL_INTEGERS_FROM = 4503599627370496.0; // 2^52

    private Num() {}

    /// Rounds to twelve decimals, half away from zero.
    public static double q(double x) {
        return round(x * QUANTUM) / QUANTUM;
    }

    /// Rounds to an integral value, half away from zero; the sign stays, that of zero too.
    public static double round(double x) {
        final double size = Math.abs(x);
        if (x == 0.0 || !(size < ALL_INTEGERS_FROM)) {
            return x;
        }
        double whole = Math.floor(size);
        if (size - whole >= 0.5) {
            whole = whole + 1.0;
        }
        return x < 0.0 ? -whole : whole;
    }

    /// The greater one; the number when the other is NaN.
    public static double max(double a, double b) {
        if (Double.isNaN(a)) {
            return b;
        }
        return b > a ? b : a;
    }

    /// The lesser one; the number when the other is NaN.
    public static double min(double a, double b) {
        if (Double.isNaN(a)) {
            return b;
        }
        return b < a ? b : a;
    }

    /// `x` held inside [lo, hi]; the caller guarantees lo <= hi.
    public static double clamp(double x, double lo, double hi) {
        if (x < lo) {
            return lo;
        }
        return x > hi ? hi : x;
    }
}
