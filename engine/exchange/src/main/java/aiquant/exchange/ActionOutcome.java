package aiquant.exchange;

import aiquant.exchange.wire.ActionReply;
import aiquant.exchange.wire.RefusalKind;

/// What is known of an action after it was handed to the exchange.
public sealed interface ActionOutcome {

    /// The exchange took it and says what became of its parts, each of which may still be refused.
    record Answered(ActionReply reply) implements ActionOutcome {}

    /// The exchange proved that it took nothing of it.
    ///
    /// @param text its words
    record Refused(String text, RefusalKind kind) implements ActionOutcome {}

    /// It left, and nothing proves what became of it: it must be looked for, never sent anew.
    record Unknown(String reason) implements ActionOutcome {}

    /// It never left this machine.
    record NotSent(String reason) implements ActionOutcome {}

    /// A whole answer, however it came.
    static ActionOutcome of(ActionReply reply) {
        return reply instanceof ActionReply.Refused refused
                ? new Refused(refused.text(), refused.kind())
                : new Answered(reply);
    }
}
