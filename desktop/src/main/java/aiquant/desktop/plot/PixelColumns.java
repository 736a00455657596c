package aiquant.desktop.plot;

/// Which bars fall into which pixel column; computed once a frame and shared by everything that is drawn.
final class PixelColumns {

    private int[] first = {};

    void compute(Scale scale, int total) {
        if (first.length < scale.width() + 1) {
            first = new int[scale.width() + 1];
        }
        double barsPerPixel = 1 / scale.pixelsPerBar();
        for (int x = 0; x <= scale.width(); x++) {
            double bar = Math.ceil(scale.left() + x * barsPerPixel);
            first[x] = (int) Math.clamp(bar, 0, total);
        }
    }

    /// First bar whose middle lies in column `x`.
    int from(int x) {
        return first[x];
    }

    /// One past the last bar of column `x`; equal to [#from] where there is none.
    int to(int x) {
        return first[x + 1];
    }
}
