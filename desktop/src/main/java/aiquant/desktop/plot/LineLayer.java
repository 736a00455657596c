package aiquant.desktop.plot;

/// One series as a line, interpolated between bars or thinned to the range per pixel column.
final class LineLayer {

    private static final double HALF_STROKE = 0.75;

    private LineLayer() {}

    static void paint(Raster raster, Scale scale, PixelColumns columns, Series series, int argb) {
        if (scale.pixelsPerBar() > 1) {
            paintInterpolated(raster, scale, series, argb);
        } else {
            paintColumns(raster, scale, columns, series, argb);
        }
    }

    private static void paintInterpolated(Raster raster, Scale scale, Series series, int argb) {
        double before = Double.NaN;
        for (int x = 0; x < scale.width(); x++) {
            double y = scale.y(valueAt(series, scale.bar(x + 0.5)));
            if (Double.isNaN(y)) {
                before = Double.NaN;
                continue;
            }
            double top = y;
            double bottom = y;
            if (before < y) {
                top = (before + y) / 2;
            } else if (before > y) {
                bottom = (before + y) / 2;
            }
            raster.stroke(x, top - HALF_STROKE, bottom + HALF_STROKE, argb);
            before = y;
        }
    }

    private static double valueAt(Series series, double bar) {
        int left = (int) Math.floor(bar);
        if (left < 0 || left + 1 >= series.size()) {
            return Double.NaN;
        }
        double part = bar - left;
        return series.get(left) * (1 - part) + series.get(left + 1) * part;
    }

    private static void paintColumns(Raster raster, Scale scale, PixelColumns columns, Series series, int argb) {
        double before = Double.NaN;
        for (int x = 0; x < scale.width(); x++) {
            int from = columns.from(x);
            int to = Math.min(columns.to(x), series.size());
            if (from >= to || !series.pyramid().query(from, to)) {
                before = from >= to ? before : Double.NaN;
                continue;
            }
            double top = scale.y(series.pyramid().max());
            double bottom = scale.y(series.pyramid().min());
            if (before < top) {
                top = before;
            } else if (before > bottom) {
                bottom = before;
            }
            raster.stroke(x, top - HALF_STROKE, bottom + HALF_STROKE, argb);
            before = scale.y(series.get(to - 1));
        }
    }
}
