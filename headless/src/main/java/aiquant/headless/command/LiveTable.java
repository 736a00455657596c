package aiquant.headless.command;

import aiquant.engine.EngineView;
import aiquant.engine.EngineView.PositionRow;
import aiquant.engine.EngineView.TradeRow;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The engine as text: redrawn in place in a terminal, a short block now and then where output goes to a file.
final class LiveTable {
    private static final int TRADES = 8;

    private final PrintWriter out;
    private final boolean isTerminal;
    private long lastSequence = -1;

    LiveTable(PrintWriter out) {
        this.out = out;
        isTerminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    long pauseNanos() {
        return isTerminal ? TimeUnit.MILLISECONDS.toNanos(500) : TimeUnit.SECONDS.toNanos(5);
    }

    void show(EngineView view) {
        if (view.sequence() == lastSequence) {
            return;
        }
        lastSequence = view.sequence();
        if (isTerminal) {
            out.print("\u001b[H\u001b[2J");
        }
        out.println(head(view));
        if (!view.positions().isEmpty()) {
            out.println();
            out.println("  symbol     side         size        entry         mark          PnL       %");
            view.positions().forEach(position -> out.println(line(position)));
        }
        List<TradeRow> trades = view.trades();
        if (!trades.isEmpty()) {
            out.println();
            out.println("  last trades");
            trades.stream().limit(TRADES).forEach(trade -> out.println(line(trade)));
        }
        if (!isTerminal) {
            out.println();
        }
        out.flush();
    }

    private static String head(EngineView view) {
        return String.format(
                Locale.ROOT,
                "%s  %s UTC  equity %s  day %s  positions %d  trades %d  kill %s  bars %,d%s  %s",
                view.mode().label(),
                Texts.time(view.clockMs()),
                Texts.usd(view.equity()),
                Texts.signed(view.dayPnl()),
                view.positions().size(),
                view.tradesTotal(),
                view.kill().level(),
                view.feed().roundsDone(),
                view.feed().roundsTotal().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                " of %,.0f",
                                view.feed().roundsTotal().getAsDouble())
                        : "",
                view.feed().state());
    }

    private static String line(PositionRow position) {
        return String.format(
                Locale.ROOT,
                "  %-9s  %-5s %12s %12s %12s %12s %+7.2f",
                position.symbol(),
                position.side(),
                Texts.price(position.quantity().toDouble()),
                Texts.price(position.entryPrice()),
                Texts.price(position.mark()),
                Texts.signed(position.pnlUsd()),
                position.pnlPct());
    }

    private static String line(TradeRow trade) {
        return String.format(
                Locale.ROOT,
                "  %s  %-9s %-12s %12s %12s  pnl %10s  %s",
                Texts.time(trade.atMs()),
                trade.symbol(),
                trade.action(),
                Texts.price(trade.quantity().toDouble()),
                Texts.price(trade.price().toDouble()),
                Texts.signed(trade.pnl().toDouble()),
                trade.reason());
    }
}
