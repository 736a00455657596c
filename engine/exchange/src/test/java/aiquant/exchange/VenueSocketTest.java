package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.RefusalKind;
import aiquant.exchange.wire.Subscription;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VenueSocketTest {
    private static final String BBO =
            "{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":1,\"bbo\":[null,null]}}";
    private static final String SUBSCRIBE =
            "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"bbo\",\"coin\":\"BTC\"}}";
    private static final String ACK = "{\"channel\":\"subscriptionResponse\",\"data\":" + SUBSCRIBE + "}";
    private static final String PING = "{\"method\":\"ping\"}";
    private static final String PONG = "{\"channel\":\"pong\"}";
    private static final JsonNode PAYLOAD = Json.parse("{\"action\":{\"type\":\"noop\"},\"nonce\":1}");

    private final ManualClockwork clockwork = new ManualClockwork();
    private final NotingHandler handler = new NotingHandler();
    private final RateBudget budget = new RateBudget(clockwork, new SplittableRandom(1));
    private final LoopbackVenue venue;
    private final VenueSocket socket;

    VenueSocketTest() throws InterruptedException {
        venue = new LoopbackVenue();
        socket = socketTo(venue.endpoints(), SocketSettings.STANDARD);
    }

    private VenueSocket socketTo(Endpoints endpoints, SocketSettings settings) {
        ConnectLimit connects = new ConnectLimit(clockwork);
        return new VenueSocket(endpoints, settings, handler, budget, connects, clockwork, new SplittableRandom(2));
    }

    @BeforeEach
    void connect() throws InterruptedException {
        socket.subscribe(Subscription.bbo("BTC"), OptionalLong.of(30_000));
        socket.start();
        assertThat(handler.next()).isEqualTo("1 opened");
        assertThat(venue.heard()).isEqualTo(SUBSCRIBE);
    }

    @AfterEach
    void close() throws InterruptedException {
        socket.close();
        venue.stop();
    }

    @Test
    void handsOverFramesWithTheirEpoch() throws InterruptedException {
        venue.say("Websocket connection established.");
        venue.say(ACK);
        venue.say(BBO);

        assertThat(handler.next()).isEqualTo("1 " + BBO);
        assertThat(socket.streams()).singleElement().satisfies(stream -> {
            assertThat(stream.isSettled()).isTrue();
            assertThat(stream.ageMs()).hasValue(0);
        });
    }

    @Test
    void takesDataBeforeTheirConfirmation() throws InterruptedException {
        venue.say(BBO);

        assertThat(handler.next()).isEqualTo("1 " + BBO);
        assertThat(socket.streams().getFirst().isConfirmed()).isTrue();
    }

    @Test
    void beginsANewEpochAfterADropAndSubscribesAgain() throws InterruptedException {
        venue.drop();

        assertThat(handler.next()).startsWith("1 closed: ");
        assertThat(handler.next()).isEqualTo("2 opened");
        assertThat(venue.heard()).isEqualTo(SUBSCRIBE);
        assertThat(socket.epoch()).hasValue(2);
        assertThat(socket.streams().getFirst().isConfirmed()).isFalse();
    }

    @Test
    void beginsANewEpochAfterAPoliteEnd() throws InterruptedException {
        venue.hangUp();

        assertThat(handler.next()).startsWith("1 closed: closed by the exchange, code 1000");
        assertThat(handler.next()).isEqualTo("2 opened");
    }

    @Test
    void waitsLongerAfterEachConnectionThatDidNotLast() throws InterruptedException {
        venue.drop();
        assertThat(handler.next()).startsWith("1 closed: ");
        assertThat(handler.next()).isEqualTo("2 opened");
        assertThat(venue.heard()).isEqualTo(SUBSCRIBE);

        venue.drop();
        assertThat(handler.next()).startsWith("2 closed: ");
        clockwork.awaitPlanned(2);
        clockwork.advance(700);
        assertThat(handler.isQuiet()).isTrue();

        clockwork.advance(300);
        assertThat(handler.next()).isEqualTo("3 opened");
    }

    @Test
    void endsAConnectionThatDoesNotAnswerTwoPings() throws InterruptedException {
        clockwork.advance(20_000);
        assertThat(venue.heard()).contains("subscribe");
        assertThat(venue.heard()).isEqualTo(PING);
        assertThat(drained()).contains("NotConfirmed", "NoData");

        clockwork.advance(30_000);

        assertThat(drained()).contains("1 closed: 2 pings without an answer");
        assertThat(awaitOpened()).isEqualTo("2 opened");
    }

    @Test
    void keepsAConnectionThatAnswersPings() throws InterruptedException {
        venue.say(BBO);
        assertThat(awaitFrame()).isEqualTo("1 " + BBO);
        for (int i = 0; i < 10; i++) {
            clockwork.advance(20_000);
            assertThat(venue.heard()).isEqualTo(PING);
            venue.say(PONG);
            venue.say(BBO);
            assertThat(awaitFrame()).isEqualTo("1 " + BBO);
        }
        assertThat(socket.epoch()).hasValue(1);
    }

    @Test
    void endsAConnectionThatSaysNothingForAMinute() throws InterruptedException {
        SocketSettings rarely = new SocketSettings(10_000, 50_000, 50_000, 60_000, 55_000, 55_000, 500);
        try (VenueSocket quiet = socketTo(venue.endpoints(), rarely)) {
            quiet.start();
            assertThat(handler.next()).isEqualTo("1 opened");

            clockwork.advance(60_500);

            assertThat(quiet.lastFailure()).isEqualTo("no frame for 60000 ms");
        }
    }

    @Test
    void asksAgainForAStreamThatStoppedWhileOthersFlow() throws InterruptedException {
        Subscription mids = Subscription.allMids();
        socket.subscribe(mids, OptionalLong.empty());
        assertThat(venue.heard()).contains("allMids");
        venue.say(BBO);
        assertThat(handler.next()).isEqualTo("1 " + BBO);

        flowOfMids(31);
        assertThat(drained()).contains("1 Stale[subscription={\"type\":\"bbo\",\"coin\":\"BTC\"}, ageMs=30000]");
        assertThat(venue.heard()).isEqualTo(PING);
        assertThat(venue.heard()).startsWith("{\"method\":\"unsubscribe\",");
        assertThat(venue.heard()).isEqualTo(SUBSCRIBE);

        flowOfMids(28);
        clockwork.advance(1000);
        assertThat(drained()).contains("1 closed: silent although asked for again");
    }

    @Test
    void reportsAStreamWithoutDataOnce() throws InterruptedException {
        venue.say(ACK);
        venue.say(PONG);
        flowOfMids(16);

        assertThat(drained()).contains("1 NoData[subscription={\"type\":\"bbo\",\"coin\":\"BTC\"}]");
        flowOfMids(10);
        assertThat(drained()).doesNotContain("NoData");
    }

    @Test
    void takesADuplicateSubscriptionForConfirmed() throws InterruptedException {
        venue.say(
                "{\"channel\":\"error\",\"data\":\"Already subscribed: {\\\"type\\\":\\\"bbo\\\",\\\"coin\\\":\\\"BTC\\\"}\"}");
        venue.say(ACK);
        venue.say("{\"channel\":\"error\",\"data\":\"Something else\"}");

        assertThat(handler.next()).isEqualTo("1 Refused[text=Something else]");
        assertThat(socket.streams().getFirst().isConfirmed()).isTrue();
    }

    @Test
    void reportsFramesItCannotReadAndGoesOn() throws InterruptedException {
        venue.say("{\"channel\":\"bbo\",\"data\":{\"coin\":7}}");
        venue.say(BBO);

        assertThat(handler.next()).isEqualTo("1 Unreadable[message=data.bbo: missing]");
        assertThat(handler.next()).isEqualTo("1 " + BBO);
    }

    @Test
    void endsTheConnectionWhoseFrameWasNotHandled() throws InterruptedException {
        handler.fail();
        venue.say(BBO);

        assertThat(handler.next()).isEqualTo("1 " + BBO);
        assertThat(handler.next()).startsWith("1 closed: the handler failed: java.lang.IllegalStateException: full");
        assertThat(handler.next()).isEqualTo("2 opened");
    }

    @Test
    void answersPostsByTheirNumberInAnyOrder() throws Exception {
        CompletableFuture<PostOutcome> first = post();
        CompletableFuture<PostOutcome> second = post();
        assertThat(venue.heard()).startsWith("{\"method\":\"post\",\"id\":1,\"request\":{\"type\":\"action\",");
        assertThat(venue.heard()).startsWith("{\"method\":\"post\",\"id\":2,");

        venue.say(reply(2, "{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}"));
        venue.say(reply(1, "{\"status\":\"err\",\"response\":\"Invalid nonce: duplicate nonce 1\"}"));

        assertThat(outcome(second)).isInstanceOf(ActionOutcome.Answered.class);
        assertThat(outcome(first))
                .isEqualTo(new ActionOutcome.Refused("Invalid nonce: duplicate nonce 1", RefusalKind.DUPLICATE_NONCE));
    }

    @Test
    void keepsPostsUnknownThatTheConnectionTookWithIt() throws Exception {
        CompletableFuture<PostOutcome> post = post();
        venue.heard();

        venue.drop();

        assertThat(outcome(post))
                .isInstanceOfSatisfying(
                        ActionOutcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).startsWith("the connection ended"));
    }

    @Test
    void keepsPostsUnknownThatAreNotAnsweredInTime() throws Exception {
        CompletableFuture<PostOutcome> post = post();
        venue.heard();

        clockwork.advance(5_500);

        assertThat(outcome(post)).isEqualTo(new ActionOutcome.Unknown("no answer within 5000 ms"));
        venue.say(reply(1, "{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}"));
        venue.say(BBO);
        assertThat(handler.next()).isEqualTo("1 " + BBO);
    }

    @Test
    void knowsThePostThatWasNotUnderstood() throws Exception {
        CompletableFuture<PostOutcome> post = post();
        String sent = venue.heard();

        String quoted = sent.replace("\"", "\\\"");
        venue.say(
                "{\"channel\":\"error\",\"data\":\"Error parsing JSON into valid websocket request: " + quoted + "\"}");

        assertThat(outcome(post)).isInstanceOf(ActionOutcome.Refused.class);
    }

    @Test
    void sendsNoPostBeyondTheBudget() throws Exception {
        assertThat(budget.tryTake(RateBudget.PER_MINUTE - 1, Priority.EXIT)).isPresent();

        assertThat(outcome(socket.post("action", PAYLOAD, 1, Priority.NORMAL, 5000)))
                .isEqualTo(new ActionOutcome.NotSent("the rate budget is used up for NORMAL"));
        CompletableFuture<PostOutcome> exit = socket.post("action", PAYLOAD, 1, Priority.EXIT, 5000);
        assertThat(venue.heard()).contains("post");
        assertThat(exit).isNotDone();
    }

    @Test
    void sendsNoPostWithoutAConnection() throws Exception {
        socket.close();

        assertThat(outcome(post())).isEqualTo(new ActionOutcome.NotSent("not connected"));
    }

    @Test
    void neverMixesEpochsHoweverOftenTheConnectionBreaks() throws InterruptedException {
        Thread chatter = Thread.ofVirtual().start(() -> {
            while (!Thread.interrupted()) {
                venue.say(BBO);
                LockSupport.parkNanos(200_000);
            }
        });
        List<String> notes = new ArrayList<>(List.of("1 opened"));
        for (int epoch = 1; epoch <= 25; epoch++) {
            notesUntil(notes, epoch + " " + BBO);
            venue.drop();
            notesUntil(notes, epoch + 1 + " opened");
        }
        chatter.interrupt();

        int epoch = 0;
        boolean isOpen = false;
        for (String note : notes) {
            if (note.endsWith(" opened")) {
                assertThat(isOpen).isFalse();
                isOpen = true;
                epoch++;
            }
            assertThat(isOpen).as(note).isTrue();
            assertThat(note).startsWith(epoch + " ");
            isOpen = !note.contains(" closed: ");
        }
        assertThat(epoch).isEqualTo(26);
    }

    /// Collects notes, and lets the time pass where none comes, until this one.
    private void notesUntil(List<String> notes, String last) throws InterruptedException {
        while (!notes.getLast().equals(last)) {
            Optional<String> note = handler.nextSoon();
            note.ifPresent(notes::add);
            if (note.isEmpty()) {
                clockwork.advance(1000);
            }
        }
    }

    @Test
    void servesOneAccountAConnection() {
        socket.subscribe(Subscription.ofUser("userFills", "0xAB"), OptionalLong.empty());
        socket.subscribe(Subscription.ofUser("orderUpdates", "0xab"), OptionalLong.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> socket.subscribe(Subscription.ofUser("userEvents", "0xcd"), OptionalLong.empty()))
                .withMessage("one account a connection: 0xcd beside 0xab");
    }

    @Test
    void givesUpAHandshakeThatIsNeverAnswered() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String host = "127.0.0.1:" + deaf.getLocalPort();
            try (VenueSocket half = socketTo(
                    Endpoints.of("http://" + host, "ws://" + host, Network.TESTNET), SocketSettings.STANDARD)) {
                half.start();

                clockwork.advance(20_000);

                assertThat(half.lastFailure()).startsWith("no handshake for 20");
                assertThat(half.epoch()).isEmpty();
            }
        }
    }

    @Test
    void closesForGood() throws InterruptedException {
        socket.close();

        assertThat(handler.next()).isEqualTo("1 closed: closed by this program");
        clockwork.advance(120_000);
        assertThat(handler.isQuiet()).isTrue();
    }

    private CompletableFuture<PostOutcome> post() {
        return socket.post("action", PAYLOAD, 1, Priority.NORMAL, 5000);
    }

    private static ActionOutcome outcome(CompletableFuture<PostOutcome> post)
            throws InterruptedException, ExecutionException, TimeoutException {
        return post.get(10, TimeUnit.SECONDS).ofAction();
    }

    private static String reply(int id, String payload) {
        return "{\"channel\":\"post\",\"data\":{\"id\":" + id + ",\"response\":{\"type\":\"action\",\"payload\":"
                + payload + "}}}";
    }

    /// Seconds in which only middle prices come.
    private void flowOfMids(int seconds) throws InterruptedException {
        String mids = "{\"channel\":\"allMids\",\"data\":{\"mids\":{}}}";
        for (int i = 0; i < seconds; i++) {
            clockwork.advance(1000);
            venue.say(PONG);
            venue.say(mids);
            awaitNote(mids);
        }
    }

    private final StringBuilder others = new StringBuilder();

    /// Everything the handler noted beside what was waited for.
    private String drained() throws InterruptedException {
        while (!handler.isQuiet()) {
            others.append(handler.next()).append('\n');
        }
        String all = others.toString();
        others.setLength(0);
        return all;
    }

    private String awaitOpened() throws InterruptedException {
        return awaitNote(" opened");
    }

    private String awaitFrame() throws InterruptedException {
        return awaitNote(BBO);
    }

    private String awaitNote(String end) throws InterruptedException {
        String note = handler.next();
        while (!note.endsWith(end)) {
            others.append(note).append('\n');
            note = handler.next();
        }
        return note;
    }
}
