package aiquant.desktop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CandleLayerTest {

    private static final Ink INK = new Ink(0, 1, 2, 3, 4, 5, 6, 7, 8);
    private final Bars bars = new Bars();
    private final int[] pixels = new int[100 * 100];
    private final Raster raster = new Raster();
    private final PixelColumns columns = new PixelColumns();

    @Test
    void drawsBodyAndWickOfOneCandle() {
        bars.put(0, 0, 40, 80, 20, 60, 1);
        bars.changed(0, 1);

        // One bar over 100 pixels, prices 0 to 100: the row is 100 minus the price, the middle is column 50.
        paint(new Scale(100, 100, -0.5, 0.5, 0, 100));

        assertThat(at(50, 20)).as("top of the wick").isEqualTo(INK.up());
        assertThat(at(50, 80)).as("foot of the wick").isEqualTo(INK.up());
        assertThat(at(50, 19)).as("above the wick").isEqualTo(INK.background());
        assertThat(at(20, 50)).as("inside the body").isEqualTo(INK.up());
        assertThat(at(20, 30)).as("beside the wick").isEqualTo(INK.background());
        assertThat(at(5, 50)).as("beside the body").isEqualTo(INK.background());
    }

    @Test
    void drawsTheRangeOfAllBarsInAColumn() {
        for (int i = 0; i < 1_000; i++) {
            bars.put(i, i * 60_000L, 50, 60, 40, 45, 1);
        }
        bars.put(555, 555 * 60_000L, 50, 90, 10, 50, 1);
        bars.changed(0, 1_000);

        // Ten bars a column: bar 555 lies in column 55.
        paint(new Scale(100, 100, 0, 1_000, 0, 100));

        assertThat(at(55, 10)).isEqualTo(INK.down());
        assertThat(at(55, 90)).isEqualTo(INK.down());
        assertThat(at(54, 10)).isEqualTo(INK.background());
        assertThat(at(54, 50)).isEqualTo(INK.down());
    }

    @Test
    void cutsOffWhatLiesOutside() {
        bars.put(0, 0, 40, 8_000, -2_000, 60, 1);
        bars.changed(0, 1);

        paint(new Scale(100, 100, -0.5, 0.5, 0, 100));

        assertThat(at(50, 0)).isEqualTo(INK.up());
        assertThat(at(50, 99)).isEqualTo(INK.up());
    }

    private void paint(Scale scale) {
        raster.begin(pixels, 100, 100, INK.background());
        columns.compute(scale, bars.size());
        CandleLayer.paint(raster, scale, columns, bars, INK);
    }

    private int at(int x, int y) {
        return pixels[y * 100 + x];
    }
}
