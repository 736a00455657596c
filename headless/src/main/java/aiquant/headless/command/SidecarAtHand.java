package aiquant.headless.command;

import aiquant.engine.feed.SidecarRounds;
import aiquant.exchange.Endpoints;
import aiquant.sidecar.Sidecar;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.VenueExchange;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;

/// The sidecar that runs, or one of our own inside this process where none does.
///
/// Two never write the same databases: a sidecar holds locks on its socket and on its folder. When the one that ran is
/// gone, ours takes its place. Thread-safe.
final class SidecarAtHand implements SidecarRounds.Lifeline, AutoCloseable {
    private static final long ANSWER_MS = 3_000;

    private final SidecarSettings settings;
    private final Endpoints endpoints;
    private final InstantSource clock;
    private Optional<VenueExchange> venue = Optional.empty();
    private Optional<Sidecar> own = Optional.empty();
    private boolean isClosed;

    private SidecarAtHand(SidecarSettings settings, Endpoints endpoints, InstantSource clock) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /// @throws IOException if none answers and none can be started
    /// @throws IllegalArgumentException if the one that runs collects something else or elsewhere
    static SidecarAtHand open(SidecarSettings settings, Endpoints endpoints, InstantSource clock) throws IOException {
        SidecarAtHand sidecar = new SidecarAtHand(settings, endpoints, clock);
        if (!sidecar.isRunning()) {
            try {
                sidecar.start();
            } catch (IOException e) {
                // Another one may have been quicker.
                if (!sidecar.isRunning()) {
                    throw e;
                }
            }
        }
        return sidecar;
    }

    private boolean isRunning() throws IOException {
        try (SidecarClient client = new SidecarClient(settings.socket(), ANSWER_MS, ANSWER_MS)) {
            JsonNode stats = client.stats();
            check(
                    "collects from",
                    stats.path("exchange").asText(),
                    endpoints.webSocket().toString());
            check(
                    "writes to",
                    stats.path("databases").asText(),
                    settings.folder().toAbsolutePath().toString());
            return true;
        } catch (SidecarException e) {
            if (e.kind() == SidecarException.Kind.UNREACHABLE) {
                return false;
            }
            throw e;
        }
    }

    private void check(String what, String actual, String wanted) {
        if (!actual.equals(wanted)) {
            throw new IllegalArgumentException("the sidecar at " + settings.socket() + " " + what + " " + actual
                    + ", not " + wanted + ": stop it, or start it with the same options");
        }
    }

    private synchronized void start() throws IOException {
        if (isClosed || own.isPresent()) {
            return;
        }
        VenueExchange exchange = new VenueExchange(endpoints, clock, new SplittableRandom());
        try {
            own = Optional.of(Sidecar.start(settings, exchange, clock));
            venue = Optional.of(exchange);
        } finally {
            if (own.isEmpty()) {
                exchange.close();
            }
        }
    }

    @Override
    public void lost() {
        try {
            start();
        } catch (IOException e) {
            // Another one holds the place: it is going to answer, or to end.
        }
    }

    /// Whether it is inside this process.
    synchronized boolean isOwn() {
        return own.isPresent();
    }

    Path databases() {
        return settings.folder();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        own.ifPresent(Sidecar::close);
        venue.ifPresent(VenueExchange::close);
    }
}
