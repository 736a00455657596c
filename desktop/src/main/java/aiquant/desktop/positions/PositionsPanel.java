package aiquant.desktop.positions;

import aiquant.desktop.table.FigureTable;
import aiquant.desktop.table.NodeCell;
import aiquant.desktop.table.Row;
import aiquant.desktop.table.Tone;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The positions table with a Close button per row.
public final class PositionsPanel extends BorderPane {

    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final PositionsPresenter presenter;

    public PositionsPanel(PositionsPresenter presenter) {
        this.presenter = presenter;
        FigureTable<PositionLine> table = new FigureTable<>("positions", presenter.rows(), "Flat: no open position")
                .text("Symbol", 60, line -> line.symbol().name())
                .words("Side", 70, PositionLine::side, PositionLine::sideTone)
                .number("Size", 74, PositionLine::size, PositionLine::notional)
                .number("Entry", 78, PositionLine::entry)
                .number("Mark", 78, PositionLine::mark)
                .figure("PnL USD", 72, PositionLine::pnl, PositionLine::pnlUsd, line -> Tone.ofSign(line.pnlUsd()))
                .figure("PnL %", 68, PositionLine::pnlPercent, PositionLine::pnlPct, line -> Tone.ofSign(line.pnlPct()))
                .nodes("", 64, new NodeCell.Maker<>(this::closeButton, this::showButton))
                .number("Value USD", 72, PositionLine::value, PositionLine::notional)
                .number("Stop, distance", 120, PositionLine::stop, PositionLine::stopDistance)
                .number("Trailing", 76, PositionLine::trailing)
                .number("Target", 76, PositionLine::target)
                .number("Adds", 48, PositionLine::adds)
                .number("Age", 74, PositionLine::age, line -> -line.openedMs());
        table.setAccessibleText("Open positions");
        // Not on every change of the selection: it also moves by itself when a position is gone.
        table.setOnMouseReleased(_ -> follow(table.getSelectionModel().getSelectedItem()));
        table.setOnKeyReleased(_ -> follow(table.getSelectionModel().getSelectedItem()));
        setCenter(table);
    }

    private Button closeButton() {
        Button button = new Button();
        button.getStyleClass().addAll("small", "row-button");
        button.setFocusTraversable(true);
        return button;
    }

    private void showButton(Button button, PositionLine line) {
        button.setId("close-" + line.symbol());
        button.setText(line.closing());
        button.setMinWidth(BorderPane.USE_PREF_SIZE);
        button.setAccessibleText("Close " + line.side() + " " + line.size() + " " + line.symbol() + " at market");
        button.pseudoClassStateChanged(ARMED, line.armed());
        button.setOnAction(_ -> presenter.pressClose(line));
    }

    private void follow(@Nullable Row<PositionLine> row) {
        if (row != null) {
            presenter.select(row.value());
        }
    }
}
