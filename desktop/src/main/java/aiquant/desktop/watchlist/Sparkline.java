package aiquant.desktop.watchlist;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// A few closes as a line, without axes.
final class Sparkline extends Region {

    private static final double WIDTH = 64;
    private static final double HEIGHT = 20;

    private final Polyline line = new Polyline();

    Sparkline() {
        line.getStyleClass().add("sparkline");
        line.setManaged(false);
        getChildren().add(line);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
    }

    void show(double[] values) {
        Double[] points = new Double[values.length * 2];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double range = high > low ? high - low : 1;
        for (int i = 0; i < values.length; i++) {
            points[2 * i] = 1 + i * (WIDTH - 2) / Math.max(1, values.length - 1);
            points[2 * i + 1] = HEIGHT - 2 - (values[i] - low) / range * (HEIGHT - 4);
        }
        line.getPoints().setAll(points);
    }
}
