package aiquant.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Where requests arrive, over HTTP or as posts on the socket: both spend from one budget. Belongs to the venue's
/// thread.
final class FrontDesk {
    private final InfoDesk info;
    private final ExchangeDesk exchange;
    private final Weights weights;

    FrontDesk(InfoDesk info, ExchangeDesk exchange, Weights weights) {
        this.info = info;
        this.exchange = exchange;
        this.weights = weights;
    }

    /// @throws BadRequest      if the question is unknown or has the wrong shape
    /// @throws TooManyRequests if the budget is used up
    JsonNode info(JsonNode request, long wallMs) {
        if (!weights.spend(Weights.ofInfo(request), wallMs)) {
            throw new TooManyRequests();
        }
        JsonNode answer = info.answer(request);
        weights.charge(Weights.ofItems(request, answer), wallMs);
        return answer;
    }

    /// @throws BadRequest      if the action is unknown or has the wrong shape
    /// @throws TooManyRequests if the budget is used up
    ObjectNode exchange(JsonNode request, long wallMs) {
        if (!weights.spend(Weights.ofAction(request), wallMs)) {
            throw new TooManyRequests();
        }
        return exchange.answer(request);
    }
}
