package aiquant.simulator.venue;

import aiquant.simulator.order.OrderOutcome;
import java.util.List;
import java.util.Optional;

/// The exchange's answer to an action.
public sealed interface ActionResult {

    /// Nothing was done.
    record Refused(String text) implements ActionResult {}

    /// One outcome for each order, or a single one for the whole batch.
    record Orders(List<OrderOutcome> outcomes) implements ActionResult {}

    /// One for each cancel: empty is success, otherwise the text of the error.
    record Cancels(List<Optional<String>> errors) implements ActionResult {}

    record TwapRunning(long id) implements ActionResult {}

    record TwapCanceled() implements ActionResult {}

    /// A TWAP was not taken, or is not there to be cancelled.
    record TwapRefused(String text) implements ActionResult {}

    /// Done, and nothing to tell.
    record Done() implements ActionResult {}
}
