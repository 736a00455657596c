package aiquant.exchange.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// When an order acts: at once, or when the mark price reaches a level.
public sealed interface OrderType {

    record Limit(Tif tif) implements OrderType {}

    /// @param isMarket whether it takes what it can up to its price when triggered; else it rests there
    record Trigger(boolean isMarket, WireDecimal triggerPrice, Tpsl tpsl) implements OrderType {}

    /// `t` of an order.
    default ObjectNode toJson() {
        ObjectNode type = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case Limit(Tif tif) -> type.putObject("limit").put("tif", tif.word());
            case Trigger(boolean isMarket, WireDecimal triggerPrice, Tpsl tpsl) ->
                type.putObject("trigger")
                        .put("isMarket", isMarket)
                        .put("triggerPx", triggerPrice.toString())
                        .put("tpsl", tpsl.word());
        }
        return type;
    }
}
