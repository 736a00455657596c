package aiquant.engine;

import aiquant.engine.order.Order;
import aiquant.engine.venue.Venue;
import aiquant.engine.venue.VenueReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// A venue that accepts at once but keeps every fill back until it is told to let go. One thread.
final class SlowVenue implements Venue {
    private final Venue venue;
    private final Deque<Runnable> fills = new ArrayDeque<>();

    SlowVenue(Venue venue) {
        this.venue = venue;
    }

    @Override
    public void submit(Order order, Consumer<VenueReport> reports) {
        venue.submit(order, holdingFills(reports));
    }

    @Override
    public void resume(Order order, Consumer<VenueReport> reports) {
        venue.resume(order, holdingFills(reports));
    }

    private Consumer<VenueReport> holdingFills(Consumer<VenueReport> reports) {
        return report -> {
            switch (report) {
                case VenueReport.Accepted _, VenueReport.Rejected _, VenueReport.Expired _ -> reports.accept(report);
                case VenueReport.Filled _ -> fills.add(() -> reports.accept(report));
            }
        };
    }

    boolean holdsFill() {
        return !fills.isEmpty();
    }

    void letGo() {
        fills.remove().run();
    }

    @Override
    public void close() {
        venue.close();
    }
}
