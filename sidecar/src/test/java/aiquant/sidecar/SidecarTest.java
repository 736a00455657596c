package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.Subscription;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.StoredCandles;
import aiquant.sidecar.store.UniverseReader;
import aiquant.sidecar.store.UniverseStore;
import aiquant.sidecar.wire.CandleMessage;
import aiquant.sidecar.wire.CandlesMessage;
import aiquant.sidecar.wire.JsonLines;
import aiquant.sidecar.wire.LineReader;
import aiquant.sidecar.wire.MidsMessage;
import aiquant.sidecar.wire.SidecarClient;
import aiquant.sidecar.wire.SidecarException;
import aiquant.sidecar.wire.UserEventsMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A whole sidecar with real files and a real socket; only the exchange is one of the test.
@Timeout(60)
class SidecarTest {

    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol PEPE = new Symbol("kPEPE");
    private static final long MINUTE = 60_000;
    private static final long START = 1_760_000_400_000L;
    private static final String USER = "0x00000000000000000000000000000000000000aa";

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(START + 20_000);
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    private final Truth truth = new Truth("BTC", Interval.M1, START - 600 * MINUTE, START + 60 * MINUTE, 0.2, 7);
    private final LoopbackExchange exchange = new LoopbackExchange(clock, truth);
    private SidecarSettings settings;
    private Sidecar sidecar;
    private SidecarClient client;

    @BeforeEach
    void start() throws IOException {
        settings =
                SidecarSettings.in(folder.resolve("data"), folder.resolve("run").resolve("sidecar.sock"));
        sidecar = Sidecar.start(settings, exchange, clock);
        client = new SidecarClient(settings.socket(), 2_000, 10_000);
    }

    @AfterEach
    void stop() {
        client.close();
        sidecar.close();
    }

    @Test
    void bootstrapsHistoryAndAnnouncesTheNextCandleWhenItIsOnDisk() throws SidecarException {
        client.ensureStarted("test", List.of(BTC), Optional.of(Interval.M1), 100, Optional.empty());
        eventually(() -> {
            now.set(Math.min(START + 55_000, now.get() + 100));
            return client.candlesReady(List.of(BTC), Interval.M1).isReady();
        });
        long seq = last(client.waitCandles(List.of(BTC), Interval.M1, 0, 1_000));

        exchange.market().say(truth.current(now.get()).getFirst());
        long nextOpen = START + MINUTE;
        now.set(nextOpen + 30_000);
        exchange.market()
                .say(truth.history(nextOpen, nextOpen, now.get() + MINUTE, false)
                        .getFirst());
        CandlesMessage news = client.waitCandles(List.of(BTC), Interval.M1, seq, 10_000);

        CandleMessage candle = news.candles().getFirst();
        assertThat(candle.isClosed()).isTrue();
        assertThat(candle.candle().openTimeMs()).isEqualTo(START);
        assertThat(news.isIncomplete()).isFalse();
        assertThat(StoredCandles.read(settings.folder(), Interval.M1, BTC, START, START)
                        .orElseThrow()
                        .candle(0))
                .isEqualTo(candle.candle());
        assertThat(client.latestCandleTimes(List.of(BTC), Interval.M1)).containsKey(BTC);
    }

    @Test
    void knowsTheAgeOfEachPrice() throws SidecarException {
        exchange.market().say("{\"channel\":\"allMids\",\"data\":{\"mids\":{\"BTC\":\"100.5\",\"kPEPE\":\"0.01\"}}}");
        now.addAndGet(5_000);
        exchange.market().say("{\"channel\":\"allMids\",\"data\":{\"mids\":{\"BTC\":\"100.5\"}}}");
        now.addAndGet(1_000);

        MidsMessage all = client.mids(List.of(BTC, PEPE), OptionalDouble.empty());
        MidsMessage fresh = client.mids(List.of(BTC, PEPE), OptionalDouble.of(3));

        assertThat(all.mids().get(BTC)).isEqualTo(new MidsMessage.Mid(100.5, 1, 6));
        assertThat(all.mids().get(PEPE)).isEqualTo(new MidsMessage.Mid(0.01, 6, 6));
        assertThat(fresh.mids()).containsOnlyKeys(BTC);
        assertThat(client.mid(PEPE, OptionalDouble.of(3))).isEmpty();
    }

    @Test
    void wakesAWaitingClientWhenItsPriceChanges() throws Exception {
        String book = "{\"channel\":\"bbo\",\"data\":{\"coin\":\"%s\",\"time\":1,\"bbo\":[{\"px\":\"%s\",\"sz\":\"1\","
                + "\"n\":1},{\"px\":\"102\",\"sz\":\"1\",\"n\":1}]}}";
        exchange.market().say(book.formatted("BTC", "100"));
        MidsMessage first = client.mids(List.of(BTC), OptionalDouble.empty());
        Thread speaker = Thread.ofVirtual().start(() -> {
            exchange.market().say(book.formatted("kPEPE", "100"));
            exchange.market().say(book.formatted("BTC", "101"));
        });

        MidsMessage news = client.waitMids(List.of(BTC), first.midsSeq(), first.bboSeq(), 10_000);

        speaker.join();
        assertThat(news.changed()).isTrue();
        assertThat(Objects.requireNonNull(news.bests().get(BTC)).bid()).isEqualTo(101);
        assertThat(client.bbo(BTC, OptionalDouble.empty()).orElseThrow()).containsExactly(101, 102);
        assertThat(client.waitMids(List.of(BTC), 99, 99, 10_000).isReset()).isTrue();
        assertThat(client.waitMids(List.of(BTC), news.midsSeq(), news.bboSeq(), 50)
                        .isTimedOut())
                .isTrue();
    }

    @Test
    void asksForTheStreamsThatAreWantedAndGivesThemUpAgain() throws SidecarException {
        client.ensureStarted("a", List.of(BTC, PEPE), Optional.of(Interval.M1), 100, Optional.empty());
        client.ensureStarted("b", List.of(BTC), Optional.of(Interval.H1), 100, Optional.empty());

        assertThat(exchange.market().wanted)
                .containsExactlyInAnyOrder(
                        Subscription.allMids(),
                        Subscription.bbo("BTC"),
                        Subscription.bbo("kPEPE"),
                        Subscription.candle("BTC", "1m"),
                        Subscription.candle("kPEPE", "1m"),
                        Subscription.candle("BTC", "1h"));

        now.addAndGet(91_000);
        eventually(() -> exchange.market().wanted.equals(Set.of(Subscription.allMids())));
        assertThat(client.stats().path("clients").asInt()).isZero();
    }

    @Test
    void deliversEveryFillOnceThoughTheConnectionMissedSome() throws Exception {
        client.ensureStarted("live", List.of(), Optional.empty(), 100, Optional.of(USER));
        eventually(() -> exchange.lines.containsKey(USER));
        Fill first = LoopbackExchange.fill(now.get(), 1, 10);
        Fill missed = LoopbackExchange.fill(now.get() + 3_600_000, 2, 11);
        Fill last = LoopbackExchange.fill(now.get() + 7_200_000, 3, 12);
        exchange.account(USER).say(first);
        exchange.fills.addAll(List.of(first, missed, last));

        now.addAndGet(7_200_000);
        exchange.account(USER).reconnect();
        exchange.account(USER).say(first, last);

        eventually(() -> events(OptionalLong.of(0)).size() == 3);
        assertThat(events(OptionalLong.of(0)))
                .extracting(event -> event.data().path("tid").asLong())
                .containsExactlyInAnyOrder(1L, 2L, 3L);
        client.acknowledgeUserEvents("live", 2);
        restart();
        assertThat(events(OptionalLong.empty())).hasSize(1);
        assertThatThrownBy(() -> client.acknowledgeUserEvents("live", 4))
                .isInstanceOf(SidecarException.class)
                .hasMessage("event 4 cannot be acknowledged: the log ends at 3");
    }

    @Test
    void losesNoFillWhenTheClockWasAnHourAheadAndIsPutRight() throws Exception {
        long trueMs = now.get();
        now.addAndGet(3_600_000);
        exchange.fills.add(LoopbackExchange.fill(trueMs - 1_000, 1, 10));
        client.ensureStarted("live", List.of(), Optional.empty(), 100, Optional.of(USER));
        eventually(
                () -> client.stats().at("/accounts/" + USER + "/complete_epoch").asLong() == 1);

        now.set(trueMs + 1_800_000);
        exchange.fills.add(LoopbackExchange.fill(trueMs + 600_000, 2, 11));
        exchange.account(USER).reconnect();

        eventually(() -> events(OptionalLong.of(0)).size() == 2);
    }

    @Test
    void asksTheHistoryForWhatCouldNotBeRead() throws Exception {
        exchange.fills.add(LoopbackExchange.fill(now.get(), 1, 10));
        client.ensureStarted("live", List.of(), Optional.empty(), 100, Optional.of(USER));
        eventually(() -> exchange.lines.containsKey(USER));
        eventually(
                () -> client.stats().at("/accounts/" + USER + "/complete_epoch").asLong() == 1);
        assertThat(events(OptionalLong.of(0))).hasSize(1);

        exchange.fills.add(LoopbackExchange.fill(now.get() + 1_000, 2, 11));
        exchange.account(USER).garble();

        eventually(() -> events(OptionalLong.of(0)).size() == 2);
    }

    @Test
    void saysWhatIsWrongWithARequest() throws IOException {
        try (SocketChannel raw = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            raw.connect(UnixDomainSocketAddress.of(settings.socket()));
            assertThat(ask(raw, "nonsense")).startsWith("{\"id\":0,\"ok\":false,\"error\":\"not JSON");
            assertThat(ask(raw, "{\"id\":7,\"method\":\"drain_user_fills\"}"))
                    .isEqualTo("{\"id\":7,\"ok\":false,\"error\":\"unknown method: drain_user_fills\"}");
            assertThat(ask(raw, "{\"id\":\"x\",\"method\":\"candles_ready\",\"params\":{\"symbols\":[\"BTC\"]}}"))
                    .isEqualTo("{\"id\":\"x\",\"ok\":false,\"error\":\"interval is missing\"}");
            assertThat(ask(raw, "{\"id\":1,\"method\":\"get_mid\",\"params\":{\"symbol\":\"BTC\"}}"))
                    .isEqualTo("{\"id\":1,\"ok\":true,\"result\":null}");
        }
    }

    @Test
    void saysEverythingAboutItsConnection() throws SidecarException {
        JsonNode health = client.health(List.of(), Optional.empty());

        assertThat(health.fieldNames())
                .toIterable()
                .contains(
                        "connected",
                        "ws_connect_attempt",
                        "ws_disconnect_count",
                        "ws_last_error",
                        "ws_last_error_ms",
                        "ws_last_close",
                        "ws_last_close_ms",
                        "ws_incoming_drops_full",
                        "ws_incoming_drops_closed",
                        "ws_last_incoming_drop_ms",
                        "mids_age_s",
                        "candle_age_s",
                        "bbo_age_s");
        assertThat(health.path("ws_last_error_ms").isNull()).isTrue();
    }

    @Test
    void cutsOffALineThatIsTooLong() throws IOException {
        try (SocketChannel raw = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            raw.connect(UnixDomainSocketAddress.of(settings.socket()));
            String answer = ask(raw, "x".repeat(300 * 1_024));

            assertThat(answer).contains("a line may have 262144 bytes at most");
        }
        assertThat(client.health(List.of(), Optional.empty()).path("connected").asBoolean())
                .isTrue();
    }

    @Test
    void isNotHeldUpByAClientThatReadsNothing() throws Exception {
        exchange.market().say("{\"channel\":\"allMids\",\"data\":{\"mids\":{\"BTC\":\"100.5\"}}}");
        try (SocketChannel deaf = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            deaf.connect(UnixDomainSocketAddress.of(settings.socket()));
            deaf.configureBlocking(false);
            byte[] request =
                    "{\"id\":1,\"method\":\"get_mids\"}\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                deaf.write(ByteBuffer.wrap(request));
            }

            assertThat(client.mid(BTC, OptionalDouble.empty())).hasValue(100.5);
            now.addAndGet(25_000);
            assertThat(client.mid(BTC, OptionalDouble.empty())).hasValue(100.5);
        }
    }

    @Test
    void refusesToStartBesideALivingSidecarAndReplacesADeadOnesSocket() throws IOException {
        assertThatThrownBy(() -> Sidecar.start(settings, exchange, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another sidecar is running");
        assertThat(Files.exists(settings.socket())).isTrue();

        sidecar.close();
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(settings.socket()));
        }
        assertThat(Files.exists(settings.socket())).isTrue();

        sidecar = Sidecar.start(settings, exchange, clock);
        assertThat(client.health(List.of(), Optional.empty()).path("connected").asBoolean())
                .isTrue();
    }

    @Test
    void refusesAFolderThatOthersMayEnter() throws IOException {
        Path open = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        SidecarSettings exposed = SidecarSettings.in(folder.resolve("other"), open.resolve("sidecar.sock"));

        assertThatThrownBy(() -> Sidecar.start(exposed, exchange, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 700");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.socket().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsFundingAndUniverseHistory() throws SidecarException {
        client.ensureStarted("test", List.of(BTC), Optional.of(Interval.M1), 100, Optional.empty());
        eventually(() -> client.stats()
                .path("jobs")
                .path("universe")
                .path("last_done_ms")
                .isNumber());

        assertThat(UniverseReader.listed(UniverseStore.file(settings.folder()), 0, Long.MAX_VALUE))
                .containsExactly(BTC);
    }

    @Test
    void tellsWhichPartIsOverdue() {
        assertThat(sidecar.progress().isAlive()).isTrue();

        sidecar.progress().expect("writer", 1_000);
        now.addAndGet(1_001);

        assertThat(sidecar.overdue()).contains("writer");
        assertThat(sidecar.progress().isAlive()).isFalse();
    }

    @Test
    void timesOutAClientWhoseSidecarDoesNotAnswer() throws IOException {
        Path silent = folder.resolve("silent.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(silent));
            try (SidecarClient waiting = new SidecarClient(silent, 100, 100)) {
                assertThatThrownBy(() -> waiting.call("health", JsonLines.object(), 0))
                        .isInstanceOfSatisfying(
                                SidecarException.class,
                                e -> assertThat(e.kind()).isEqualTo(SidecarException.Kind.TIMED_OUT));
            }
        }
        try (SidecarClient nobody = new SidecarClient(folder.resolve("nobody.sock"), 100, 100)) {
            assertThatThrownBy(() -> nobody.call("health", JsonLines.object(), 0))
                    .isInstanceOfSatisfying(
                            SidecarException.class,
                            e -> assertThat(e.kind()).isEqualTo(SidecarException.Kind.UNREACHABLE));
        }
    }

    private void restart() throws IOException {
        sidecar.close();
        sidecar = Sidecar.start(settings, exchange, clock);
    }

    private List<UserEventsMessage.UserEvent> events(OptionalLong after) throws SidecarException {
        return client.readUserEvents("live", after, Optional.of(USER), 100).events();
    }

    private static long last(CandlesMessage message) {
        return message.nextSeq();
    }

    private static String ask(SocketChannel raw, String line) throws IOException {
        ByteBuffer out = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (out.hasRemaining()) {
                raw.write(out);
            }
        } catch (IOException e) {
            // Cut off while still writing; the answer may be there all the same.
        }
        return new LineReader(raw, 1 << 20).next().orElse("");
    }

    private interface Question {
        boolean ask() throws SidecarException;
    }

    /// Until the answer is yes; the test's time limit ends a wait in vain.
    private static void eventually(Question question) throws SidecarException {
        while (!question.ask()) {
            if (Thread.interrupted()) {
                throw new IllegalStateException("it did not come true in time");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
