package aiquant.engine;

import aiquant.engine.EngineView.FeedStatus;
import aiquant.engine.EngineView.Kill;
import aiquant.engine.EngineView.LimitRow;
import aiquant.engine.EngineView.OrderRow;
import aiquant.engine.EngineView.PositionRow;
import aiquant.engine.EngineView.RunState;
import aiquant.engine.EngineView.Side;
import aiquant.engine.EngineView.WatchRow;
import aiquant.engine.feed.PriceBook;
import aiquant.engine.feed.Quote;
import aiquant.engine.feed.Touch;
import aiquant.engine.order.Orders;
import aiquant.kernel.decision.DecisionTrace;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Folds the engine's state into what screens show. Engine thread only.
final class ViewBuilder {
    private static final int SPARK = 24;
    private static final long DAY_MS = 86_400_000L;

    private final Engine engine;
    private final String ledgerPath;
    private final Optional<PriceBook> prices;
    private long lastRounds;
    private long lastRateMs;
    private double rate;

    /// @param prices of the market that is followed; empty where there are none
    ViewBuilder(Engine engine, String ledgerPath, Optional<PriceBook> prices) {
        this.engine = engine;
        this.ledgerPath = ledgerPath;
        this.prices = prices;
    }

    EngineView build(RunState runState, String feedState, OptionalDouble speed, long lastMessageMs, long wallMs) {
        Book book = engine.book();
        KernelState state = book.state();
        EngineSetup setup = engine.setup();
        long clockMs = book.lastDecidedMs() == Long.MIN_VALUE
                ? 0L
                : book.lastDecidedMs() + setup.source().interval().lengthMs() - 1;
        return new EngineView(
                engine.ledger().lastSequence(),
                clockMs,
                wallMs,
                setup.mode(),
                setup.account(),
                runState,
                book.run().initialBalanceUsd(),
                Usds.of(state.balance()),
                state.equity(),
                engine.windows().dayPnl(),
                book.portfolio().realised(),
                book.portfolio().fees(),
                kill(),
                positions(state),
                orders(book.orders()),
                engine.journal().recent(),
                engine.journal().trades(),
                watchlist(state),
                limits(),
                engine.journal().denials(),
                feed(feedState, speed, lastMessageMs, wallMs),
                new EngineView.LedgerStatus(
                        engine.ledger().lastSequence(), engine.ledger().lastCommitMs(), ledgerPath),
                engine.journal().curve());
    }

    private Kill kill() {
        return new Kill(
                engine.book().killSwitch().level(),
                engine.book().killSwitch().causes().stream()
                        .map(cause -> new Kill.Cause(cause.origin(), cause.level(), cause.sinceMs(), cause.reason()))
                        .toList());
    }

    private List<PositionRow> positions(KernelState state) {
        List<PositionRow> rows = new ArrayList<>();
        for (Symbol symbol : state.symbols()) {
            state.position(symbol).ifPresent(position -> rows.add(position(symbol, position, state.mark(symbol))));
        }
        return rows;
    }

    private PositionRow position(Symbol symbol, Position position, double mark) {
        Levels levels = Levels.of(position, engine.setup().strategy().rules());
        double move = position.side * (mark - position.entry);
        return new PositionRow(
                symbol,
                side(position),
                engine.book().portfolio().quantity(symbol).abs(),
                position.entry,
                mark,
                move * position.size,
                position.entry > 0.0 ? move / position.entry * 100.0 : 0.0,
                OptionalDouble.of(levels.stop()),
                Double.isNaN(levels.trailing()) ? OptionalDouble.empty() : OptionalDouble.of(levels.trailing()),
                OptionalDouble.of(levels.target()),
                Usds.of(position.margin),
                position.leverage,
                position.adds,
                position.openMs);
    }

    private static Side side(Position position) {
        return position.side > 0 ? Side.LONG : Side.SHORT;
    }

    private static List<OrderRow> orders(Orders orders) {
        List<OrderRow> rows = new ArrayList<>();
        orders.open().reversed().forEach(tracked -> rows.add(order(tracked)));
        orders.ended().forEach(tracked -> rows.add(order(tracked)));
        return rows.size() > EngineView.RECENT ? rows.subList(0, EngineView.RECENT) : rows;
    }

    private static OrderRow order(Orders.Tracked tracked) {
        Intent intent = tracked.order().intent();
        String action = switch (intent) {
            case Intent.Open _ -> "OPEN";
            case Intent.Add _ -> "ADD";
            case Intent.Reduce _ -> "REDUCE";
            case Intent.Close _ -> "CLOSE";
        };
        return new OrderRow(
                tracked.sequence(),
                tracked.order().timeMs(),
                tracked.order().clientOrderId(),
                intent.symbol(),
                intent.isLong() ? Side.LONG : Side.SHORT,
                action,
                tracked.order().quantity(),
                tracked.state().name(),
                tracked.order().origin(),
                intent.reason(),
                tracked.lastPrice());
    }

    private List<WatchRow> watchlist(KernelState state) {
        int barsPerDay =
                (int) Math.max(1, DAY_MS / engine.setup().source().interval().lengthMs());
        List<WatchRow> rows = new ArrayList<>();
        for (Symbol symbol : state.symbols()) {
            Optional<ChartHistory> history = engine.charts().history(symbol);
            Optional<DecisionTrace> trace = engine.charts().lastTrace(symbol);
            double price = state.mark(symbol);
            double dayAgo = history.map(chart -> chart.closeBefore(barsPerDay)).orElse(Double.NaN);
            rows.add(new WatchRow(
                    symbol,
                    price,
                    dayAgo > 0.0 ? OptionalDouble.of((price - dayAgo) / dayAgo * 100.0) : OptionalDouble.empty(),
                    history.map(chart -> chart.closes(SPARK)).orElse(new double[0]),
                    state.position(symbol).map(ViewBuilder::side),
                    trace.map(ViewBuilder::signal).orElse("–"),
                    trace.map(ViewBuilder::blocking).orElse("warming up"),
                    trace.map(DecisionTrace::timeMs).orElse(0L),
                    prices.flatMap(book -> book.quote(symbol)).map(ViewBuilder::quote)));
        }
        return rows;
    }

    private static EngineView.QuoteRow quote(Quote quote) {
        return new EngineView.QuoteRow(
                quote.price(),
                quote.touch().map(Touch::bid),
                quote.touch().map(Touch::ask),
                quote.source().label(),
                quote.ageMs(),
                quote.isStale());
    }

    private static String signal(DecisionTrace trace) {
        return trace.signal().equals("NEUTRAL") ? "–" : trace.signal();
    }

    private static String blocking(DecisionTrace trace) {
        if (trace.outcome().startsWith("blocked: ")) {
            return trace.outcome().substring("blocked: ".length());
        }
        return trace.signal().equals("NEUTRAL") ? trace.blocking() : "";
    }

    private List<LimitRow> limits() {
        return engine.gate().usage(engine.exposure()).stream()
                .map(usage ->
                        new LimitRow(usage.name(), usage.used(), usage.limit(), usage.unit(), usage.consequence()))
                .toList();
    }

    private FeedStatus feed(String state, OptionalDouble speed, long lastMessageMs, long wallMs) {
        long done = engine.roundsDone();
        long elapsed = wallMs - lastRateMs;
        if (elapsed >= 1000L) {
            rate = lastRateMs == 0L ? 0.0 : (done - lastRounds) * 1000.0 / elapsed;
            lastRounds = done;
            lastRateMs = wallMs;
        }
        var total = engine.setup().source().total();
        return new FeedStatus(
                engine.setup().source().label(),
                state,
                lastMessageMs,
                done,
                total.isPresent() ? OptionalDouble.of((double) total.getAsLong()) : OptionalDouble.empty(),
                rate,
                speed,
                engine.setup().source().staleAfterMs());
    }
}
