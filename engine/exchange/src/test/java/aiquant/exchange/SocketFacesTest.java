package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.action.Address;
import aiquant.exchange.wire.AllMids;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Bbo;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Trades;
import aiquant.exchange.wire.UserEvent;
import aiquant.exchange.wire.UserPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SocketFacesTest {
    private final List<String> notes = new ArrayList<>();

    @Test
    void handsMarketDataOverByKind() {
        MarketSocket face = new MarketSocket(new MarketHandler() {
            @Override
            public void opened(long epoch) {
                notes.add("opened " + epoch);
            }

            @Override
            public void closed(long epoch, String reason) {
                notes.add("closed " + epoch + " " + reason);
            }

            @Override
            public void problem(long epoch, SocketProblem problem) {
                notes.add("problem " + problem);
            }

            @Override
            public void mids(long epoch, long receivedNanos, AllMids mids) {
                notes.add("mids " + mids.mids());
            }

            @Override
            public void bbo(long epoch, long receivedNanos, Bbo bbo) {
                notes.add("bbo " + bbo.coin());
            }

            @Override
            public void bar(long epoch, long receivedNanos, Bar bar) {
                notes.add("bar " + bar.coin());
            }

            @Override
            public void trades(long epoch, long receivedNanos, Trades trades) {
                notes.add("trades " + trades.trades().size());
            }
        });

        face.opened(3);
        say(face, "{\"channel\":\"allMids\",\"data\":{\"mids\":{\"BTC\":\"1.0\"}}}");
        say(face, "{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":1,\"bbo\":[null,null]}}");
        say(face, "{\"channel\":\"trades\",\"data\":[]}");
        say(face, "{\"channel\":\"orderUpdates\",\"data\":[]}");
        face.problem(3, new SocketProblem.Refused("no"));
        face.closed(3, "gone");

        assertThat(notes)
                .containsExactly(
                        "opened 3",
                        "mids {BTC=1.0}",
                        "bbo BTC",
                        "trades 0",
                        "problem Refused[text=no]",
                        "closed 3 gone");
    }

    @Test
    void handsUserDataOverByKind() {
        UserSocket face = new UserSocket(new UserHandler() {
            @Override
            public void opened(long epoch) {
                notes.add("opened " + epoch);
            }

            @Override
            public void closed(long epoch, String reason) {
                notes.add("closed " + epoch);
            }

            @Override
            public void problem(long epoch, SocketProblem problem) {
                notes.add("problem");
            }

            @Override
            public void fills(long epoch, long receivedNanos, UserPayload.UserFills fills) {
                notes.add("fills, snapshot " + fills.isSnapshot());
            }

            @Override
            public void orders(long epoch, long receivedNanos, UserPayload.OrderUpdates updates) {
                notes.add("orders " + updates.updates().size());
            }

            @Override
            public void event(long epoch, long receivedNanos, UserEvent event) {
                notes.add("event " + event.nonUserCancel().isPresent());
            }

            @Override
            public void fundings(long epoch, long receivedNanos, UserPayload.UserFundings fundings) {
                notes.add("fundings " + fundings.fundings().size());
            }

            @Override
            public void other(long epoch, long receivedNanos, UserPayload payload) {
                notes.add("other");
            }
        });

        say(face, "{\"channel\":\"userFills\",\"data\":{\"user\":\"0x1\",\"fills\":[],\"isSnapshot\":true}}");
        say(face, "{\"channel\":\"orderUpdates\",\"data\":[]}");
        say(face, "{\"channel\":\"user\",\"data\":{\"nonUserCancel\":[]}}");
        say(face, "{\"channel\":\"userFundings\",\"data\":{\"user\":\"0x1\",\"fundings\":[]}}");
        say(face, "{\"channel\":\"notification\",\"data\":{\"notification\":\"hello\"}}");
        say(face, "{\"channel\":\"allMids\",\"data\":{\"mids\":{}}}");

        assertThat(notes).containsExactly("fills, snapshot true", "orders 0", "event true", "fundings 0", "other");
    }

    @Test
    void asksForAllThatAnAccountsOwnerMustHear() {
        ManualClockwork clockwork = new ManualClockwork();
        try (VenueSocket socket = new VenueSocket(
                Endpoints.of("http://localhost:1", "ws://localhost:1", Network.TESTNET),
                SocketSettings.STANDARD,
                new NotingHandler(),
                new RateBudget(clockwork, new SplittableRandom(1)),
                new ConnectLimit(clockwork),
                clockwork,
                new SplittableRandom(2))) {
            UserSocket.subscribe(socket, new Address("0x" + "AB".repeat(20)));

            assertThat(socket.streams())
                    .extracting(stream -> stream.subscription().type())
                    .containsExactly("orderUpdates", "userEvents", "userFills", "userFundings");
            assertThat(socket.streams()).noneMatch(StreamState::isSettled);
        }
    }

    private static void say(SocketHandler face, String text) {
        face.frame(3, 1, Frame.read(text));
    }
}
