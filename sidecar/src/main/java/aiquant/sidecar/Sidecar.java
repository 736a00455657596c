package aiquant.sidecar;

import aiquant.exchange.wire.Bbo;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.BboSample;
import aiquant.sidecar.store.BboStore;
import aiquant.sidecar.store.MarketDataStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Collects market data: streams and history in, databases and a socket out. One object, in a process of its own or
/// inside another program.
///
/// It alone writes the market databases of its folder, and it holds no key. `clock` has to be the exchange's time as
/// well as it is known, since bars are closed by it.
public final class Sidecar implements AutoCloseable {

    private static final int ANNOUNCED_CANDLES = 50_000;
    private static final long HOUR_MS = 3_600_000L;
    private static final long TICK_MS = 1_000;
    private static final long FUNDING_EVERY_MS = 60_000;

    /// How soon a clock that was set is noticed; the exchange is asked far less often.
    private static final long CLOCK_EVERY_MS = 5_000;

    private static final int FUNDING_DAYS = 30;
    private static final String TIMER = "timer";

    private final Progress progress;

    /// What has been opened, the newest first: it is closed in that order.
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private volatile boolean isClosing;

    private Sidecar(Progress progress) {
        this.progress = progress;
    }

    /// Opens everything and begins to collect; clients can connect when it returns.
    ///
    /// @throws IOException if the folder or the socket cannot be had, perhaps because another sidecar is running
    /// @throws aiquant.sidecar.store.StoreException if the log of account events cannot be opened
    public static Sidecar start(SidecarSettings settings, Exchange exchange, InstantSource clock) throws IOException {
        return start(settings, exchange, clock, clock);
    }

    /// As above where the exchange's time runs at another pace than ours.
    ///
    /// @param wall real time, by which clients and parts are judged
    public static Sidecar start(SidecarSettings settings, Exchange exchange, InstantSource clock, InstantSource wall)
            throws IOException {
        Sidecar sidecar = new Sidecar(new Progress(wall));
        try {
            sidecar.open(settings, exchange, clock, wall);
            return sidecar;
        } catch (IOException | RuntimeException e) {
            sidecar.close();
            throw e;
        }
    }

    private void open(SidecarSettings settings, Exchange exchange, InstantSource clock, InstantSource wall)
            throws IOException {
        Files.createDirectories(settings.folder());
        Path marketFolder = settings.marketDatabase().toAbsolutePath().getParent();
        if (marketFolder != null) {
            Files.createDirectories(marketFolder);
        }
        SocketFolder place = SocketFolder.take(settings.socket());
        opened.push(place);
        opened.push(WriterLock.take(settings.folder()));
        MarketDataStore store = MarketDataStore.open(settings.marketDatabase());
        opened.push(store);
        Counters counters = new Counters(exchange.time());
        Quotes quotes = new Quotes();
        CandleLog log = new CandleLog(ANNOUNCED_CANDLES);
        Consumer<Bbo> snapshots = settings.bboSnapshots()
                .map(wanted -> snapshots(wanted, clock, counters))
                .orElse(_ -> {});
        MarketLoop market = new MarketLoop(
                settings.folder(),
                settings.candles(),
                exchange.history(),
                clock,
                quotes,
                log,
                snapshots,
                counters,
                progress);
        market.start(settings.watchdogMs());
        opened.push(market);
        Feed feed = exchange.openMarket(market);
        opened.push(feed);
        Accounts accounts = new Accounts(exchange, store, clock, progress, settings.watchdogMs());
        opened.push(accounts);
        DesiredSet desired = new DesiredSet(settings.clientTtlMs(), warm(settings));
        Wishes wishes = new Wishes(desired, settings, feed, market, accounts, wall);
        wishes.carryOut();
        Chores chores = new Chores(clock);
        opened.push(chores);
        Health health = new Health(
                counters,
                quotes,
                market,
                wishes,
                accounts,
                chores,
                progress,
                clock,
                exchange.address(),
                settings.folder());
        Methods methods = new Methods(
                wishes, quotes, log, market, store, health, new MidsAnswer(settings.midsFromBboMs()), clock);
        SidecarServer server = SidecarServer.start(place, methods, wall);
        opened.push(server);
        opened.push(quotes::close);
        opened.push(log::close);
        beginChores(settings, exchange, clock, chores, wishes);
        startTimer(settings, wishes, server);
    }

    private static DesiredSet.Wish warm(SidecarSettings settings) {
        return new DesiredSet.Wish(
                settings.warmSymbols(), settings.warmIntervals(), settings.warmBars(), Optional.empty());
    }

    private Consumer<Bbo> snapshots(SidecarSettings.BboSnapshots wanted, InstantSource clock, Counters counters) {
        Writer<BboSample> writer = new Writer<>(
                "bbo snapshots",
                wanted.maxQueue(),
                () -> new BboFile(
                        BboStore.open(wanted.file(), wanted.sampleMs(), clock),
                        clock,
                        wanted.retentionMs(),
                        wanted.sweepMs(),
                        counters),
                counters,
                progress);
        writer.start(HOUR_MS);
        opened.push(writer);
        return bbo -> {
            if (bbo.bid().isPresent() && bbo.ask().isPresent()) {
                BboSample sample = new BboSample(
                        new Symbol(bbo.coin()),
                        bbo.timeMs(),
                        bbo.bid().get().px().doubleValue(),
                        bbo.ask().get().px().doubleValue());
                if (!writer.offer(sample)) {
                    counters.droppedSamples.incrementAndGet();
                }
            }
        };
    }

    private static void beginChores(
            SidecarSettings settings, Exchange exchange, InstantSource clock, Chores chores, Wishes wishes) {
        UniverseJob universe = new UniverseJob(settings.folder(), exchange.history(), clock);
        FundingJob funding = new FundingJob(settings.folder(), exchange.history(), clock, FUNDING_DAYS);
        chores.every("clock", CLOCK_EVERY_MS, exchange::keepTime);
        chores.every("universe", HOUR_MS, universe::run);
        chores.every("funding", FUNDING_EVERY_MS, () -> {
            Set<Symbol> symbols = wishes.symbols();
            if (!symbols.isEmpty()) {
                funding.run(symbols);
            }
        });
    }

    private void startTimer(SidecarSettings settings, Wishes wishes, SidecarServer server) {
        progress.expect(TIMER, settings.watchdogMs());
        Thread timer = Thread.ofVirtual().name(TIMER).start(() -> {
            try {
                while (!isClosing) {
                    wishes.expire();
                    server.cutOffTheStuck();
                    progress.beat(TIMER);
                    Thread.sleep(TICK_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        opened.push(() -> {
            timer.interrupt();
            timer.join();
        });
    }

    /// Which parts are alive. A watchdog is told that all is well only while [Progress#isAlive] says so.
    public Progress progress() {
        return progress;
    }

    /// The parts that are overdue, for people.
    public List<String> overdue() {
        return progress.overdue();
    }

    /// Ends connections, writes what is waiting and closes the files.
    @Override
    public void close() {
        isClosing = true;
        for (AutoCloseable one = opened.poll(); one != null; one = opened.poll()) {
            try {
                one.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // The others are closed all the same; what is on disk is whole.
            }
        }
    }
}
