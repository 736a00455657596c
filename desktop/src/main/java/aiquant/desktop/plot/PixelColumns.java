package aiquant.desktop.plot;

/// Which bars fall into which pixel column; computed once a frame and shared by everything that is drawn.
///
/// Where a column holds very many bars, its edge moves to a multiple of a pyramid block, by less than half a pixel:
/// every
/// bar is still in exactly one column, and a query is answered by whole blocks.
final class PixelColumns {

    private int[] first = {};

    void compute(Scale scale, int total) {
        if (first.length < scale.width() + 1) {
            first = new int[scale.width() + 1];
        }
        double barsPerPixel = 1 / scale.pixelsPerBar();
        int mask = mask(barsPerPixel);
        for (int x = 0; x <= scale.width(); x++) {
            double bar = Math.ceil(scale.left() + x * barsPerPixel);
            int number = (int) Math.clamp(bar, 0, total);
            first[x] = number == total ? total : number & mask;
        }
    }

    private static int mask(double barsPerPixel) {
        return barsPerPixel >= 128 ? -64 : barsPerPixel >= 32 ? -16 : -1;
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
