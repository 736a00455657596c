package aiquant.desktop.plot;

import java.util.List;

/// Fills as marks, and each position as a line from entry to exit in the colour of its result.
final class TradeLayer {

    private static final int SIZE = 7;
    private static final int GAP = 4;
    private static final int DASH = 3;
    /// Below this width per bar, marks would cover the candles: dots then.
    private static final double MARKS_FROM = 1.2;

    private TradeLayer() {}

    static void paintJourneys(Raster raster, Scale scale, List<Journey> journeys, Ink ink) {
        for (Journey journey : journeys) {
            if (journey.exitBar() < scale.left() || journey.entryBar() > scale.right()) {
                continue;
            }
            int argb = journey.profit() >= 0 ? ink.profit() : ink.loss();
            raster.line(
                    scale.x(journey.entryBar()),
                    scale.y(journey.entryPrice()),
                    scale.x(journey.exitBar()),
                    scale.y(journey.exitPrice()),
                    journey.open() ? DASH : 0,
                    argb);
        }
    }

    static void paintMarks(Raster raster, Scale scale, List<Mark> marks, Bars bars, Ink ink) {
        boolean small = scale.pixelsPerBar() < MARKS_FROM;
        for (Mark mark : marks) {
            if (mark.bar() < scale.left() - 1 || mark.bar() > scale.right() + 1 || mark.bar() >= bars.size()) {
                continue;
            }
            int x = (int) Math.round(scale.x(mark.bar()));
            if (small) {
                raster.rect(x - 1, scale.row(mark.price()) - 1, 3, 3, ink.mark());
            } else {
                paint(raster, scale, mark, x, bars, ink);
            }
        }
    }

    /// Entries and adds are triangles in the trade's direction outside the candle; reduces and exits lie on the price.
    private static void paint(Raster raster, Scale scale, Mark mark, int x, Bars bars, Ink ink) {
        int row = scale.row(mark.price());
        switch (mark.kind()) {
            case ENTRY, ADD -> {
                int size = mark.kind() == Mark.Kind.ENTRY ? SIZE : SIZE - 2;
                int argb = mark.buy() ? ink.profit() : ink.loss();
                if (mark.buy()) {
                    triangle(raster, x, scale.row(bars.low(mark.bar())) + GAP, size, 1, argb, ink.background());
                } else {
                    triangle(raster, x, scale.row(bars.high(mark.bar())) - GAP, size, -1, argb, ink.background());
                }
            }
            case REDUCE -> diamond(raster, x, row, SIZE - 2, ink.mark(), ink.background());
            case EXIT -> diamond(raster, x, row, SIZE, ink.mark(), ink.background());
        }
    }

    /// The tip at `y`; `direction` 1 opens downwards, so that the tip points up. With a rim against the candles.
    private static void triangle(Raster raster, int x, int y, int size, int direction, int argb, int rim) {
        for (int i = -2; i < size + 2; i++) {
            raster.rect(x - i - 2, y + direction * i, 2 * i + 5, 1, rim);
        }
        for (int i = 0; i < size; i++) {
            raster.rect(x - i, y + direction * i, 2 * i + 1, 1, argb);
        }
    }

    private static void diamond(Raster raster, int x, int y, int size, int argb, int rim) {
        for (int i = -size - 1; i <= size + 1; i++) {
            int half = size + 1 - Math.abs(i);
            raster.rect(x - half, y + i, 2 * half + 1, 1, rim);
        }
        for (int i = 1 - size; i < size; i++) {
            int half = size - 1 - Math.abs(i);
            raster.rect(x - half, y + i, 2 * half + 1, 1, argb);
        }
    }
}
