package aiquant.desktop.scripted;

import aiquant.engine.CommandResult;
import aiquant.engine.EngineClient;
import aiquant.engine.EngineCommand;
import aiquant.engine.EngineView;
import aiquant.engine.Mode;
import aiquant.engine.risk.KillLevel;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A test double for the whole engine: twelve seeded markets, traded by a simple rule, that answers every question.
///
/// Commands are recorded and take effect at once. Time moves only with [#step()].
public final class ScriptedEngine implements EngineClient {

    private volatile double speed = 4;
    private static final long FIRST_MS = 1_767_225_600_000L;
    private static final int HISTORY = 1_200;
    private static final Object[][] SYMBOLS = {
        {"ADA", 0.7312, 0.0045}, {"ARB", 0.8123, 0.006}, {"AVAX", 34.51, 0.005}, {"BTC", 96_412.5, 0.0026},
        {"DOGE", 0.2931, 0.006}, {"ETH", 3_412.4, 0.0032}, {"HYPE", 27.81, 0.007}, {"LINK", 21.72, 0.0048},
        {"SOL", 198.3, 0.0042}, {"SUI", 3.921, 0.006}, {"XRP", 2.412, 0.004}, {"kPEPE", 0.01872, 0.008},
    };

    public final List<EngineCommand> commands = new CopyOnWriteArrayList<>();
    private final List<Consumer<EngineView>> listeners = new CopyOnWriteArrayList<>();
    private final Book book = new Book();
    private final List<Trader> traders = new ArrayList<>();
    private final List<EngineView.EquityPoint> curve = new ArrayList<>();
    private final List<EngineView.Kill.Cause> causes = new ArrayList<>();
    private final List<EngineView.DenialRow> denials = new ArrayList<>();
    private final Mode mode;
    private EngineView.RunState runState = EngineView.RunState.RUNNING;
    private long rounds;
    private volatile EngineView view;

    public ScriptedEngine(Mode mode) {
        this.mode = mode;
        for (Object[] line : SYMBOLS) {
            Market market = new Market((String) line[0], (Double) line[1], (Double) line[2], HISTORY, FIRST_MS);
            traders.add(new Trader(market, book));
        }
        book.write(FIRST_MS, "STARTED", "{\"mode\":\"" + mode + "\",\"balance\":\"10000\"}");
        for (int bar = 0; bar < HISTORY; bar++) {
            decide(bar);
        }
        view = fold();
    }

    /// One more bar for every symbol.
    public synchronized void step() {
        traders.forEach(trader -> trader.market.step());
        decide(traders.getFirst().market.size - 1);
        publish();
    }

    /// The loop fails, as it would after a broken promise.
    public synchronized void fail(String why) {
        runState = EngineView.RunState.FAILED;
        trip("loop", KillLevel.HALTED, why);
    }

    public synchronized void finish() {
        runState = EngineView.RunState.FINISHED;
        publish();
    }

    @Override
    public EngineView view() {
        return view;
    }

    @Override
    public Pin subscribe(Consumer<EngineView> listener) {
        listeners.add(listener);
        listener.accept(view);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized CompletableFuture<CommandResult> send(EngineCommand command) {
        commands.add(command);
        if (command instanceof EngineCommand.Resume(String reason) && reason.isBlank()) {
            return CompletableFuture.completedFuture(new CommandResult.Refused("a reason is needed"));
        }
        long sequence = book.write(
                now(), "COMMAND", "{\"command\":\"" + command.getClass().getSimpleName() + "\"}");
        switch (command) {
            case EngineCommand.PauseEntries(String reason) -> trip("operator", KillLevel.CLOSE_ONLY, reason);
            case EngineCommand.Halt(String reason) -> trip("operator", KillLevel.HALTED, reason);
            case EngineCommand.Flatten(String reason) -> flatten(reason);
            case EngineCommand.Resume _ ->
                causes.removeIf(cause -> cause.origin().equals("operator"));
            case EngineCommand.ClosePosition(Symbol symbol) -> close(symbol);
            case EngineCommand.SetSpeed set -> speed = set.roundsPerSecond();
        }
        publish();
        return CompletableFuture.completedFuture(new CommandResult.Accepted(sequence));
    }

    @Override
    public synchronized ChartSlice chart(Symbol symbol, int fromBar) {
        Market market = trader(symbol).market;
        int to = market.size;
        int from = Math.clamp(fromBar, 0, to);
        double[][] c = new double[market.columns.length][];
        for (int i = 0; i < c.length; i++) {
            c[i] = Arrays.copyOfRange(market.columns[i], from, to);
        }
        long firstMs = from < to ? market.time[from] : Long.MAX_VALUE;
        var fills = book.allTrades.stream()
                .filter(trade -> trade.symbol().equals(symbol) && trade.atMs() >= firstMs)
                .toList();
        return new ChartSlice(
                from,
                to,
                Arrays.copyOfRange(market.time, from, to),
                c[0],
                c[1],
                c[2],
                c[3],
                c[4],
                c[5],
                c[6],
                c[7],
                c[8],
                c[9],
                fills);
    }

    @Override
    public synchronized List<LedgerLine> ledger(long beforeSequence, int limit) {
        return book.lines.reversed().stream()
                .filter(line -> line.sequence() < beforeSequence)
                .limit(limit)
                .toList();
    }

    private void decide(int bar) {
        boolean mayEnter = causes.isEmpty();
        boolean room =
                traders.stream().filter(trader -> trader.side.isPresent()).count() < 5;
        for (Trader trader : traders) {
            trader.decide(bar, mayEnter && room);
        }
        if (bar % 97 == 40) {
            Trader denied = traders.get(bar % traders.size());
            String text = "notional 1,240.00 exceeds 1,000.00";
            denials.addFirst(new EngineView.DenialRow(denied.market.time[bar], denied.symbol, "MAX_NOTIONAL", text));
            book.denied(denied.market.time[bar], denied.symbol, text);
        }
        rounds++;
        curve.add(new EngineView.EquityPoint(traders.getFirst().market.time[bar], equity(bar)));
    }

    private double equity(int bar) {
        return book.cash.toDouble()
                + traders.stream()
                        .filter(trader -> trader.side.isPresent())
                        .mapToDouble(trader -> (trader.market.columns[Market.CLOSE][bar] - trader.entry)
                                * (trader.side.orElseThrow() == EngineView.Side.LONG ? 1 : -1)
                                * trader.quantity.toDouble())
                        .sum();
    }

    private void trip(String origin, KillLevel level, String reason) {
        causes.add(new EngineView.Kill.Cause(origin, level, now(), reason));
        publish();
    }

    private void flatten(String reason) {
        trip("operator", KillLevel.CLOSE_ONLY, reason);
        traders.stream()
                .filter(trader -> trader.side.isPresent())
                .forEach(trader -> trader.close(trader.market.size - 1, "operator", "flatten"));
    }

    private void close(Symbol symbol) {
        Trader trader = trader(symbol);
        if (trader.side.isPresent()) {
            trader.close(trader.market.size - 1, "operator", "closed by hand");
        }
    }

    private Trader trader(Symbol symbol) {
        return traders.stream()
                .filter(trader -> trader.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private long now() {
        Market market = traders.getFirst().market;
        return market.time[market.size - 1] + Market.BAR_MS;
    }

    private void publish() {
        view = fold();
        listeners.forEach(listener -> listener.accept(view));
    }

    private EngineView fold() {
        int last = traders.getFirst().market.size - 1;
        double equity = equity(last);
        double day = equity - curve.get(Math.max(0, curve.size() - 60)).value();
        var positions = traders.stream()
                .filter(trader -> trader.side.isPresent())
                .map(Trader::row)
                .toList();
        double exposure = positions.stream()
                .mapToDouble(row -> row.quantity().toDouble() * row.mark())
                .sum();
        KillLevel level = causes.stream()
                .map(EngineView.Kill.Cause::level)
                .max(KillLevel::compareTo)
                .orElse(KillLevel.ACTIVE);
        return new EngineView(
                book.sequence,
                now(),
                System.currentTimeMillis(),
                mode,
                "paper-1",
                runState,
                Usd.of("10000"),
                book.cash,
                equity,
                day,
                book.realised,
                book.fees,
                new EngineView.Kill(level, causes),
                positions,
                List.copyOf(book.orders),
                List.copyOf(book.trades),
                book.allTrades.size(),
                traders.stream().map(trader -> watch(trader, last)).toList(),
                limits(equity, day, exposure, positions.size()),
                denials.stream().limit(20).toList(),
                new EngineView.FeedStatus(
                        "generated",
                        runState == EngineView.RunState.RUNNING ? "streaming" : "silent",
                        System.currentTimeMillis(),
                        rounds,
                        OptionalDouble.of(35_040),
                        4,
                        OptionalDouble.of(speed),
                        2_000),
                new EngineView.LedgerStatus(book.sequence, System.currentTimeMillis(), "/var/lib/aiquant/ledger.db"),
                curve);
    }

    private static List<EngineView.LimitRow> limits(double equity, double day, double exposure, int open) {
        return List.of(
                new EngineView.LimitRow("Daily loss", Math.max(0, -day), 300, "USD", "entries stop until tomorrow"),
                new EngineView.LimitRow("Drawdown", Math.max(0, (10_400 - equity) / 104), 12, "%", "close only"),
                new EngineView.LimitRow("Exposure", exposure, 6_000, "USD", "entries are refused"),
                new EngineView.LimitRow("Open positions", open, 5, "", "entries are refused"),
                new EngineView.LimitRow("Entries this hour", 3, 12, "", "entries wait"));
    }

    private static EngineView.WatchRow watch(Trader trader, int bar) {
        Market market = trader.market;
        double close = market.close();
        double before = market.columns[Market.CLOSE][bar - 96];
        double[] spark = Arrays.copyOfRange(market.columns[Market.CLOSE], bar - 23, bar + 1);
        double gap = (market.columns[Market.FAST][bar] - market.columns[Market.SLOW][bar]) / close;
        String signal = gap > 0.004 ? "BUY" : gap < -0.004 ? "SELL" : "–";
        String gate =
                trader.side.isPresent() ? "" : Math.abs(gap) < 0.002 ? "ADX 17.2 below 22" : "trend EMA against it";
        return new EngineView.WatchRow(
                trader.symbol,
                close,
                OptionalDouble.of((close / before - 1) * 100),
                spark,
                trader.side,
                signal,
                gate,
                market.time[bar],
                quote(trader.symbol, close));
    }

    /// Most prices are the sidecar's and new; one had to be asked for, one is old, one nobody quotes.
    private static Optional<EngineView.QuoteRow> quote(Symbol symbol, double price) {
        Price middle = new Price(BigDecimal.valueOf(price));
        return switch (symbol.name().charAt(0)) {
            case 'D' -> Optional.empty();
            case 'L' ->
                Optional.of(
                        new EngineView.QuoteRow(middle, Optional.empty(), Optional.empty(), "exchange", 3_200, false));
            case 'X' ->
                Optional.of(
                        new EngineView.QuoteRow(middle, Optional.empty(), Optional.empty(), "database", 75_000, true));
            default ->
                Optional.of(new EngineView.QuoteRow(
                        middle, Optional.of(middle), Optional.of(middle), "sidecar", 400, false));
        };
    }

    /// The first open position's symbol.
    public Optional<Symbol> held() {
        return view.positions().stream().map(EngineView.PositionRow::symbol).findFirst();
    }
}
