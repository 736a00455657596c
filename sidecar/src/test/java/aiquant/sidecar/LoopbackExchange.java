package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Extra;
import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.FundingRow;
import aiquant.exchange.wire.Json;
import aiquant.exchange.wire.LedgerUpdate;
import aiquant.exchange.wire.Subscription;
import aiquant.exchange.wire.UserFunding;
import aiquant.exchange.wire.UserPayload;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// An exchange without a network: a test says what its connections say.
final class LoopbackExchange implements Exchange {

    final Map<String, Line> lines = new ConcurrentHashMap<>();
    final List<Fill> fills = new CopyOnWriteArrayList<>();
    private final Map<SeriesKey, Truth> truths = new ConcurrentHashMap<>();
    private final InstantSource clock;
    volatile boolean isAnswering = true;

    LoopbackExchange(InstantSource clock, Truth... known) {
        this.clock = clock;
        for (Truth truth : known) {
            truths.put(truth.key, truth);
        }
    }

    /// One connection. Epochs begin with 1.
    static final class Line implements Feed {
        private final FeedListener listener;
        private final InstantSource clock;
        volatile Set<Subscription> wanted = Set.of();
        private long epoch;

        private Line(FeedListener listener, InstantSource clock) {
            this.listener = listener;
            this.clock = clock;
            open();
        }

        void open() {
            listener.opened(++epoch);
        }

        void say(String frame) {
            listener.frame(epoch, clock.millis(), Frame.read(frame));
        }

        void garble() {
            listener.problem(epoch, "fills[0].px: expected decimal text, got 1.5", true);
        }

        void say(Bar bar) {
            listener.frame(epoch, clock.millis(), new Frame("candle", bar));
        }

        void say(Fill... fills) {
            listener.frame(
                    epoch,
                    clock.millis(),
                    Frame.read(new Frame(
                                    "userFills",
                                    new UserPayload.UserFills("0x", List.of(fills), Optional.empty(), Extra.NONE))
                            .toJson()));
        }

        @Override
        public void want(Set<Subscription> streams) {
            wanted = Set.copyOf(streams);
        }

        @Override
        public void reconnect() {
            listener.closed(epoch, "asked to");
            open();
        }

        @Override
        public void close() {
            listener.closed(epoch, "closed");
        }
    }

    Line market() {
        return Objects.requireNonNull(lines.get(""));
    }

    Line account(String user) {
        return Objects.requireNonNull(lines.get(user));
    }

    static Fill fill(long timeMs, long tid, long oid) {
        String json =
                "{\"channel\":\"userFills\",\"data\":{\"user\":\"0x\",\"fills\":[{\"coin\":\"BTC\",\"px\":\"1.5\","
                        + "\"sz\":\"2\",\"side\":\"B\",\"time\":" + timeMs
                        + ",\"startPosition\":\"0\",\"dir\":\"Open Long\","
                        + "\"closedPnl\":\"0\",\"hash\":\"0x0\",\"oid\":" + Long.toUnsignedString(oid)
                        + ",\"crossed\":true,\"fee\":\"0.1\","
                        + "\"feeToken\":\"USDC\",\"tid\":" + tid + "}]}}";
        Frame frame = Frame.read(Json.parse(json));
        return ((UserPayload.UserFills) frame.data()).fills().getFirst();
    }

    @Override
    public Feed openMarket(FeedListener listener) {
        Line line = new Line(listener, clock);
        lines.put("", line);
        return line;
    }

    @Override
    public Feed openAccount(String user, FeedListener listener) {
        Line line = new Line(listener, clock);
        lines.put(user, line);
        return line;
    }

    @Override
    public MarketHistory history() {
        return new MarketHistory() {
            @Override
            public List<Bar> candles(Symbol symbol, Interval interval, long fromMs, long toMs) throws HistoryException {
                answer();
                Truth truth = truths.get(new SeriesKey(symbol, interval));
                return truth == null ? List.of() : truth.history(fromMs, toMs, clock.millis(), false);
            }

            @Override
            public List<FundingRow> fundingRates(Symbol symbol, long fromMs, long toMs) throws HistoryException {
                answer();
                List<FundingRow> rows = new ArrayList<>();
                for (long hour = Math.ceilDiv(fromMs, 3_600_000L); hour * 3_600_000L <= toMs; hour++) {
                    rows.add(new FundingRow(
                            symbol.name(),
                            new BigDecimal("0.0000125"),
                            Optional.empty(),
                            hour * 3_600_000L,
                            Extra.NONE));
                }
                return rows;
            }

            @Override
            public List<Symbol> universe() throws HistoryException {
                answer();
                return truths.keySet().stream()
                        .map(SeriesKey::symbol)
                        .distinct()
                        .toList();
            }
        };
    }

    private void answer() throws HistoryException {
        if (!isAnswering) {
            throw new HistoryException("the exchange is away");
        }
    }

    @Override
    public AccountHistory accountHistory() {
        return new AccountHistory() {
            @Override
            public List<Fill> fills(String user, long fromMs) throws HistoryException {
                answer();
                return fills.stream().filter(fill -> fill.timeMs() >= fromMs).toList();
            }

            @Override
            public List<UserFunding> fundings(String user, long fromMs) {
                return List.of();
            }

            @Override
            public List<LedgerUpdate> ledgerUpdates(String user, long fromMs) {
                return List.of();
            }
        };
    }
}
