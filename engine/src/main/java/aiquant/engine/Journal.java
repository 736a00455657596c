package aiquant.engine;

import aiquant.engine.EngineView.DenialRow;
import aiquant.engine.EngineView.EquityPoint;
import aiquant.engine.EngineView.TradeRow;
import aiquant.engine.fact.Fact;
import aiquant.kernel.market.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What happened lately, for people: trades, refusals and the equity curve. A fold of the ledger; engine thread only.
final class Journal {
    private static final int CURVE_POINTS = 600;

    private final Deque<TradeRow> recent = new ArrayDeque<>();
    private final Deque<DenialRow> denials = new ArrayDeque<>();
    private final Map<Symbol, List<TradeRow>> bySymbol = new TreeMap<>();
    private final Map<String, Fact.OrderCreated> created = new TreeMap<>();
    private final List<EquityPoint> curve = new ArrayList<>();
    private int curveStride = 1;
    private int roundsSinceSample;
    private int trades;

    void apply(Fact fact, long sequence, long atMs) {
        switch (fact) {
            case Fact.OrderCreated order -> created.put(order.order().clientOrderId(), order);
            case Fact.FillBooked fill -> traded(fill, sequence);
            case Fact.IntentDenied denied ->
                push(denials, new DenialRow(atMs, denied.intent().symbol(), denied.check(), denied.text()));
            case Fact.RoundDecided round -> sample(round);
            case Fact.OrderReported report -> {
                if (report.state().isEnded()) {
                    created.remove(report.clientOrderId());
                }
            }
            case Fact.RunStarted _, Fact.ConfigAdopted _, Fact.CommandTaken _, Fact.KillChanged _ -> {}
            case Fact.DecisionMade _, Fact.RunEnded _ -> {}
        }
    }

    private void traded(Fact.FillBooked fill, long sequence) {
        Fact.OrderCreated order = created.get(fill.clientOrderId());
        TradeRow row = new TradeRow(
                sequence,
                fill.timeMs(),
                fill.symbol(),
                fill.action(),
                fill.price(),
                fill.quantity(),
                fill.pnl(),
                fill.fee(),
                fill.balance(),
                order == null ? "" : order.order().intent().reason());
        if (order != null && order.order().quantity().compareTo(fill.quantity()) <= 0) {
            created.remove(fill.clientOrderId());
        }
        push(recent, row);
        bySymbol.computeIfAbsent(fill.symbol(), symbol -> new ArrayList<>()).add(row);
        trades++;
    }

    private static <T> void push(Deque<T> rows, T row) {
        rows.addFirst(row);
        if (rows.size() > EngineView.RECENT) {
            rows.removeLast();
        }
    }

    /// Keeps the curve short: when it is full, every second point goes and sampling slows down by half.
    private void sample(Fact.RoundDecided round) {
        roundsSinceSample++;
        if (roundsSinceSample < curveStride) {
            return;
        }
        roundsSinceSample = 0;
        curve.add(new EquityPoint(round.timeMs(), round.equity()));
        if (curve.size() > CURVE_POINTS) {
            List<EquityPoint> half = new ArrayList<>();
            for (int i = 0; i < curve.size(); i += 2) {
                half.add(curve.get(i));
            }
            curve.clear();
            curve.addAll(half);
            curveStride *= 2;
        }
    }

    List<TradeRow> recent() {
        return List.copyOf(recent);
    }

    List<DenialRow> denials() {
        return List.copyOf(denials);
    }

    List<EquityPoint> curve() {
        return List.copyOf(curve);
    }

    int trades() {
        return trades;
    }

    /// All fills of one symbol, oldest first.
    List<TradeRow> trades(Symbol symbol) {
        return bySymbol.getOrDefault(symbol, List.of());
    }
}
