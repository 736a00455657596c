package aiquant.desktop.plot;

import aiquant.desktop.figures.Figures;
import aiquant.desktop.figures.Times;

/// The read-out of one bar, as text.
final class CrosshairText {

    private CrosshairText() {}

    static String of(PlotModel model, int bar) {
        Bars bars = model.bars();
        if (bar < 0 || bar >= bars.size()) {
            return "";
        }
        double open = bars.open(bar);
        double close = bars.close(bar);
        return Times.bar(bars.timeMs(bar)) + "   O " + Figures.price(open) + "  H " + Figures.price(bars.high(bar))
                + "  L " + Figures.price(bars.low(bar)) + "  C " + Figures.price(close) + "  "
                + Figures.signedPercent((close / open - 1) * 100) + "   Vol " + Figures.compact(bars.volume(bar));
    }

    /// The overlays' values at `bar`: `EMA 12 61,204.5   EMA 26 61,180.2`.
    static String overlays(PlotModel model, int bar) {
        StringBuilder text = new StringBuilder();
        for (PlotModel.Overlay overlay : model.overlays()) {
            if (bar >= 0 && bar < overlay.series().size()) {
                text.append(text.isEmpty() ? "" : "   ")
                        .append(overlay.name())
                        .append(' ')
                        .append(Figures.price(overlay.series().get(bar)));
            }
        }
        for (Level level : model.levels()) {
            if (bar >= 0
                    && bar < level.series().size()
                    && !Double.isNaN(level.series().get(bar))) {
                text.append("   ")
                        .append(level.name())
                        .append(' ')
                        .append(Figures.price(level.series().get(bar)));
            }
        }
        return text.toString();
    }
}
