package aiquant.exchange;

import aiquant.exchange.RateBudget.Priority;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How far the exchange's clock is ahead of this machine's.
///
/// @param offsetMs to be added to this machine's time
/// @param uncertaintyMs the answer may be wrong by so much either way: half a round trip
/// @param measuredAtMs by this machine's clock
public record VenueClock(long offsetMs, long uncertaintyMs, long measuredAtMs) {

    private record Probe(long offsetMs, long roundTripMs) {}

    /// Asks for the time so often and takes the probe in the middle, assuming that both ways took the same time.
    public static VenueClock measure(InfoClient client, InstantSource here, int probes)
            throws InfoException, InterruptedException {
        if (probes < 1) {
            throw new IllegalArgumentException("probes must be positive: " + probes);
        }
        List<Probe> all = new ArrayList<>();
        for (int i = 0; i < probes; i++) {
            long sentMs = here.millis();
            long venueMs =
                    client.ask(InfoRequest.exchangeStatus(), Priority.NORMAL).timeMs();
            long roundTripMs = here.millis() - sentMs;
            all.add(new Probe(venueMs - sentMs - roundTripMs / 2, roundTripMs));
        }
        all.sort(Comparator.comparingLong(Probe::offsetMs));
        Probe middle = all.get(probes / 2);
        return new VenueClock(middle.offsetMs, (middle.roundTripMs + 1) / 2, here.millis());
    }

    /// The exchange's time at a moment of this machine's.
    public long venueMs(long localMs) {
        return localMs + offsetMs;
    }
}
