package aiquant.engine.research;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and times as people read them in a summary. For eyes only: nothing is booked from these.
final class Figures {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double HUNDRED = 100;

    private Figures() {}

    /// With the given number of decimals, the exact binary value rounded half to even.
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// [#fixed] for files that other programs read: a negative value that rounds to zero keeps its sign.
    static String signedFixed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean isNegative = Double.doubleToRawLongBits(value) < 0 && !Double.isNaN(value);
        return isNegative && !text.startsWith("-") ? "-" + text : text;
    }

    /// `1,234.50`
    static String usd(double value) {
        return String.format(Locale.ROOT, "%,.2f", value + 0.0);
    }

    /// `+1,234.50`; zero has no sign.
    static String signedUsd(double value) {
        return value == 0 ? "0.00" : String.format(Locale.ROOT, "%+,.2f", value);
    }

    /// `12.34 %` of a fraction.
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", fraction * HUNDRED);
    }

    static String signedPercent(double fraction) {
        return String.format(Locale.ROOT, "%+.2f %%", fraction * HUNDRED);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// The shortest digits of the same value: `2.5`, and `3` rather than `3.0`.
    static String plain(double value) {
        String text = JsonNumber.text(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Three digits that matter: `0.0123`, `12.3`, `1230`.
    static String short3(double value) {
        BigDecimal rounded = new BigDecimal(String.format(Locale.ROOT, "%.2e", value));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// `1 symbol`, `40 symbols`
    static String counted(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /// `1.37`, and a sign of infinity where nothing was lost.
    static String factor(double value) {
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, "%.2f", value);
    }

    /// `2025-03-01 12:00`, UTC.
    static String minute(long timeMs) {
        return MINUTE.format(Instant.ofEpochMilli(timeMs));
    }

    /// `2025-03-01`, UTC.
    static String day(long timeMs) {
        return minute(timeMs).substring(0, 10);
    }

    static String duration(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }

    /// `25.3 M`, `548 k`, `96`.
    static String magnitude(double value) {
        if (value >= 1e9) {
            return String.format(Locale.ROOT, "%.2f G", value / 1e9);
        }
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", value / 1e6);
        }
        return value >= 1e3
                ? String.format(Locale.ROOT, "%.0f k", value / 1e3)
                : String.format(Locale.ROOT, "%.0f", value);
    }

    /// Zero of nothing.
    static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// Zero of nothing.
    static double share(long part, long whole) {
        return ratio((double) part, (double) whole);
    }
}
