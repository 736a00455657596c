package aiquant.engine.venue;

import aiquant.engine.order.Orders;
import aiquant.kernel.decision.Fill;

/// Turns a venue's exact fill into the double the kernel books: the other place where the two worlds meet.
public final class VenueFill {

    private VenueFill() {}

    /// The kernel's view of a fill. When it completes an order that filled in one piece, the kernel gets back exactly
    /// the size it asked for.
    public static Fill toFill(Orders.Tracked tracked, VenueReport.Filled report) {
        boolean isWhole = tracked.filled().signum() == 0
                && report.quantity().compareTo(tracked.order().quantity()) == 0;
        double size =
                isWhole ? tracked.order().intent().size() : report.quantity().toDouble();
        return new Fill(
                tracked.order().intent(),
                tracked.order().timeMs(),
                report.price().toDouble(),
                size,
                report.fee().toDouble());
    }
}
