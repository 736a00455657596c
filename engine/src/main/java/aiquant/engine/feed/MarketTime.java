package aiquant.engine.feed;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The market's time, twice: as the exchange's clock says it, and as a count that never goes back, by which
/// things age.
///
/// Only the second one decides how old something is, so a clock that is set while the program runs makes nothing
/// younger. Both pass at the same pace.
///
/// @param clock the exchange's time as well as it is known
/// @param steadyMs milliseconds from some moment
public record MarketTime(InstantSource clock, LongSupplier steadyMs) {

    /// What carries the exchange's time may be so far ahead of our idea of it and counts as new; further ahead
    /// its age is unknown.
    private static final long MOST_AHEAD_MS = 2_000;

    /// Real time with this clock.
    public static MarketTime of(InstantSource clock) {
        return new MarketTime(clock, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /// Time on a local exchange, which passes `factor` times as fast as ours.
    public static MarketTime scaled(InstantSource clock, double factor) {
        return new MarketTime(clock, () -> (long) (factor * TimeUnit.NANOSECONDS.toMillis(System.nanoTime())));
    }

    /// For something that is so old now.
    Stamp aged(PriceSource source, long ageMs) {
        long age = Math.max(0, ageMs);
        return new Stamp(source, clock.millis() - age, steadyMs.getAsLong() - age);
    }

    /// For something that carries the exchange's time; empty where that lies in the future, because then nobody
    /// knows how old it is.
    Optional<Stamp> dated(PriceSource source, long timeMs) {
        long ageMs = clock.millis() - timeMs;
        return ageMs < -MOST_AHEAD_MS
                ? Optional.empty()
                : Optional.of(new Stamp(source, timeMs, steadyMs.getAsLong() - Math.max(0, ageMs)));
    }

    /// How old that is.
    public long ageMs(Stamp stamp) {
        return Math.max(0, steadyMs.getAsLong() - stamp.steadyMs());
    }
}
