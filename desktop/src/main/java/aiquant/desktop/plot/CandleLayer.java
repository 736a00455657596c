package aiquant.desktop.plot;

/// Candles: one by one while they are wide enough, else one bar of the range per pixel column.
final class CandleLayer {

    private static final double LEAST_WIDTH = 3;
    private static final double BODY = 0.72;

    private CandleLayer() {}

    static void paint(Raster raster, Scale scale, PixelColumns columns, Bars bars, Ink ink) {
        if (scale.pixelsPerBar() >= LEAST_WIDTH) {
            paintSingly(raster, scale, bars, ink);
        } else {
            paintColumns(raster, scale, columns, bars, ink);
        }
    }

    private static void paintSingly(Raster raster, Scale scale, Bars bars, Ink ink) {
        int body = (int) (scale.pixelsPerBar() * BODY) | 1;
        for (int i = scale.firstBar(); i < scale.endBar(bars.size()); i++) {
            int middle = (int) Math.round(scale.x(i));
            boolean up = bars.close(i) >= bars.open(i);
            int argb = up ? ink.up() : ink.down();
            int top = scale.row(bars.high(i));
            raster.rect(middle, top, 1, scale.row(bars.low(i)) - top + 1, argb);
            int upper = scale.row(Math.max(bars.open(i), bars.close(i)));
            int lower = scale.row(Math.min(bars.open(i), bars.close(i)));
            raster.rect(middle - body / 2, upper, body, lower - upper + 1, argb);
        }
    }

    private static void paintColumns(Raster raster, Scale scale, PixelColumns columns, Bars bars, Ink ink) {
        for (int x = 0; x < scale.width(); x++) {
            int from = columns.from(x);
            int to = columns.to(x);
            if (from < to && bars.price().query(from, to)) {
                boolean up = bars.close(to - 1) >= bars.open(from);
                int top = scale.row(bars.price().max());
                int bottom = scale.row(bars.price().min());
                raster.rect(x, top, 1, bottom - top + 1, up ? ink.up() : ink.down());
            }
        }
    }
}
