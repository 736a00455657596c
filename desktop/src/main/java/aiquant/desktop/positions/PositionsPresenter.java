package aiquant.desktop.positions;

import aiquant.desktop.app.Selection;
import aiquant.desktop.command.Commands;
import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Rows;
import aiquant.desktop.table.Tone;
import aiquant.engine.EngineCommand;
import aiquant.engine.EngineView;
import aiquant.engine.Mode;
import aiquant.kernel.market.Symbol;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Folds views into the positions table and closes positions: on paper at once, live after a second press.
public final class PositionsPresenter {

    private static final long ARMED_MILLIS = 4_000;

    private final Commands commands;
    private final Selection selection;
    private final LongSupplier wallClockMs;
    private final Rows<PositionLine> rows = new Rows<>(PositionLine::symbol);
    private Optional<EngineView> newest = Optional.empty();
    private Optional<Symbol> armed = Optional.empty();
    private long armedUntilMs;

    public PositionsPresenter(Commands commands, Selection selection, LongSupplier wallClockMs) {
        this.commands = commands;
        this.selection = selection;
        this.wallClockMs = wallClockMs;
    }

    public void show(EngineView view) {
        newest = Optional.of(view);
        rows.show(view.positions().stream().map(row -> line(view, row)).toList());
    }

    /// To be called every second: an armed button does not stay armed.
    public void tick() {
        if (armed.isPresent() && wallClockMs.getAsLong() > armedUntilMs) {
            armed = Optional.empty();
            newest.ifPresent(this::show);
        }
    }

    Rows<PositionLine> rows() {
        return rows;
    }

    void select(PositionLine line) {
        selection.select(line.symbol());
    }

    void pressClose(PositionLine line) {
        boolean live = newest.isPresent() && newest.get().mode() == Mode.LIVE;
        boolean confirmed =
                armed.isPresent() && armed.get().equals(line.symbol()) && wallClockMs.getAsLong() <= armedUntilMs;
        if (live && !confirmed) {
            armed = Optional.of(line.symbol());
            armedUntilMs = wallClockMs.getAsLong() + ARMED_MILLIS;
        } else {
            armed = Optional.empty();
            commands.send(new EngineCommand.ClosePosition(line.symbol()), "Close " + line.symbol());
        }
        newest.ifPresent(this::show);
    }

    private PositionLine line(EngineView view, EngineView.PositionRow row) {
        boolean asks = armed.isPresent() && armed.get().equals(row.symbol());
        double notional = row.quantity().toDouble() * row.mark();
        double distance = distance(row.stop(), row.mark());
        return new PositionLine(
                row.symbol(),
                row.side() == EngineView.Side.LONG ? "▲ LONG" : "▼ SHORT",
                row.side() == EngineView.Side.LONG ? Tone.GOOD : Tone.BAD,
                Figures.quantity(row.quantity()),
                notional,
                Figures.money(notional),
                Figures.price(row.entryPrice()),
                Figures.price(row.mark()),
                Figures.signedMoney(row.pnlUsd()),
                row.pnlUsd(),
                Figures.signedPercent(row.pnlPct()),
                row.pnlPct(),
                row.stop().isPresent()
                        ? Figures.price(row.stop().getAsDouble()) + "  " + Figures.fixed(distance, 2) + " %"
                        : Figures.NONE,
                distance,
                price(row.trailing()),
                price(row.target()),
                Figures.count(row.adds()),
                Times.age(Math.max(0, view.clockMs() - row.openedMs())),
                row.openedMs(),
                asks ? "Close " + row.quantity() + " " + row.symbol() + " at market, live" : "Close",
                asks);
    }

    private static double distance(OptionalDouble stop, double mark) {
        return stop.isPresent() && mark > 0 ? Math.abs(mark - stop.getAsDouble()) / mark * 100 : Double.NaN;
    }

    private static String price(OptionalDouble level) {
        return level.isPresent() ? Figures.price(level.getAsDouble()) : Figures.NONE;
    }
}
