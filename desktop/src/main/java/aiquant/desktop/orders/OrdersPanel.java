package aiquant.desktop.orders;

import aiquant.desktop.table.FigureTable;
import javafx.scene.layout.BorderPane;

/// The orders table.
public final class OrdersPanel extends BorderPane {

    public OrdersPanel(OrdersPresenter presenter) {
        FigureTable<OrderLine> table = new FigureTable<>("orders", presenter.rows(), "No order yet")
                .number("Time UTC", 118, OrderLine::time, OrderLine::atMs)
                .words("State", 100, OrderLine::state, OrderLine::stateTone)
                .text("Action", 76, OrderLine::action)
                .text("Symbol", 76, OrderLine::symbol)
                .words("Side", 76, OrderLine::side, OrderLine::sideTone)
                .number("Size", 96, OrderLine::size, OrderLine::quantity)
                .number("Price", 92, OrderLine::price, OrderLine::priceValue)
                .text("Reason", 285, OrderLine::reason)
                .text("Origin", 90, OrderLine::origin);
        table.setAccessibleText("Orders, newest first");
        setCenter(table);
    }
}
