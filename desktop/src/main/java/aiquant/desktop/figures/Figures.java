package aiquant.desktop.figures;

import aiquant.money.Quantity;

/// Writes numbers the way a price ladder does: grouped, with fixed decimals, the sign in front.
///
/// The figures of the shipped font have one width, so a right-aligned number keeps its place while it changes. A
/// missing number is an en dash.
public final class Figures {

    public static final String NONE = "–";

    private static final char MINUS = '−';
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
    };
    /// Prices show this many significant figures, so that every symbol moves by a visible digit.
    private static final int PRICE_FIGURES = 6;

    private static final int SHORT_QUANTITY = 7;
    private static final int SIZE_DECIMALS = 6;

    private Figures() {}

    /// `decimals` must be between 0 and 8.
    public static String fixed(double value, int decimals) {
        return write(value, decimals, false);
    }

    /// With a plus in front of gains.
    public static String signed(double value, int decimals) {
        return write(value, decimals, true);
    }

    public static String money(double usd) {
        return fixed(usd, 2);
    }

    public static String signedMoney(double usd) {
        return signed(usd, 2);
    }

    public static String signedPercent(double percent) {
        return Double.isFinite(percent) ? signed(percent, 2) + " %" : NONE;
    }

    public static String price(double price) {
        return fixed(price, priceDecimals(price));
    }

    /// A size: exact where it is short, else rounded to six figures and six decimals; the ledger has every digit.
    public static String quantity(Quantity quantity) {
        String exact = quantity.toString();
        double size = quantity.toDouble();
        return exact.length() <= SHORT_QUANTITY ? exact : fixed(size, Math.min(priceDecimals(size), SIZE_DECIMALS));
    }

    /// How many decimals a price of this size shows.
    public static int priceDecimals(double price) {
        double size = Math.abs(price);
        if (size == 0 || !Double.isFinite(size)) {
            return 2;
        }
        int integerDigits = (int) Math.floor(Math.log10(size)) + 1;
        return Math.clamp(PRICE_FIGURES - integerDigits, 0, POWERS.length - 1);
    }

    /// A volume in at most six characters: `12.4 K`, `3.21 M`.
    public static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return fixed(value / 1e9, 2) + " B";
        }
        if (size >= 1e6) {
            return fixed(value / 1e6, 2) + " M";
        }
        if (size >= 1e4) {
            return fixed(value / 1e3, 1) + " K";
        }
        return fixed(value, size >= 100 ? 0 : 2);
    }

    public static String count(long value) {
        return fixed((double) value, 0);
    }

    private static String write(double value, int decimals, boolean plus) {
        if (!Double.isFinite(value) || Math.abs(value) >= 1e15) {
            return Double.isFinite(value) ? Double.toString(value) : NONE;
        }
        long power = POWERS[decimals];
        double size = Math.abs(value);
        long whole = (long) size;
        long fraction = Math.round((size - whole) * power);
        if (fraction == power) {
            whole++;
            fraction = 0;
        }
        boolean zero = whole == 0 && fraction == 0;
        StringBuilder text = new StringBuilder(24);
        if (!zero && value < 0) {
            text.append(MINUS);
        } else if (!zero && plus) {
            text.append('+');
        }
        appendGrouped(text, whole);
        if (decimals > 0) {
            text.append('.');
            String digits = Long.toString(fraction);
            text.repeat('0', decimals - digits.length()).append(digits);
        }
        return text.toString();
    }

    private static void appendGrouped(StringBuilder text, long whole) {
        String digits = Long.toString(whole);
        int length = digits.length();
        for (int i = 0; i < length; i++) {
            if (i > 0 && (length - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
    }
}
