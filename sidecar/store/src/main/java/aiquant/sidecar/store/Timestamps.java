package aiquant.sidecar.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Reads a point in time as a person writes it on a command line.
public final class Timestamps {

    private static final long FIRST_MILLIS = 10_000_000_000L;
    private static final long FIRST_MICROS = 10_000_000_000_000L;
    private static final long FIRST_NANOS = 10_000_000_000_000_000L;

    private Timestamps() {}

    /// Epoch milliseconds of an epoch number, an RFC 3339 time or a UTC date.
    ///
    /// A whole number, underscores and a sign allowed, is told by its size: seconds below 10^10, milliseconds below
    /// 10^13, microseconds below 10^16, nanoseconds from there. A date as in `2025-02-28` is its UTC midnight.
    ///
    /// @throws IllegalArgumentException if the text is none of these; the message says what is
    public static long parse(String text) {
        String trimmed = text.strip();
        try {
            if (trimmed.matches("[+-]?[0-9][0-9_]*")) {
                return ofEpoch(Long.parseLong(trimmed.replace("_", "")));
            }
            if (trimmed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(trimmed)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
            return instant(trimmed).toEpochMilli();
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time; write an epoch number (1735689600, "
                    + "1_735_689_600_000), an RFC 3339 time (2025-01-01T00:00:00Z) or a date (2025-01-01)");
        }
    }

    private static long ofEpoch(long number) {
        long size = Math.absExact(number);
        if (size < FIRST_MILLIS) {
            return number * 1_000;
        }
        if (size < FIRST_MICROS) {
            return number;
        }
        return size < FIRST_NANOS ? number / 1_000 : number / 1_000_000;
    }

    /// RFC 3339 allows a space between date and time.
    private static Instant instant(String text) {
        boolean hasSpace = text.length() > 10 && text.charAt(10) == ' ';
        return OffsetDateTime.parse(hasSpace ? text.substring(0, 10) + "T" + text.substring(11) : text)
                .toInstant();
    }
}
