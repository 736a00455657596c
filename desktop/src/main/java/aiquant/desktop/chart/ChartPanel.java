package aiquant.desktop.chart;

import aiquant.desktop.plot.PlotPane;
import aiquant.desktop.theme.Palette;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// The chart of the selected symbol under its name.
public final class ChartPanel extends BorderPane {

    private final PlotPane pane;

    public ChartPanel(ChartPresenter presenter, ObservableValue<Palette> palette) {
        pane = new PlotPane(presenter.plot(), palette.getValue());
        pane.setId("chart");
        pane.setAccessibleText("Price chart");
        getStyleClass().add("panel");
        Label title = new Label();
        title.setId("chart-title");
        title.getStyleClass().add("panel-title");
        title.textProperty().bind(presenter.title());
        palette.subscribe(newest -> {
            presenter.palette(newest);
            pane.palette(newest);
        });
        setTop(title);
        setCenter(pane);
    }

    /// To be called after the presenter has shown a view.
    public void redraw() {
        pane.redraw();
    }
}
