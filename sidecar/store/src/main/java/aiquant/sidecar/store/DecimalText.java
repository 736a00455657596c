package aiquant.sidecar.store;

import java.nio.charset.StandardCharsets;

/// Turns decimal digits in a byte buffer into the nearest double, exactly as [Double#parseDouble] would.
///
/// Most prices have few digits: their digits as a whole number and the power of ten are both exact doubles, so one
/// multiplication or division rounds correctly. Anything longer goes through `parseDouble`.
final class DecimalText {

    private static final long LARGEST_EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final int LARGEST_EXPONENT_TEXT = 9_999;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalText() {}

    /// The number written in `text[from, to)`: sign, digits, point and exponent as in `-1.25e-7`. NaN when it is
    /// anything else, so `NaN`, `Infinity`, hexadecimal and outer spaces are not numbers here.
    static double parse(byte[] text, int from, int to) {
        int i = from;
        boolean negative = i < to && text[i] == '-';
        if (negative || (i < to && text[i] == '+')) {
            i++;
        }
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int decimals = 0;
        boolean afterPoint = false;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                seen++;
                if (significant > 0 || digit > 0) {
                    significant++;
                }
                if (significant <= MOST_DIGITS) {
                    digits = digits * 10 + digit;
                }
                if (afterPoint) {
                    decimals++;
                }
            } else if (text[i] == '.' && !afterPoint) {
                afterPoint = true;
            } else {
                break;
            }
        }
        int exponent = i == to ? 0 : exponent(text, i, to);
        if (seen == 0 || exponent == Integer.MIN_VALUE) {
            return Double.NaN;
        }
        int power = exponent - decimals;
        if (significant > MOST_DIGITS || digits > LARGEST_EXACT || Math.abs(power) >= POWERS_OF_TEN.length) {
            return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
        }
        double value = power < 0 ? digits / POWERS_OF_TEN[-power] : digits * POWERS_OF_TEN[power];
        return negative ? -value : value;
    }

    /// The number after `e` or `E`, capped where it no longer matters; `Integer.MIN_VALUE` if it is not one.
    private static int exponent(byte[] text, int from, int to) {
        if (text[from] != 'e' && text[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        int i = from + 1;
        boolean negative = i < to && text[i] == '-';
        if (negative || (i < to && text[i] == '+')) {
            i++;
        }
        if (i == to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(value * 10 + digit, LARGEST_EXPONENT_TEXT);
        }
        return negative ? -value : value;
    }
}
