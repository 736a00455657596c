package aiquant.desktop.plot;

import java.util.ArrayList;
import java.util.List;

/// All that one chart draws. Filled by whoever owns the data, on the JavaFX thread; needs no toolkit.
public final class PlotModel {

    /// A line over the candles in a colour of the palette.
    public record Overlay(String name, Series series, int argb) {}

    private final Bars bars = new Bars();
    private final Viewport viewport = new Viewport();
    private final List<Overlay> overlays = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Journey> journeys = new ArrayList<>();

    public Bars bars() {
        return bars;
    }

    public Viewport viewport() {
        return viewport;
    }

    public List<Overlay> overlays() {
        return overlays;
    }

    public List<Level> levels() {
        return levels;
    }

    /// In time order.
    public List<Mark> marks() {
        return marks;
    }

    /// In time order.
    public List<Journey> journeys() {
        return journeys;
    }

    /// The scale that shows the viewport's bars with room above and below; live levels nearby are included.
    Scale scale(int width, int height) {
        int from = Math.max(0, (int) Math.floor(viewport.left()));
        int to = Math.clamp((long) Math.ceil(viewport.right()) + 1, 0, bars.size());
        double low = 0;
        double high = 1;
        if (from < to && bars.price().query(from, to)) {
            low = bars.price().min();
            high = bars.price().max();
            double reach = (high - low) * 0.6;
            double[] seen = {low, high};
            for (Level level : levels) {
                if (level.current() > low - reach && level.current() < high + reach) {
                    seen[0] = Math.min(seen[0], level.current());
                    seen[1] = Math.max(seen[1], level.current());
                }
            }
            low = seen[0];
            high = seen[1];
        }
        double room = Math.max((high - low) * 0.08, Math.abs(high) * 1e-6);
        return new Scale(width, height, viewport.left(), viewport.right(), low - room * 2.2, high + room);
    }
}
