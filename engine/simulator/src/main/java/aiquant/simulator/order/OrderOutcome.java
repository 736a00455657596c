package aiquant.simulator.order;

import java.math.BigDecimal;
import java.util.Optional;

/// What the exchange answers for one order of a batch.
public sealed interface OrderOutcome {

    record Resting(long orderId, Optional<String> cloid) implements OrderOutcome {}

    /// @param totalSize what was filled, possibly less than was sent
    record Filled(BigDecimal totalSize, BigDecimal averagePrice, long orderId, Optional<String> cloid)
            implements OrderOutcome {}

    /// @param text with the asset's number where the exchange adds it
    record Rejected(Refusal refusal, String text) implements OrderOutcome {}

    /// A child of a parent that is not filled.
    record WaitingForFill(long orderId) implements OrderOutcome {}

    record WaitingForTrigger(long orderId) implements OrderOutcome {}
}
