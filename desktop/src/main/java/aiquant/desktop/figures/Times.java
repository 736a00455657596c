package aiquant.desktop.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes moments and ages. All moments are UTC, as the engine's day is.
public final class Times {

    private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = formatter("HH:mm");
    private static final DateTimeFormatter DAY = formatter("d MMM");
    private static final DateTimeFormatter MONTH = formatter("MMM yyyy");
    private static final DateTimeFormatter BAR = formatter("EEE d MMM yyyy HH:mm");
    private static final DateTimeFormatter STAMP = formatter("dd MMM HH:mm:ss");

    private Times() {}

    /// `14:03:11`
    public static String clock(long epochMs) {
        return CLOCK.format(Instant.ofEpochMilli(epochMs));
    }

    /// `14:03`
    public static String minute(long epochMs) {
        return MINUTE.format(Instant.ofEpochMilli(epochMs));
    }

    /// `5 Mar`
    public static String day(long epochMs) {
        return DAY.format(Instant.ofEpochMilli(epochMs));
    }

    /// `Mar 2025`
    public static String month(long epochMs) {
        return MONTH.format(Instant.ofEpochMilli(epochMs));
    }

    /// `Wed 5 Mar 2025 14:00`
    public static String bar(long epochMs) {
        return BAR.format(Instant.ofEpochMilli(epochMs));
    }

    /// `05 Mar 14:03:11`
    public static String stamp(long epochMs) {
        return STAMP.format(Instant.ofEpochMilli(epochMs));
    }

    /// How long ago, in the one unit that matters: `0.4 s`, `12 s`, `3 min`, `2 h 05 m`, `3 d 4 h`.
    public static String age(long milliseconds) {
        if (milliseconds < 0) {
            return Figures.NONE;
        }
        long seconds = milliseconds / 1000;
        if (seconds < 10) {
            return Figures.fixed(milliseconds / 1000.0, 1) + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return hours + " h " + (minutes % 60 < 10 ? "0" : "") + minutes % 60 + " m";
        }
        return hours / 24 + " d " + hours % 24 + " h";
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
