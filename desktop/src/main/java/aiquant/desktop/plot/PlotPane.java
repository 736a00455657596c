package aiquant.desktop.plot;

import aiquant.desktop.theme.Palette;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/// The chart with its gestures: wheel zooms at the pointer, drag pans, double-click fits, End goes to the newest bar.
///
/// Scrolled back, the view stays and a button leads back to now.
public final class PlotPane extends StackPane {

    private static final double ZOOM_PER_NOTCH = 0.85;
    private static final double WHEEL_NOTCH = 40;

    private final PlotModel model;
    private final CandleChart chart;
    private final PlotOverlay overlay;
    private final Button newest = new Button("Newest ▸▸");
    private double dragX = Double.NaN;

    public PlotPane(PlotModel model, Palette palette) {
        this.model = model;
        this.chart = new CandleChart(model, palette);
        this.overlay = new PlotOverlay(model, chart);
        getStyleClass().add("plot-pane");
        newest.setId("newest");
        newest.setAccessibleText("Go to the newest candle");
        newest.getStyleClass().addAll("small", "newest-button");
        newest.setFocusTraversable(false);
        newest.setOnAction(_ -> toNewest());
        StackPane.setAlignment(newest, Pos.BOTTOM_RIGHT);
        newest.setTranslateX(-PriceAxis.WIDTH - 12);
        newest.setTranslateY(-40);
        getChildren().addAll(chart, overlay, newest);
        chart.afterPaint(this::afterPaint);
        wireGestures();
    }

    public void redraw() {
        chart.redraw();
    }

    public void palette(Palette palette) {
        chart.palette(palette);
    }

    private void afterPaint() {
        newest.setVisible(!model.viewport().followsNewest());
        overlay.update();
    }

    private void wireGestures() {
        setFocusTraversable(true);
        chart.addEventFilter(ScrollEvent.SCROLL, this::zoom);
        chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> dragX = Double.NaN);
        chart.addEventFilter(MouseEvent.MOUSE_MOVED, event -> overlay.crosshair(onCanvas(event)));
        chart.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> overlay.hideCrosshair());
        setOnKeyPressed(event -> {
            double step = model.viewport().span() / 10;
            if (event.getCode() == KeyCode.END) {
                toNewest();
            } else if (event.getCode() == KeyCode.LEFT) {
                pan(-step);
            } else if (event.getCode() == KeyCode.RIGHT) {
                pan(step);
            } else if (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS) {
                zoomBy(ZOOM_PER_NOTCH, model.viewport().right());
            } else if (event.getCode() == KeyCode.MINUS) {
                zoomBy(1 / ZOOM_PER_NOTCH, model.viewport().right());
            } else {
                return;
            }
            event.consume();
        });
    }

    private void zoom(ScrollEvent event) {
        double notches = event.getDeltaY() / WHEEL_NOTCH;
        if (notches == 0) {
            pan(-event.getDeltaX() / chart.scale().pixelsPerBar());
        } else {
            Point2D at = chart.getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY());
            zoomBy(Math.pow(ZOOM_PER_NOTCH, notches), chart.scale().bar(at.getX()));
        }
        event.consume();
    }

    private void zoomBy(double factor, double anchor) {
        model.viewport().zoom(factor, anchor);
        chart.redraw();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            model.viewport().fit();
            chart.redraw();
        }
        dragX = event.getX();
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(dragX)) {
            return;
        }
        double bars = (dragX - event.getX()) / chart.scale().pixelsPerBar();
        dragX = event.getX();
        pan(bars);
        overlay.crosshair(onCanvas(event));
        event.consume();
    }

    private void pan(double bars) {
        model.viewport().pan(bars);
        chart.redraw();
    }

    private void toNewest() {
        model.viewport().toNewest();
        chart.redraw();
    }

    private Point2D onCanvas(MouseEvent event) {
        return chart.getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY());
    }
}
