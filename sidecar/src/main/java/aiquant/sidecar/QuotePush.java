package aiquant.sidecar;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.wire.JsonLines;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells one client of every change of a price, on the thread that read it: no other thread has to wake up for it.
///
/// Nothing here waits for the client. One that does not keep up misses changes and gets the whole instead as soon as it
/// has read what was sent; one that reads nothing for twenty seconds is cut off. Everything comes once a second, so
/// that the ages of prices that do not change are known as well.
final class QuotePush implements Quotes.Watcher {

    private static final long LOOK_MS = 200;
    private static final int LOOKS_PER_REPETITION = 5;
    private static final long STUCK_NANOS = 20_000_000_000L;
    private static final MidsAnswer.Ending CHANGE = new MidsAnswer.Ending(true, false, false);
    private static final MidsAnswer.Ending REPETITION = new MidsAnswer.Ending(false, false, false);

    private final SocketChannel client;
    private final String head;
    private final List<Symbol> symbols;
    private final Set<String> names = new HashSet<>();
    private final Quotes quotes;
    private final MidsAnswer answer;
    private final InstantSource clock;

    // Guarded by the quotes, which call one at a time.
    private final StringBuilder text;
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long caughtUpNanos = System.nanoTime();

    private volatile boolean isBehind;

    /// @param symbols empty for all
    QuotePush(
            SocketChannel client,
            JsonNode id,
            List<Symbol> symbols,
            Quotes quotes,
            MidsAnswer answer,
            InstantSource clock) {
        this.client = client;
        this.head = "{\"id\":" + JsonLines.write(id) + ",\"ok\":true,\"result\":";
        this.text = new StringBuilder(head);
        this.symbols = symbols;
        this.quotes = quotes;
        this.answer = answer;
        this.clock = clock;
        symbols.forEach(symbol -> names.add(symbol.name()));
    }

    /// Returns when the client has gone, or said something, which it has no business to.
    void run() throws IOException, InterruptedException {
        client.configureBlocking(false);
        ByteBuffer said = ByteBuffer.allocate(1);
        quotes.watch(this);
        try {
            for (int look = 1; client.read(said) == 0; look++) {
                Thread.sleep(LOOK_MS);
                if (isBehind || look % LOOKS_PER_REPETITION == 0) {
                    quotes.repeat(this);
                }
            }
        } finally {
            quotes.unwatch(this);
        }
    }

    @Override
    public List<Symbol> symbols() {
        return symbols;
    }

    @Override
    public void changed(Quotes.View news) {
        Quotes.View mine = names.isEmpty()
                ? news
                : new Quotes.View(mine(news.mids()), mine(news.bests()), news.midsSeq(), news.bboSeq());
        if (!isBehind && !(mine.mids().isEmpty() && mine.bests().isEmpty())) {
            begin(mine, CHANGE);
        }
    }

    private <T> Map<String, T> mine(Map<String, T> news) {
        if (news.isEmpty() || names.containsAll(news.keySet())) {
            return news;
        }
        Map<String, T> some = new HashMap<>(news);
        some.keySet().retainAll(names);
        return some;
    }

    @Override
    public void whole(Quotes.View view) {
        write();
        if (!isBehind) {
            begin(view, REPETITION);
        }
    }

    private void begin(Quotes.View view, MidsAnswer.Ending ending) {
        text.setLength(head.length());
        answer.of(view, Optional.empty(), clock.millis(), ending).appendTo(text);
        rest = ByteBuffer.wrap(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
        caughtUpNanos = System.nanoTime();
        write();
    }

    private void write() {
        try {
            if (rest.hasRemaining() && client.write(rest) == 0 && System.nanoTime() - caughtUpNanos > STUCK_NANOS) {
                client.close();
            }
        } catch (IOException e) {
            // Its own thread notices as well when it reads.
            rest.position(rest.limit());
        }
        isBehind = rest.hasRemaining();
    }
}
