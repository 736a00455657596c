package aiquant.desktop.plot;

/// A strip of volume along the bottom edge, behind the candles.
final class VolumeLayer {

    private static final double PART = 0.16;

    private VolumeLayer() {}

    static void paint(Raster raster, Scale scale, PixelColumns columns, Bars bars, Ink ink) {
        int from = scale.firstBar();
        int to = scale.endBar(bars.size());
        if (from >= to || !bars.volumes().query(from, to) || bars.volumes().max() <= 0) {
            return;
        }
        double pixelsPerUnit = scale.height() * PART / bars.volumes().max();
        if (scale.pixelsPerBar() >= 3) {
            int body = (int) (scale.pixelsPerBar() * 0.72) | 1;
            for (int i = from; i < to; i++) {
                int height = (int) Math.round(bars.volume(i) * pixelsPerUnit);
                boolean up = bars.close(i) >= bars.open(i);
                int x = (int) Math.round(scale.x(i)) - body / 2;
                raster.rect(x, scale.height() - height, body, height, up ? ink.upVolume() : ink.downVolume());
            }
            return;
        }
        for (int x = 0; x < scale.width(); x++) {
            int first = columns.from(x);
            int end = columns.to(x);
            if (first < end && bars.volumes().query(first, end)) {
                int height = (int) Math.round(bars.volumes().max() * pixelsPerUnit);
                boolean up = bars.close(end - 1) >= bars.open(first);
                raster.rect(x, scale.height() - height, 1, height, up ? ink.upVolume() : ink.downVolume());
            }
        }
    }
}
