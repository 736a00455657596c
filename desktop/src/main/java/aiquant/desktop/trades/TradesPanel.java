package aiquant.desktop.trades;

import aiquant.desktop.table.FigureTable;
import aiquant.desktop.table.Tone;
import javafx.scene.layout.BorderPane;

/// The trades table.
public final class TradesPanel extends BorderPane {

    public TradesPanel(TradesPresenter presenter) {
        FigureTable<TradeLine> table = new FigureTable<>("trades", presenter.rows(), "No trade yet")
                .number("Time UTC", 118, TradeLine::time, TradeLine::sequence)
                .text("Symbol", 76, TradeLine::symbol)
                .text("Action", 120, TradeLine::action)
                .number("Price", 92, TradeLine::price)
                .number("Size", 96, TradeLine::size, TradeLine::quantity)
                .figure("PnL USD", 92, TradeLine::pnl, TradeLine::pnlUsd, line -> Tone.ofSign(line.pnlUsd()))
                .number("Fee USD", 76, TradeLine::fee, TradeLine::feeUsd)
                .number("Balance USD", 104, TradeLine::balance)
                .text("Reason", 250, TradeLine::reason);
        table.setAccessibleText("Trades, newest first");
        setCenter(table);
    }
}
