package aiquant.engine.venue;

import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;

/// What a venue says about one order.
public sealed interface VenueReport {

    String clientOrderId();

    /// The venue has the order.
    ///
    /// @param note what it has to say about it, for people; may be empty
    record Accepted(String clientOrderId, String note) implements VenueReport {
        public Accepted(String clientOrderId) {
            this(clientOrderId, "");
        }
    }

    /// The venue proved that it did not take the order.
    record Rejected(String clientOrderId, String reason) implements VenueReport {}

    /// The order's time was over before it traded, or before the rest of it did.
    record Expired(String clientOrderId, String reason) implements VenueReport {}

    /// The order traded.
    ///
    /// @param tradeId unique at the venue
    record Filled(String clientOrderId, String tradeId, Price price, Quantity quantity, Usd fee)
            implements VenueReport {}
}
