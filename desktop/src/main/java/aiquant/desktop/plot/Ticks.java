package aiquant.desktop.plot;

import aiquant.desktop.figures.Times;

/// Where an axis is labelled: round prices, round times.
final class Ticks {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] TIME_STEPS = {
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        4 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        30 * DAY,
        60 * DAY,
        90 * DAY,
        180 * DAY,
        360 * DAY,
        720 * DAY,
        1800 * DAY,
    };

    private Ticks() {}

    /// The smallest of 1, 2, 5 × 10ⁿ that is at least `raw`.
    static double priceStep(double raw) {
        if (!(raw > 0) || Double.isInfinite(raw)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }

    /// Decimals that tell neighbouring ticks apart.
    static int decimals(double step) {
        return Math.clamp((long) Math.ceil(-Math.log10(step) - 1e-9), 0, 8);
    }

    static long timeStep(double rawMs) {
        for (long step : TIME_STEPS) {
            if (step >= rawMs) {
                return step;
            }
        }
        return TIME_STEPS[TIME_STEPS.length - 1];
    }

    /// The hour within a day, the day where one starts, the month for long steps.
    static String label(long timeMs, long stepMs) {
        if (stepMs >= 30 * DAY) {
            return Times.month(timeMs);
        }
        return stepMs >= DAY || timeMs % DAY == 0 ? Times.day(timeMs) : Times.minute(timeMs);
    }
}
