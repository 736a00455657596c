package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// A value of the exchange's protocol that can say itself as JSON again.
public interface Wire {

    /// A fresh tree, equal to the one this value was read from.
    JsonNode toJson();
}
