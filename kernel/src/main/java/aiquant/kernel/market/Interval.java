package aiquant.kernel.market;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The length of a candle.
public enum Interval {
    M1("1m", 60_000L),
    M3("3m", 180_000L),
    M5("5m", 300_000L),
    M15("15m", 900_000L),
    M30("30m", 1_800_000L),
    H1("1h", 3_600_000L),
    H4("4h", 14_400_000L),
    D1("1d", 86_400_000L);

    private final String text;
    private final long lengthMs;

    Interval(String text, long lengthMs) {
        this.text = text;
        this.lengthMs = lengthMs;
    }

    /// As files and the venue write it: `15m`, `1h`.
    public String text() {
        return text;
    }

    public long lengthMs() {
        return lengthMs;
    }

    /// @throws IllegalArgumentException if the text names no interval; the message lists the valid ones
    public static Interval of(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown interval '" + text + "'; valid: "
                        + Arrays.stream(values()).map(Interval::text).collect(Collectors.joining(" "))));
    }

    @Override
    public String toString() {
        return text;
    }
}
