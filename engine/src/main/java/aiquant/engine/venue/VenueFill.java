package aiquant.engine.venue;

import aiquant.engine.order.Orders;
import aiquant.kernel.decision.Fill;
import aiquant.kernel.decision.Intent;

/// Turns a venue's exact fill into the double the kernel books: the other place where the two worlds meet.
public final class VenueFill {

    private VenueFill() {}

    /// The kernel's view of a fill.
    ///
    /// When it completes the close of a position in one piece, the kernel gets back exactly the size
    /// it holds, whose last binary digit need not be that of the decimal. Everything else counts as
    /// it filled, which on a venue with lots is less than was asked for.
    public static Fill toFill(Orders.Tracked tracked, VenueReport.Filled report) {
        boolean isWhole = tracked.filled().signum() == 0
                && report.quantity().compareTo(tracked.order().quantity()) == 0;
        Intent intent = tracked.order().intent();
        double size = isWhole && intent instanceof Intent.Close
                ? intent.size()
                : report.quantity().toDouble();
        return new Fill(
                tracked.order().intent(),
                tracked.order().timeMs(),
                report.price().toDouble(),
                size,
                report.fee().toDouble());
    }
}
