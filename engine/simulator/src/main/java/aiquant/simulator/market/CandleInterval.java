package aiquant.simulator.market;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The candle lengths the exchange serves.
///
/// All but the month are counted from the epoch; a month begins at midnight UTC of its first day.
public enum CandleInterval {
    M1("1m", 1),
    M3("3m", 3),
    M5("5m", 5),
    M15("15m", 15),
    M30("30m", 30),
    H1("1h", 60),
    H2("2h", 120),
    H4("4h", 240),
    H8("8h", 480),
    H12("12h", 720),
    D1("1d", 1440),
    D3("3d", 3 * 1440),
    W1("1w", 7 * 1440),
    MONTH("1M", 0);

    private final String text;
    private final long lengthMs;

    CandleInterval(String text, long minutes) {
        this.text = text;
        this.lengthMs = minutes * 60_000;
    }

    public String text() {
        return text;
    }

    /// @throws IllegalArgumentException if the text names no interval; the message lists the valid ones
    public static CandleInterval of(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown interval '" + text + "'; valid: "
                        + Arrays.stream(values()).map(CandleInterval::text).collect(Collectors.joining(" "))));
    }

    /// Open time of the candle that contains `timeMs`.
    public long openMs(long timeMs) {
        if (this != MONTH) {
            return timeMs - Math.floorMod(timeMs, lengthMs);
        }
        return Instant.ofEpochMilli(timeMs)
                .atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .toEpochMilli();
    }

    /// Open time of the candle after the one that opens at `openMs`.
    public long nextOpenMs(long openMs) {
        return this == MONTH ? openMs(openMs + 32L * 86_400_000) : openMs + lengthMs;
    }
}
