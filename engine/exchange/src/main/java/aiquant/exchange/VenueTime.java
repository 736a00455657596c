package aiquant.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// The exchange's time: counted on from the last time the exchange was asked, by a count that never goes back.
///
/// So a clock of this machine that is wrong, or set while the program runs, changes nothing. Until the first
/// measurement it is this machine's time, for want of another. Thread-safe.
public final class VenueTime implements InstantSource {

    /// A difference that people should know of.
    public static final long WRONG_MS = 1_000;

    private static final int PROBES = 5;
    private static final long EVERY_MS = 600_000;

    /// If clock and count move apart by more, the clock was set, or the machine slept and the count stood still.
    private static final long JUMP_MS = 500;

    private final InstantSource here;
    private final LongSupplier steadyMs;
    private volatile Reading reading = new Reading(false, 0, 0, 0, 0);

    /// @param venueMs the exchange's time at that count
    /// @param hereMs this machine's time at that count
    private record Reading(boolean isMeasured, long steadyMs, long venueMs, long hereMs, long uncertaintyMs) {}

    /// @param here this machine's clock
    /// @param steadyMs milliseconds from some moment, never going back
    public VenueTime(InstantSource here, LongSupplier steadyMs) {
        this.here = here;
        this.steadyMs = steadyMs;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        Reading last = reading;
        return last.isMeasured ? last.venueMs + steadyMs.getAsLong() - last.steadyMs : here.millis();
    }

    /// Asks the exchange if that is due: at first, every ten minutes, and when this machine's clock has jumped.
    ///
    /// @throws InfoException where it does not answer; what was known stays
    public void keep(InfoClient client) throws InfoException, InterruptedException {
        if (isDue()) {
            measure(client);
        }
    }

    private boolean isDue() {
        Reading last = reading;
        return !last.isMeasured || steadyMs.getAsLong() - last.steadyMs >= EVERY_MS || hasJumped(last);
    }

    private boolean hasJumped(Reading since) {
        long passedMs = steadyMs.getAsLong() - since.steadyMs;
        return Math.abs(here.millis() - since.hereMs - passedMs) > JUMP_MS;
    }

    private void measure(InfoClient client) throws InfoException, InterruptedException {
        Reading begin = new Reading(true, steadyMs.getAsLong(), 0, here.millis(), 0);
        VenueClock clock = VenueClock.measure(client, here, PROBES);
        if (hasJumped(begin)) {
            return; // the clock was set meanwhile, which makes the answer worthless; it is due again at once
        }
        long hereMs = here.millis();
        reading = new Reading(true, steadyMs.getAsLong(), clock.venueMs(hereMs), hereMs, clock.uncertaintyMs());
    }

    /// How far this machine's clock is ahead of the exchange's now; negative where it is behind. Empty before the first
    /// measurement.
    public OptionalLong aheadMs() {
        return reading.isMeasured ? OptionalLong.of(here.millis() - millis()) : OptionalLong.empty();
    }

    /// The measurement may be wrong by so much either way.
    public long uncertaintyMs() {
        return reading.uncertaintyMs;
    }

    /// Whether this machine's clock is so wrong that people should know; not while that is unknown.
    public boolean isWrong() {
        return aheadMs().isPresent() && Math.abs(aheadMs().getAsLong()) - uncertaintyMs() > WRONG_MS;
    }

    /// In one line, for people.
    public String text() {
        OptionalLong ahead = aheadMs();
        if (ahead.isEmpty()) {
            return "the exchange's clock is not known yet; this machine's stands in for it";
        }
        String difference = String.format(
                Locale.ROOT,
                "this machine's clock is %.3f s %s the exchange's (± %.3f s)",
                Math.abs(ahead.getAsLong()) / 1_000.0,
                ahead.getAsLong() < 0 ? "behind" : "ahead of",
                uncertaintyMs() / 1_000.0);
        return isWrong() ? difference + ": set it, or let a time service keep it" : difference;
    }
}
