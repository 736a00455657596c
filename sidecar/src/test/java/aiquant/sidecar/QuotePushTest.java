package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.LineReader;
import aiquant.sidecar.wire.MidsMessage;
import aiquant.sidecar.wire.QuoteStream;
import aiquant.sidecar.wire.SidecarException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Prices that are told to a client as they change.
@Timeout(60)
class QuotePushTest {

    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol PEPE = new Symbol("kPEPE");
    private static final String BOOK =
            "{\"channel\":\"bbo\",\"data\":{\"coin\":\"%s\",\"time\":1,\"bbo\":[{\"px\":\"%s\",\"sz\":\"1\","
                    + "\"n\":1},{\"px\":\"100000\",\"sz\":\"1\",\"n\":1}]}}";

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(1_760_000_400_000L);
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    private final LoopbackExchange exchange = new LoopbackExchange(clock);
    private Path socket;
    private Sidecar sidecar;

    @BeforeEach
    void start() throws IOException {
        socket = folder.resolve("run").resolve("sidecar.sock");
        sidecar = Sidecar.start(SidecarSettings.in(folder.resolve("data"), socket), exchange, clock);
    }

    @AfterEach
    void stop() {
        sidecar.close();
    }

    @Test
    void beginsWithEverythingAndGoesOnWithWhatChanges() throws SidecarException {
        exchange.market().say("{\"channel\":\"allMids\",\"data\":{\"mids\":{\"BTC\":\"100.5\",\"ARB\":\"3\"}}}");
        exchange.market().say(BOOK.formatted("kPEPE", "7"));
        now.addAndGet(4_000);

        try (QuoteStream stream = QuoteStream.open(socket, List.of(BTC, PEPE), 5_000)) {
            MidsMessage first = stream.next(5_000);
            assertThat(first.mids()).isEqualTo(Map.of(BTC, new MidsMessage.Mid(100.5, 4, 4)));
            assertThat(first.bests()).isEqualTo(Map.of(PEPE, new MidsMessage.Best(7, 100_000, 4)));

            exchange.market().say(BOOK.formatted("ARB", "3"));
            exchange.market().say(BOOK.formatted("BTC", "99"));
            exchange.market().say("{\"channel\":\"allMids\",\"data\":{\"mids\":{\"BTC\":\"101\",\"ARB\":\"4\"}}}");
            MidsMessage best = nextChange(stream);
            MidsMessage mid = nextChange(stream);

            assertThat(best.mids()).isEmpty();
            assertThat(best.bests()).isEqualTo(Map.of(BTC, new MidsMessage.Best(99, 100_000, 0)));
            assertThat(best.bboSeq()).isEqualTo(3);
            assertThat(mid.mids()).isEqualTo(Map.of(BTC, new MidsMessage.Mid(101, 0, 0)));
        }
    }

    @Test
    void saysEverythingAgainNowAndThenSoThatAgesAreKnown() throws SidecarException {
        exchange.market().say(BOOK.formatted("BTC", "99"));

        try (QuoteStream stream = QuoteStream.open(socket, List.of(), 5_000)) {
            stream.next(5_000);
            now.addAndGet(9_000);
            MidsMessage again = stream.next(5_000);

            assertThat(again.changed()).isFalse();
            assertThat(again.bests()).isEqualTo(Map.of(BTC, new MidsMessage.Best(99, 100_000, 9)));
        }
    }

    @Test
    void isNotHeldUpByAClientThatReadsNothingAndCatchesUpWhenItDoes() throws IOException {
        int last = 50_000;
        try (SocketChannel slow = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            slow.connect(UnixDomainSocketAddress.of(socket));
            say(slow, "{\"id\":1,\"method\":\"watch_mids\"}\n");
            LineReader lines = new LineReader(slow, 1 << 20);
            lines.next();
            for (int bid = 1; bid <= last; bid++) {
                exchange.market().say(BOOK.formatted("BTC", bid));
            }

            int read = 0;
            String line = "";
            while (!line.contains("\"bid\":" + last + ".0,")) {
                line = lines.next().orElseThrow();
                read++;
            }
            assertThat(read).isLessThan(last);
        }
    }

    @Test
    void endsWithAClientThatSaysSomethingMore() throws IOException {
        try (SocketChannel talker = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            talker.connect(UnixDomainSocketAddress.of(socket));
            say(talker, "{\"id\":1,\"method\":\"watch_mids\"}\n");
            LineReader lines = new LineReader(talker, 1 << 20);
            assertThat(lines.next()).isPresent();

            say(talker, "{\"id\":2,\"method\":\"ws_stats\"}\n");

            assertThat(isEnded(lines)).isTrue();
        }
    }

    /// Waits for the end, which is a reset where the other side has left something unread.
    private static boolean isEnded(LineReader lines) {
        try {
            while (lines.next().isPresent()) {
                Thread.onSpinWait();
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void refusesMoreWatchersThanItCanServeAndTakesThemWhenOthersHaveGone() throws SidecarException {
        List<QuoteStream> streams = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            streams.add(QuoteStream.open(socket, List.of(), 5_000));
            streams.getLast().next(5_000);
        }

        try (QuoteStream refused = QuoteStream.open(socket, List.of(), 5_000)) {
            assertThatThrownBy(() -> refused.next(5_000))
                    .isInstanceOf(SidecarException.class)
                    .hasMessage("prices are watched by 16 clients already");
        }

        streams.forEach(QuoteStream::close);
        assertThat(isTakenInTheEnd()).isTrue();
    }

    /// The sidecar notices a little later that somebody has gone.
    private boolean isTakenInTheEnd() {
        while (true) {
            try (QuoteStream next = QuoteStream.open(socket, List.of(), 5_000)) {
                next.next(5_000);
                return true;
            } catch (SidecarException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void saysWhenTheSidecarHasGone() throws SidecarException {
        try (QuoteStream stream = QuoteStream.open(socket, List.of(), 5_000)) {
            stream.next(5_000);

            sidecar.close();

            assertThatThrownBy(() -> nextChange(stream))
                    .isInstanceOfSatisfying(
                            SidecarException.class,
                            e -> assertThat(e.kind()).isEqualTo(SidecarException.Kind.UNREACHABLE));
        }
    }

    private static MidsMessage nextChange(QuoteStream stream) throws SidecarException {
        MidsMessage message = stream.next(5_000);
        while (!message.changed()) {
            message = stream.next(5_000);
        }
        return message;
    }

    private static void say(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
