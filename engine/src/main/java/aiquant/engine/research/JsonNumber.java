package aiquant.engine.research;

/// Doubles as the reference's JSON spells them, so that reports can be compared as text.
///
/// The shortest digits that read back as the same value, always with a fraction or an exponent: `10000.0`, `0.00001`,
/// `1e16`, `2.5e-7`. Plain from 1e-5 up to below 1e16, scientific outside. JSON has no word for infinity and NaN:
/// `null`.
public final class JsonNumber {

    private static final int PLAIN_BELOW = 16;
    private static final int PLAIN_ABOVE = -5;

    private JsonNumber() {}

    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return sign + (value == 0 ? "0.0" : positive(Math.abs(value)));
    }

    private static String positive(double value) {
        String shortest = Double.toString(value);
        int mark = shortest.indexOf('E');
        String mantissa = mark < 0 ? shortest : shortest.substring(0, mark);
        int exponent = mark < 0 ? 0 : Integer.parseInt(shortest.substring(mark + 1));

        int point = mantissa.indexOf('.');
        String whole = mantissa.substring(0, point) + mantissa.substring(point + 1);
        int leadingZeros = whole.length() - stripLeadingZeros(whole).length();
        String digits = stripTrailingZeros(stripLeadingZeros(whole));
        return place(digits, point + exponent - leadingZeros);
    }

    /// The digits of a number 0.DIGITS × 10^pointAt.
    private static String place(String digits, int pointAt) {
        if (pointAt > PLAIN_BELOW || pointAt <= PLAIN_ABOVE) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (pointAt - 1);
        }
        if (pointAt <= 0) {
            return "0." + "0".repeat(-pointAt) + digits;
        }
        if (pointAt >= digits.length()) {
            return digits + "0".repeat(pointAt - digits.length()) + ".0";
        }
        return digits.substring(0, pointAt) + "." + digits.substring(pointAt);
    }

    private static String stripLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static String stripTrailingZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
