package aiquant.engine.research;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round values along an axis.
final class Ticks {

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY
    };
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};
    private static final long MONTH = 30 * DAY;

    private Ticks() {}

    record TimeTick(long timeMs, String label) {}

    /// Multiples of 1, 2 or 5 times a power of ten inside [low, high], about `wanted` of them.
    static List<Double> values(double low, double high, int wanted) {
        double rough = (high - low) / wanted;
        if (!(rough > 0)) {
            return List.of(low);
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double ratio = rough / power;
        double step = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /// Round UTC times inside [fromMs, toMs], at most `most` of them or a few more around month ends.
    static List<TimeTick> times(long fromMs, long toMs, int most) {
        long span = toMs - fromMs;
        for (long step : STEPS) {
            if (span / step <= most) {
                return multiples(fromMs, toMs, step);
            }
        }
        for (int months : MONTHS) {
            if (span / (months * MONTH) <= most) {
                return months(fromMs, toMs, months);
            }
        }
        return List.of();
    }

    private static List<TimeTick> multiples(long fromMs, long toMs, long step) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                        step < DAY ? "d MMM HH:mm" : "d MMM yyyy", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
        List<TimeTick> ticks = new ArrayList<>();
        for (long time = Math.ceilDiv(fromMs, step) * step; time <= toMs; time += step) {
            ticks.add(new TimeTick(time, format.format(Instant.ofEpochMilli(time))));
        }
        return ticks;
    }

    private static List<TimeTick> months(long fromMs, long toMs, int months) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(months < 12 ? "MMM yyyy" : "yyyy", Locale.ENGLISH);
        List<TimeTick> ticks = new ArrayList<>();
        LocalDate month = Instant.ofEpochMilli(fromMs)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfYear(1);
        for (; startOf(month) <= toMs; month = month.plusMonths(months)) {
            if (startOf(month) >= fromMs) {
                ticks.add(new TimeTick(startOf(month), month.format(format)));
            }
        }
        return ticks;
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
