package aiquant.desktop.plot;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;

/// Switches off what the chart library's axes do by themselves: the chart sets their ranges.
final class AxisStyle {

    private AxisStyle() {}

    static void plain(DefaultNumericAxis axis) {
        axis.setAutoRanging(false);
        axis.setAutoGrowRanging(false);
        axis.setAutoRangeRounding(false);
        axis.setAnimated(false);
        axis.setForceZeroInRange(false);
        axis.setMinorTickCount(0);
        axis.setName("");
        axis.setUnit(null);
        axis.getCanvas().setCache(false);
    }
}
