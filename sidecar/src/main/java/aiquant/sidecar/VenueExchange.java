package aiquant.sidecar;

import aiquant.exchange.ConnectLimit;
import aiquant.exchange.Endpoints;
import aiquant.exchange.History;
import aiquant.exchange.HttpSettings;
import aiquant.exchange.InfoClient;
import aiquant.exchange.InfoException;
import aiquant.exchange.InfoRequest;
import aiquant.exchange.RateBudget;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.SocketSettings;
import aiquant.exchange.SystemClockwork;
import aiquant.exchange.VenueSocket;
import aiquant.exchange.VenueTime;
import aiquant.exchange.action.Address;
import aiquant.exchange.wire.AssetMeta;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.FundingRow;
import aiquant.exchange.wire.LedgerUpdate;
import aiquant.exchange.wire.UserFunding;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The exchange over its real REST and sockets, or a local one that speaks the same.
///
/// All questions share one rate budget; those of history see half of it. Thread-safe.
public final class VenueExchange implements Exchange, AutoCloseable {

    private static final long LONGEST_WAIT_MS = 60_000;
    private static final int SCALED_BUDGETS = 100;

    /// The newest events may be a little ahead of our clock.
    private static final long AHEAD_MS = 60_000;

    private final Endpoints endpoints;
    private final SocketSettings socketSettings;
    private final InstantSource clock;
    private final SystemClockwork clockwork;
    private final RandomGenerator random;
    private final RateBudget budget;
    private final ConnectLimit connects;
    private final InfoClient client;
    private final Optional<VenueTime> time;

    /// @param clock the exchange's time as well as it is known
    public VenueExchange(Endpoints endpoints, InstantSource clock, RandomGenerator random) {
        this(endpoints, clock, random, 1, Optional.empty());
    }

    /// On the exchange's own time, for which it is asked.
    public static VenueExchange keeping(VenueTime time, Endpoints endpoints, RandomGenerator random) {
        return new VenueExchange(endpoints, time, random, 1, Optional.of(time));
    }

    /// A local exchange on scaled time, of which more may be asked in a minute of ours.
    ///
    /// @throws IllegalArgumentException if it is not on this machine
    public static VenueExchange scaled(Endpoints endpoints, InstantSource clock, RandomGenerator random) {
        if (!endpoints.isLoopback()) {
            throw new IllegalArgumentException(endpoints.rest() + " is not on this machine: its time cannot be scaled");
        }
        return new VenueExchange(endpoints, clock, random, SCALED_BUDGETS, Optional.empty());
    }

    private VenueExchange(
            Endpoints endpoints, InstantSource clock, RandomGenerator random, int budgets, Optional<VenueTime> time) {
        this.time = time;
        this.endpoints = endpoints;
        this.socketSettings = SocketSettings.STANDARD;
        this.clock = clock;
        this.clockwork = new SystemClockwork(clock);
        this.random = random;
        this.budget = new RateBudget(clockwork, random, budgets);
        this.connects = new ConnectLimit(clockwork);
        this.client = new InfoClient(endpoints, HttpSettings.STANDARD, budget, LONGEST_WAIT_MS, clockwork, random);
    }

    @Override
    public String address() {
        return endpoints.webSocket().toString();
    }

    @Override
    public Feed openMarket(FeedListener listener) {
        return open(listener);
    }

    @Override
    public Feed openAccount(String user, FeedListener listener) {
        return open(listener);
    }

    private Feed open(FeedListener listener) {
        return new VenueFeed(
                handler -> new VenueSocket(endpoints, socketSettings, handler, budget, connects, clockwork, random),
                listener,
                clock);
    }

    private interface Question<T> {
        T ask() throws InfoException, InterruptedException;
    }

    private static <T> T ask(Question<T> question) throws HistoryException, InterruptedException {
        try {
            return question.ask();
        } catch (InfoException e) {
            throw new HistoryException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<VenueTime> time() {
        return time;
    }

    @Override
    public void keepTime() throws HistoryException, InterruptedException {
        if (time.isPresent()) {
            ask(() -> {
                time.get().keep(client);
                return true;
            });
        }
    }

    @Override
    public MarketHistory history() {
        History history = new History(client, Priority.HISTORY);
        return new MarketHistory() {
            @Override
            public List<Bar> candles(Symbol symbol, Interval interval, long fromMs, long toMs)
                    throws HistoryException, InterruptedException {
                return ask(() -> history.candles(symbol.name(), interval.text(), interval.lengthMs(), fromMs, toMs));
            }

            @Override
            public List<FundingRow> fundingRates(Symbol symbol, long fromMs, long toMs)
                    throws HistoryException, InterruptedException {
                return ask(() -> history.fundingRates(symbol.name(), fromMs, toMs));
            }

            @Override
            public List<Symbol> universe() throws HistoryException, InterruptedException {
                return ask(() -> client.ask(InfoRequest.meta(), Priority.HISTORY)).universe().stream()
                        .filter(asset -> !asset.isDelisted())
                        .map(AssetMeta::name)
                        .map(Symbol::new)
                        .toList();
            }
        };
    }

    @Override
    public AccountHistory accountHistory() {
        History history = new History(client, Priority.NORMAL);
        return new AccountHistory() {
            @Override
            public List<Fill> fills(String user, long fromMs) throws HistoryException, InterruptedException {
                return ask(() -> history.fills(new Address(user), fromMs, toMs()));
            }

            @Override
            public List<UserFunding> fundings(String user, long fromMs) throws HistoryException, InterruptedException {
                return ask(() -> history.funding(new Address(user), fromMs, toMs()));
            }

            @Override
            public List<LedgerUpdate> ledgerUpdates(String user, long fromMs)
                    throws HistoryException, InterruptedException {
                return ask(() -> history.ledgerUpdates(new Address(user), fromMs, toMs()));
            }
        };
    }

    private long toMs() {
        return clock.millis() + AHEAD_MS;
    }

    /// To be closed after the sidecar that uses it.
    @Override
    public void close() {
        client.close();
        clockwork.close();
    }
}
