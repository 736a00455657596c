package aiquant.exchange.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// One order as it is sent: what an action to place or to modify carries.
///
/// @param asset the venue's number of the market, from its list of assets
/// @param price required for every type; for a trigger the worst price once it is triggered
/// @param size  in coins; zero only for a trigger bound to the position
public record OrderRequest(
        int asset,
        boolean isBuy,
        WireDecimal price,
        WireDecimal size,
        boolean isReduceOnly,
        OrderType type,
        Optional<Cloid> cloid) {

    public OrderRequest {
        if (asset < 0) {
            throw new IllegalArgumentException("asset must not be negative: " + asset);
        }
        if (price.value().signum() <= 0) {
            throw new IllegalArgumentException("price must be positive: " + price);
        }
        if (size.value().signum() < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
    }

    /// The fields in the order in which they are hashed.
    ObjectNode toJson() {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("a", asset)
                .put("b", isBuy)
                .put("p", price.toString())
                .put("s", size.toString())
                .put("r", isReduceOnly)
                .set("t", type.toJson());
        cloid.ifPresent(id -> order.put("c", id.text()));
        return order;
    }
}
