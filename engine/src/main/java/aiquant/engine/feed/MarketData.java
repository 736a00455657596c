package aiquant.engine.feed;

import aiquant.exchange.InfoClient;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.BboStore;
import aiquant.sidecar.store.StoreException;
import aiquant.sidecar.wire.SidecarClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Prices and candles of the market: from the sidecar's socket, else from its databases, else from the exchange.
///
/// Each source is read by a thread of its own, so that nobody who asks for a price waits for one; a source that
/// fails is left alone for a while and counted. Every value says where it is from and how old it is. Thread-safe.
public final class MarketData implements AutoCloseable {

    /// How old bid and ask may be, and how old a middle price, for an order to be filled at it.
    public static final long FRESH_TOUCH_MS = 15_000;

    public static final long FRESH_MID_MS = 10_000;

    private static final long CONNECT_MS = 2_000;
    private static final long ANSWER_MS = 3_000;
    /// The sidecar says when there is news.
    private static final long AT_ONCE = 0;

    private static final long OTHERS_EVERY_MS = 1_000;
    private static final long FIRST_PAUSE_MS = 500;

    private final PriceBook book;
    private final CandleSources candles;
    private final List<SourceGuard> guards = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isClosing;

    /// Where to look.
    ///
    /// @param clientId under which the sidecar knows us
    /// @param socket of the sidecar; empty to do without it
    /// @param databases the folder of the market databases; empty to do without them
    /// @param exchange whom to ask by REST; empty to ask nobody
    public record Sources(
            String clientId, Optional<Path> socket, Optional<Path> databases, Optional<InfoClient> exchange) {}

    /// Begins to read.
    public static MarketData start(Sources sources, List<Symbol> symbols, MarketTime time, RandomGenerator random) {
        LongSupplier realMs = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        MarketData data = new MarketData(new PriceBook(time), new CandleSources(sources, time, realMs));
        sources.socket()
                .ifPresent(socket -> data.read(
                        new SocketQuotes(
                                socket,
                                new SidecarClient(socket, CONNECT_MS, ANSWER_MS),
                                sources.clientId(),
                                symbols,
                                realMs),
                        new SourceGuard(PriceSource.SOCKET, FIRST_PAUSE_MS, 5_000, realMs, random),
                        AT_ONCE));
        sources.databases()
                .ifPresent(folder -> data.read(
                        new DatabaseQuotes(BboStore.file(folder), symbols, FRESH_MID_MS),
                        new SourceGuard(PriceSource.DATABASE, FIRST_PAUSE_MS, 30_000, realMs, random),
                        OTHERS_EVERY_MS));
        sources.exchange()
                .ifPresent(client -> data.read(
                        new ExchangeQuotes(client, symbols, FRESH_MID_MS, FRESH_TOUCH_MS, realMs),
                        new SourceGuard(PriceSource.EXCHANGE, FIRST_PAUSE_MS, 60_000, realMs, random),
                        OTHERS_EVERY_MS));
        return data;
    }

    private MarketData(PriceBook book, CandleSources candles) {
        this.book = book;
        this.candles = candles;
    }

    private void read(QuoteLook source, SourceGuard guard, long everyMs) {
        guards.add(guard);
        String name = "prices-" + guard.state().source().label();
        threads.add(Thread.ofVirtual().name(name).start(() -> readOn(source, guard, everyMs)));
    }

    private void readOn(QuoteLook source, SourceGuard guard, long everyMs) {
        try (source) {
            while (!isClosing) {
                Thread.sleep(Math.max(everyMs, guard.pauseMs()));
                look(source, guard);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            guard.failed("stopped for good: " + e);
            throw e;
        }
    }

    private void look(QuoteLook source, SourceGuard guard) throws InterruptedException {
        try {
            OptionalInt refused = source.into(book);
            if (refused.isPresent()) {
                guard.answered(refused.getAsInt());
            }
        } catch (IOException | StoreException e) {
            guard.failed(String.valueOf(e.getMessage()));
        }
    }

    /// The prices, to be read at any time.
    public PriceBook prices() {
        return book;
    }

    /// How each source is doing, the most trusted first.
    public List<SourceState> sources() {
        return guards.stream().map(SourceGuard::state).toList();
    }

    /// The newest closed candles of a symbol, at least so many; empty where no source has them in time.
    ///
    /// @param timeoutMs how long to wait, in real time
    public Optional<Candles> candles(Symbol symbol, Interval interval, int want, long timeoutMs)
            throws InterruptedException {
        return candles.get(symbol, interval, want, timeoutMs);
    }

    @Override
    public void close() {
        isClosing = true;
        threads.forEach(Thread::interrupt);
        candles.close();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
