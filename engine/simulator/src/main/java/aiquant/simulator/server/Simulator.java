package aiquant.simulator.server;

import aiquant.simulator.venue.VenueModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.java_websocket.WebSocket;

/// A local exchange: the public protocol on loopback, real checks, a seeded market, faults on demand.
///
/// Virtual time comes from a [SimulatorClock]; deadlines of the protocol and cadences of streams are wall time. May be
/// used from any thread.
public final class Simulator implements AutoCloseable {
    private final VenueThread thread = new VenueThread();
    private final SimulatorClock clock;
    private final InstantSource wall;
    private final VenueModel venue;
    private final Wallets wallets = new Wallets();
    private final Faults faults;
    private final FrameFaults frameFaults;
    private final InfoDesk info;
    private final FrontDesk desk;
    private final StreamDesk streams;
    private final Publisher publisher;
    private final Map<WebSocket, Session> sessions = new HashMap<>();
    private final RestServer rest;
    private final SocketServer socket;
    private long skewMs;

    /// Starts at once.
    ///
    /// @param wall counts the protocol's own deadlines
    /// @throws IOException if a port is taken
    public Simulator(SimulatorSettings settings, SimulatorClock clock, InstantSource wall) throws IOException {
        this(settings, _ -> {}, clock, wall);
    }

    /// @param prepare what is done to the exchange before anybody can reach it, such as giving it a past
    Simulator(SimulatorSettings settings, Consumer<VenueModel> prepare, SimulatorClock clock, InstantSource wall)
            throws IOException {
        this.clock = clock;
        this.wall = wall;
        venue = new VenueModel(
                settings.rules(), settings.assets(), settings.startMs(), settings.seed(), settings.source());
        prepare.accept(venue);
        faults = new Faults(new SplittableRandom(settings.seed()));
        frameFaults = new FrameFaults(faults);
        info = new InfoDesk(venue, wallets);
        desk = new FrontDesk(
                info, new ExchangeDesk(venue, wallets, settings.network()), new Weights(settings.weightPerMinute()));
        Snapshots snapshots = new Snapshots(venue);
        streams = new StreamDesk(snapshots, desk, frameFaults);
        publisher = new Publisher(streams, snapshots);
        try {
            rest = new RestServer(
                    settings.restPort(),
                    request -> inside(nowMs -> desk.info(request, nowMs)),
                    request -> inside(nowMs -> desk.exchange(request, nowMs)),
                    request -> inside(nowMs -> control(request)),
                    place -> thread.call(() -> strike(place)));
        } catch (IOException e) {
            thread.close();
            throw new IOException("cannot listen on port " + settings.restPort() + ": " + e.getMessage(), e);
        }
        try {
            socket = new SocketServer(settings.socketPort(), new Doorman());
        } catch (IOException e) {
            rest.close();
            thread.close();
            throw e;
        }
        thread.every(settings.tickMs(), this::tick);
    }

    private Optional<Fault> strike(String place) {
        int colon = place.indexOf(':');
        return faults.strike(place.substring(0, colon), place.substring(colon + 1));
    }

    public URI restUri() {
        return URI.create("http://127.0.0.1:" + rest.port());
    }

    public URI socketUri() {
        return URI.create("ws://127.0.0.1:" + socket.port() + "/ws");
    }

    /// Does something to the exchange between two requests, and tells clients what came of it.
    public <T> T with(Function<VenueModel, T> task) {
        return inside(_ -> task.apply(venue));
    }

    /// Brings the exchange to the clock's time and tells clients what happened. For clocks that are moved by hand.
    public void catchUp() {
        inside(_ -> true);
    }

    /// @param skew how far the exchange's clock is ahead of the simulator's, or behind if negative; before it shows,
    /// time
    ///             has to catch up
    public void setClockSkew(long skew) {
        thread.call(() -> {
            skewMs = skew;
            return true;
        });
    }

    public void addFault(Fault fault) {
        thread.call(() -> {
            faults.add(fault);
            return true;
        });
    }

    public void clearFaults() {
        thread.call(() -> {
            faults.clear();
            return true;
        });
    }

    /// Closes all connections on the socket, as if the network had failed.
    public void disconnectAll() {
        thread.call(() -> {
            streams.sessions().forEach(session -> session.peer.close(1006, ""));
            return true;
        });
    }

    /// Puts money into an account, which exists from then on.
    public void fund(String address, BigDecimal usd) {
        with(model -> {
            model.deposit(address, usd);
            return true;
        });
    }

    /// Lets a wallet act for an account, without the account's signature.
    ///
    /// @throws IllegalArgumentException if the exchange would refuse it
    public void approveAgent(String account, String agent, String name, long untilMs) {
        inside(_ -> wallets.approve(account, agent, name, untilMs, venue.nowMs()))
                .ifPresent(refusal -> {
                    throw new IllegalArgumentException(refusal);
                });
    }

    /// A vault or sub-account that `master` acts for.
    public void registerVault(String vault, String master) {
        inside(_ -> {
            wallets.registerVault(vault, master);
            return true;
        });
    }

    public void revokeAgent(String agent) {
        inside(_ -> {
            wallets.revoke(agent);
            return true;
        });
    }

    private <T> T inside(Function<Long, T> task) {
        return thread.call(() -> {
            long nowMs = wall.millis();
            advance(nowMs);
            T result = task.apply(nowMs);
            publisher.publish(venue.drainEvents(), nowMs);
            return result;
        });
    }

    private void advance(long nowMs) {
        venue.advanceTo(Math.max(venue.nowMs(), clock.nowMs() + skewMs));
        publisher.publish(venue.drainEvents(), nowMs);
    }

    private void tick() {
        long nowMs = wall.millis();
        advance(nowMs);
        publisher.tick(nowMs);
        frameFaults.tick(nowMs);
        streams.closeSilent(nowMs);
    }

    /// Types `fault`, `clearFaults`, `faults`, `disconnect`, `fund`, `agent`, `revoke`, `skew`, `hideOrders` and
    /// `cancel`.
    private JsonNode control(JsonNode request) {
        Body body = new Body(request);
        switch (body.text("type")) {
            case "fault" -> faults.add(fault(request));
            case "clearFaults" -> faults.clear();
            case "faults" -> {
                return Nodes.array(faults.all(), Fault::toJson);
            }
            case "disconnect" -> streams.sessions().forEach(session -> session.peer.close(1006, ""));
            case "fund" -> venue.deposit(body.address("user"), body.decimal("usd"));
            case "agent" ->
                wallets.approve(
                                body.address("user"),
                                body.address("agent"),
                                body.text("name"),
                                body.numberIfAny("validUntil").orElse(venue.nowMs() + Wallets.MAX_AGENT_MS),
                                venue.nowMs())
                        .ifPresent(refusal -> {
                            throw new BadRequest(refusal);
                        });
            case "revoke" -> wallets.revoke(body.address("agent"));
            case "skew" -> skewMs = body.signed("ms");
            case "hideOrders" -> info.hideNewOrdersFor(body.number("ms"));
            case "cancel" -> {
                if (!venue.cancelByExchange(body.address("user"), body.number("oid"))) {
                    throw new BadRequest("no open order " + body.number("oid"));
                }
            }
            default -> throw new BadRequest("unknown type " + body.text("type"));
        }
        ObjectNode done = Nodes.object().put("status", "ok");
        return done.put("time", venue.nowMs());
    }

    private static Fault fault(JsonNode request) {
        try {
            return Fault.of(request);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage());
        }
    }

    @Override
    public void close() {
        socket.close();
        rest.close();
        thread.close();
    }

    /// Brings what happens on the socket to the venue's thread, in order.
    private final class Doorman implements SocketServer.Listener {
        @Override
        public void opened(WebSocket connection, Session.Peer peer) {
            thread.execute(() -> sessions.put(connection, streams.open(peer, wall.millis())));
        }

        @Override
        public void message(WebSocket connection, String text) {
            thread.execute(() -> {
                Session session = sessions.get(connection);
                long nowMs = wall.millis();
                if (session != null && frameFaults.hears(session, nowMs)) {
                    advance(nowMs);
                    streams.message(session, text, nowMs);
                    publisher.publish(venue.drainEvents(), nowMs);
                }
            });
        }

        @Override
        public void closed(WebSocket connection) {
            thread.execute(() -> {
                Session session = sessions.remove(connection);
                if (session != null) {
                    streams.closed(session);
                    frameFaults.forget(session);
                }
            });
        }
    }
}
