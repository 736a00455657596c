package aiquant.desktop.plot;

/// A level the strategy watched while a position was open: steps where it was, a dashed row to the right where it is.
final class LevelLayer {

    private static final int DASH = 4;

    private LevelLayer() {}

    static void paint(Raster raster, Scale scale, PixelColumns columns, Level level) {
        int argb = level.argb();
        if (scale.pixelsPerBar() >= 1) {
            paintSteps(raster, scale, level.series(), argb);
        } else {
            paintColumns(raster, scale, columns, level.series(), argb);
        }
        if (!Double.isNaN(level.current())) {
            int from = (int) Math.round(scale.x(level.series().size() - 0.5));
            raster.dashedRow(from, scale.width(), scale.row(level.current()), DASH, argb);
        }
    }

    private static void paintSteps(Raster raster, Scale scale, Series series, int argb) {
        for (int i = scale.firstBar(); i < scale.endBar(series.size()); i++) {
            double price = series.get(i);
            if (Double.isNaN(price)) {
                continue;
            }
            int x = (int) Math.round(scale.x(i - 0.5));
            int next = (int) Math.round(scale.x(i + 0.5));
            raster.rect(x, scale.row(price), Math.max(1, next - x), 1, argb);
        }
    }

    private static void paintColumns(Raster raster, Scale scale, PixelColumns columns, Series series, int argb) {
        for (int x = 0; x < scale.width(); x++) {
            int from = columns.from(x);
            int to = Math.min(columns.to(x), series.size());
            if (from < to && series.pyramid().query(from, to)) {
                raster.rect(x, scale.row(series.pyramid().max()), 1, 1, argb);
            }
        }
    }
}
