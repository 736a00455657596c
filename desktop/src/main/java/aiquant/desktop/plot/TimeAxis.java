package aiquant.desktop.plot;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/// The time axis over bar numbers, labelled at round times.
@SuppressWarnings("serial") // the library's axes are serializable by accident; nobody stores one
final class TimeAxis extends DefaultNumericAxis {

    private static final double HEIGHT = 26;
    private static final double PIXELS_PER_TICK = 96;

    private final Bars bars;
    private long stepMs = 60_000;

    TimeAxis(Bars bars) {
        super(0, 1, 1);
        this.bars = bars;
        AxisStyle.plain(this);
    }

    /// See [PriceAxis].
    @Override
    protected double computePrefHeight(double width) {
        super.computePrefHeight(width);
        return HEIGHT;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
        // The superclass's constructor gets here before `bars` is set.
        if (bars == null || bars.size() < 2) {
            return;
        }
        int first = Math.clamp((long) Math.ceil(range.getMin()), 0, bars.size() - 1);
        int last = Math.clamp((long) Math.floor(range.getMax()), 0, bars.size() - 1);
        double barMs = (double) (bars.timeMs(bars.size() - 1) - bars.timeMs(0)) / (bars.size() - 1);
        double pixelsPerBar = getLength() / Math.max(1, range.getMax() - range.getMin());
        stepMs = Ticks.timeStep(Math.max(barMs, PIXELS_PER_TICK / pixelsPerBar * barMs));
        long moment = Math.ceilDiv(bars.timeMs(first), stepMs) * stepMs;
        while (moment <= bars.timeMs(last) && ticks.size() < 100) {
            int bar = bars.at(moment);
            if (bar >= 0 && bars.timeMs(bar) == moment) {
                ticks.add(bar);
            }
            moment += stepMs;
        }
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList ticks) {
        // No minor ticks, see PriceAxis.
    }

    @Override
    public String getTickMarkLabel(double value) {
        int bar = (int) value;
        return bar >= 0 && bar < bars.size() ? Ticks.label(bars.timeMs(bar), stepMs) : "";
    }
}
