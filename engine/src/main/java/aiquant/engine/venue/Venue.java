package aiquant.engine.venue;

import aiquant.engine.order.Order;
import java.util.function.Consumer;

/// Where orders go. What comes back enters the engine by the same door as everything else.
public interface Venue extends AutoCloseable {

    /// Hands an order over. Called on the engine thread with the order already durable; must not block. Reports may
    /// come
    /// at once or later, on any thread, through `reports`.
    void submit(Order order, Consumer<VenueReport> reports);

    /// Asks for the fate of an order that an earlier run handed over, or was about to.
    void resume(Order order, Consumer<VenueReport> reports);

    @Override
    void close();
}
