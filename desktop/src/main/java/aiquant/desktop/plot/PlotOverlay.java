package aiquant.desktop.plot;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;
import aiquant.desktop.theme.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// Text over the plot: the bar's read-out, the crosshair and its tags, the last price and the live levels.
final class PlotOverlay extends Pane {

    private static final double TAG_HEIGHT = 17;

    private final PlotModel model;
    private final CandleChart chart;
    private final Label readout = label("plot-readout");
    private final Label legend = label("plot-readout", "plot-legend");
    private final Label priceTag = label("plot-tag", "plot-cursor-tag");
    private final Label timeTag = label("plot-tag", "plot-cursor-tag");
    private final Label lastTag = label("plot-tag", "plot-last-tag");
    private final Line vertical = line();
    private final Line horizontal = line();
    private final List<Label> levelTags = new ArrayList<>();
    private @Nullable Point2D pointer;

    PlotOverlay(PlotModel model, CandleChart chart) {
        this.model = model;
        this.chart = chart;
        setPickOnBounds(false);
        setMouseTransparent(true);
        readout.relocate(10, 6);
        legend.relocate(10, 25);
        getChildren().addAll(vertical, horizontal, readout, legend, lastTag, priceTag, timeTag);
        hideCrosshair();
    }

    void crosshair(Point2D onCanvas) {
        pointer = onCanvas;
        update();
    }

    void hideCrosshair() {
        pointer = null;
        for (var node : List.of(vertical, horizontal, priceTag, timeTag)) {
            node.setVisible(false);
        }
        update();
    }

    /// Puts everything where the newest scale wants it.
    void update() {
        Scale scale = chart.scale();
        int newest = model.bars().size() - 1;
        int bar = newest;
        if (pointer != null) {
            bar = Math.clamp(Math.round(scale.bar(pointer.getX())), 0, Math.max(0, newest));
            placeCrosshair(scale, pointer, bar);
        }
        readout.setText(CrosshairText.of(model, bar));
        legend.setText(CrosshairText.overlays(model, bar));
        placeTags(scale, newest);
    }

    private void placeCrosshair(Scale scale, Point2D at, int bar) {
        boolean inside = at.getX() >= 0 && at.getX() < scale.width() && at.getY() >= 0 && at.getY() < scale.height();
        for (var node : List.of(vertical, horizontal, priceTag, timeTag)) {
            node.setVisible(inside);
        }
        if (!inside || model.bars().isEmpty()) {
            return;
        }
        double x = Math.round(scale.x(bar)) + 0.5;
        double y = Math.round(at.getY()) + 0.5;
        set(vertical, x, 0, x, scale.height());
        set(horizontal, 0, y, scale.width(), y);
        double price = scale.price(at.getY());
        priceTag.setText(Figures.fixed(price, Figures.priceDecimals(price)));
        placeRight(priceTag, scale, y);
        timeTag.setText(Times.bar(model.bars().timeMs(bar)));
        double width = timeTag.prefWidth(-1);
        timeTag.resizeRelocate(Math.clamp(x - width / 2, 0, scale.width() - width), scale.height() + 4, width, 18);
    }

    private void placeTags(Scale scale, int newest) {
        lastTag.setVisible(newest >= 0);
        if (newest >= 0) {
            double close = model.bars().close(newest);
            boolean up = close >= model.bars().open(newest);
            lastTag.setStyle("-fx-background-color: " + (up ? "-aiq-profit" : "-aiq-loss"));
            lastTag.setText(Figures.price(close));
            placeRight(lastTag, scale, Math.clamp(scale.y(close), 0, scale.height()));
        }
        placeLevels(scale);
    }

    /// The last price keeps its place; levels above it give way upwards, those below downwards.
    private void placeLevels(Scale scale) {
        List<Level> live = model.levels().stream()
                .filter(level -> !Double.isNaN(level.current()))
                .sorted(Comparator.comparingDouble(Level::current))
                .toList();
        while (levelTags.size() < live.size()) {
            Label tag = label("plot-tag", "plot-level-tag");
            levelTags.add(tag);
            getChildren().add(getChildren().indexOf(priceTag), tag);
        }
        for (int i = 0; i < levelTags.size(); i++) {
            levelTags.get(i).setVisible(i < live.size());
        }
        double last = lastTag.getLayoutY() + TAG_HEIGHT / 2;
        double room = last - TAG_HEIGHT;
        for (int i = 0; i < live.size(); i++) {
            double y = onPlot(scale, live.get(i));
            if (y < last) {
                room = Math.min(room, y);
                place(levelTags.get(i), live.get(i), scale, room);
                room -= TAG_HEIGHT;
            }
        }
        room = last + TAG_HEIGHT;
        for (int i = live.size() - 1; i >= 0; i--) {
            double y = onPlot(scale, live.get(i));
            if (y >= last) {
                room = Math.max(room, y);
                place(levelTags.get(i), live.get(i), scale, room);
                room += TAG_HEIGHT;
            }
        }
    }

    private static double onPlot(Scale scale, Level level) {
        return Math.clamp(scale.y(level.current()), TAG_HEIGHT / 2, scale.height() - TAG_HEIGHT / 2);
    }

    private static void place(Label tag, Level level, Scale scale, double y) {
        double exact = scale.y(level.current());
        String arrow = exact < 0 ? " ↑" : exact > scale.height() ? " ↓" : "";
        tag.setText(level.name() + " " + Figures.price(level.current()) + arrow);
        String colour = Palette.hex(level.argb() & 0xffffff);
        tag.setStyle("-fx-border-color: " + colour + "; -fx-text-fill: " + colour);
        placeRight(tag, scale, y);
    }

    private static void placeRight(Label tag, Scale scale, double y) {
        tag.resizeRelocate(scale.width() + 1, y - TAG_HEIGHT / 2, PriceAxis.WIDTH - 2, TAG_HEIGHT);
    }

    private static void set(Line line, double x0, double y0, double x1, double y1) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("plot-crosshair");
        return line;
    }
}
