package aiquant.desktop.plot;

import aiquant.desktop.figures.Figures;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/// The price axis: round steps, decimals that fit the step, a fixed width so that the plot does not jump.
@SuppressWarnings("serial") // the library's axes are serializable by accident; nobody stores one
final class PriceAxis extends DefaultNumericAxis {

    static final double WIDTH = 104;
    private static final double PIXELS_PER_TICK = 56;

    private double step = 1;

    PriceAxis() {
        super(0, 1, 1);
        AxisStyle.plain(this);
    }

    /// The library works out where its labels go while it computes this, hence the call.
    @Override
    protected double computePrefWidth(double height) {
        super.computePrefWidth(height);
        return WIDTH;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
        double low = range.getMin();
        double high = range.getMax();
        int count = (int) Math.max(2, getLength() / PIXELS_PER_TICK);
        step = Ticks.priceStep((high - low) / count);
        for (double n = Math.ceil(low / step); n * step <= high && ticks.size() < 100; n++) {
            ticks.add(n * step);
        }
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList ticks) {
        // No minor ticks: they cost time and say nothing here.
    }

    @Override
    public String getTickMarkLabel(double value) {
        return Figures.fixed(value, Ticks.decimals(step));
    }
}
