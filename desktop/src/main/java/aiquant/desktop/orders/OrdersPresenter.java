package aiquant.desktop.orders;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.table.Flow;
import aiquant.desktop.table.Rows;
import aiquant.desktop.table.Tone;
import aiquant.engine.EngineView;
import aiquant.money.Price;

/// Folds views into the orders table, newest first.
public final class OrdersPresenter {

    private final Flow flow;
    private final Rows<OrderLine> rows = new Rows<>(OrderLine::id);

    public OrdersPresenter(Flow flow) {
        this.flow = flow;
    }

    public void show(EngineView view) {
        if (!flow.isPaused()) {
            rows.show(view.orders().stream().map(OrdersPresenter::line).toList());
        }
    }

    Rows<OrderLine> rows() {
        return rows;
    }

    private static OrderLine line(EngineView.OrderRow row) {
        boolean isLong = row.side() == EngineView.Side.LONG;
        return new OrderLine(
                row.clientOrderId(),
                row.atMs(),
                Times.stamp(row.atMs()),
                row.state(),
                tone(row.state()),
                row.action(),
                row.symbol().name(),
                isLong ? "▲ LONG" : "▼ SHORT",
                isLong ? Tone.GOOD : Tone.BAD,
                Figures.quantity(row.quantity()),
                row.quantity().toDouble(),
                row.averagePrice().map(Price::toDouble).map(Figures::price).orElse(Figures.NONE),
                row.averagePrice().map(Price::toDouble).orElse(Double.NaN),
                row.reason(),
                row.origin());
    }

    /// An order whose fate is unknown is the loudest thing in the table.
    private static Tone tone(String state) {
        return switch (state) {
            case "UNKNOWN", "REJECTED", "FAILED" -> Tone.BAD;
            case "DENIED", "CANCELLED", "EXPIRED" -> Tone.WARN;
            default -> Tone.PLAIN;
        };
    }
}
