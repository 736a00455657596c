package aiquant.desktop.plot;

/// Which bars are in view, as bar numbers with fractions: bar 7 reaches from 6.5 to 7.5. JavaFX thread only.
///
/// It follows the newest bar until somebody pans or zooms away from it; then it stays where it is while bars arrive.
public final class Viewport {

    static final double LEAST_BARS = 12;
    private static final double START_BARS = 160;
    /// Empty room to the right of the newest bar, as a part of the span.
    private static final double MARGIN = 0.06;

    private double left = -START_BARS;
    private double span = START_BARS;
    private int total;
    private boolean follows = true;

    public double left() {
        return left;
    }

    public double right() {
        return left + span;
    }

    public double span() {
        return span;
    }

    public boolean followsNewest() {
        return follows;
    }

    /// Tells how many bars there are now.
    public void total(int bars) {
        total = bars;
        if (follows) {
            toNewest();
        }
    }

    /// End: the newest bar at the right, and follow it from now on.
    public void toNewest() {
        follows = true;
        left = newestLeft();
    }

    /// All bars at once.
    public void fit() {
        span = Math.max(LEAST_BARS, total / (1 - MARGIN));
        toNewest();
    }

    /// Back to the width a new chart starts with, at the newest bar.
    public void reset() {
        span = START_BARS;
        toNewest();
    }

    /// Positive moves towards newer bars.
    public void pan(double bars) {
        place(left + bars);
    }

    /// Changes the span by `factor` (below 1 is closer) and keeps the bar at `anchor` where it is on the screen.
    ///
    /// @param anchor a bar number inside the view
    public void zoom(double factor, double anchor) {
        double widest = Math.max(LEAST_BARS, total * 1.2);
        double wanted = Math.clamp(span * factor, LEAST_BARS, widest);
        if (follows) {
            span = wanted;
            toNewest();
            return;
        }
        double part = (anchor - left) / span;
        span = wanted;
        place(anchor - part * span);
    }

    private void place(double wantedLeft) {
        double newest = newestLeft();
        double oldest = Math.min(-0.5 - span * MARGIN, newest);
        left = Math.clamp(wantedLeft, oldest, newest);
        follows = left >= newest;
    }

    private double newestLeft() {
        return total - 0.5 + span * MARGIN - span;
    }
}
