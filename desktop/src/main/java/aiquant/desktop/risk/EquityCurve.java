package aiquant.desktop.risk;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.engine.EngineView;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// Equity over time, small: the line, its extremes and its span. At most one point per pixel is drawn.
final class EquityCurve extends Region {

    private static final double HEIGHT = 110;
    private static final double TEXT = 16;

    private final Polyline line = new Polyline();
    private final Polygon area = new Polygon();
    private final Line start = new Line();
    private final Label high = new Label();
    private final Label low = new Label();
    private final Label from = new Label();
    private final Label to = new Label();
    private List<EngineView.EquityPoint> points = List.of();

    EquityCurve() {
        getStyleClass().add("equity-curve");
        line.getStyleClass().add("equity-line");
        area.getStyleClass().add("equity-area");
        start.getStyleClass().add("equity-start");
        for (Label label : List.of(high, low, from, to)) {
            label.getStyleClass().add("faint");
        }
        getChildren().addAll(area, start, line, high, low, from, to);
        getChildren().forEach(child -> child.setManaged(false));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    void show(List<EngineView.EquityPoint> newest) {
        points = newest;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        boolean enough = points.size() > 1;
        getChildren().forEach(child -> child.setVisible(enough));
        if (!enough) {
            return;
        }
        double lowest =
                points.stream().mapToDouble(EngineView.EquityPoint::value).min().orElse(0);
        double highest =
                points.stream().mapToDouble(EngineView.EquityPoint::value).max().orElse(1);
        draw(lowest, Math.max(highest - lowest, Math.abs(highest) * 1e-6));
        place(high, Figures.money(highest), 0, 0);
        place(low, Figures.money(lowest), 0, getHeight() - 2 * TEXT);
        String first = Times.stamp(points.getFirst().timeMs());
        String last = Times.stamp(points.getLast().timeMs());
        place(from, first.substring(0, first.length() - 3), 0, getHeight() - TEXT);
        place(to, last.substring(0, last.length() - 3), Double.NaN, getHeight() - TEXT);
    }

    private void draw(double lowest, double range) {
        double width = getWidth();
        double top = 4;
        double bottom = getHeight() - TEXT - 4;
        int step = Math.max(1, (int) (points.size() / Math.max(1, width)));
        int count = (points.size() + step - 1) / step;
        Double[] path = new Double[count * 2];
        for (int i = 0; i < count; i++) {
            // Counted from the end, so that the newest point is always drawn.
            var point = points.get(Math.max(0, points.size() - 1 - (count - 1 - i) * step));
            path[2 * i] = i * width / Math.max(1, count - 1);
            path[2 * i + 1] = bottom - (point.value() - lowest) / range * (bottom - top);
        }
        line.getPoints().setAll(path);
        area.getPoints().setAll(path);
        area.getPoints().addAll(width, bottom, 0.0, bottom);
        start.setStartX(0);
        start.setEndX(width);
        start.setStartY(Math.round(path[1]) + 0.5);
        start.setEndY(Math.round(path[1]) + 0.5);
    }

    private void place(Label label, String text, double x, double y) {
        label.setText(text);
        double width = label.prefWidth(-1);
        label.resizeRelocate(Double.isNaN(x) ? getWidth() - width : x, y, width, TEXT);
    }
}
