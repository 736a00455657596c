package aiquant.desktop.scripted;

import aiquant.engine.EngineClient.LedgerLine;
import aiquant.engine.EngineView;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What happened, newest first: orders, trades, ledger lines and the balance.
final class Book {

    final Deque<EngineView.OrderRow> orders = new ArrayDeque<>();
    final Deque<EngineView.TradeRow> trades = new ArrayDeque<>();
    final List<EngineView.TradeRow> allTrades = new ArrayList<>();
    final List<LedgerLine> lines = new ArrayList<>();
    Usd cash = Usd.of("10000");
    Usd realised = Usd.ZERO;
    Usd fees = Usd.ZERO;
    long sequence;

    void filled(
            long atMs,
            Symbol symbol,
            EngineView.Side side,
            String action,
            Price price,
            Quantity quantity,
            Usd pnl,
            String origin,
            String reason) {
        Usd fee = Trader.usd(price.toDouble() * quantity.toDouble() * 0.00045);
        cash = cash.plus(pnl).minus(fee);
        realised = realised.plus(pnl);
        fees = fees.plus(fee);
        write(
                atMs,
                "ORDER_CREATED",
                "{\"symbol\":\"" + symbol + "\",\"action\":\"" + action + "\",\"quantity\":\"" + quantity
                        + "\",\"origin\":\"" + origin + "\"}");
        orders.addFirst(new EngineView.OrderRow(
                sequence,
                atMs,
                "aq-" + sequence,
                symbol,
                side,
                action,
                quantity,
                "FILLED",
                origin,
                reason,
                Optional.of(price)));
        write(atMs, "FILL", "{\"symbol\":\"" + symbol + "\",\"price\":\"" + price + "\",\"fee\":\"" + fee + "\"}");
        var trade = new EngineView.TradeRow(
                sequence, atMs, symbol, action + "_" + side, price, quantity, pnl, fee, cash, reason);
        trades.addFirst(trade);
        allTrades.add(trade);
        trim();
    }

    void denied(long atMs, Symbol symbol, String reason) {
        write(atMs, "ORDER_DENIED", "{\"symbol\":\"" + symbol + "\",\"reason\":\"" + reason + "\"}");
        orders.addFirst(new EngineView.OrderRow(
                sequence,
                atMs,
                "aq-" + sequence,
                symbol,
                EngineView.Side.LONG,
                "OPEN",
                Quantity.of("0.5"),
                "DENIED",
                "strategy",
                reason,
                Optional.empty()));
        trim();
    }

    long write(long atMs, String kind, String body) {
        sequence++;
        String hash = "%08x%08x".formatted(body.hashCode(), sequence * 0x9E3779B1L & 0xffffffffL);
        lines.add(new LedgerLine(sequence, atMs, kind, body, hash));
        return sequence;
    }

    private void trim() {
        while (orders.size() > EngineView.RECENT) {
            orders.removeLast();
        }
        while (trades.size() > EngineView.RECENT) {
            trades.removeLast();
        }
    }
}
