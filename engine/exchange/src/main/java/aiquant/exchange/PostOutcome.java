package aiquant.exchange;

import aiquant.exchange.wire.PostReply;
import aiquant.exchange.wire.RefusalKind;

/// What is known of a request after it was posted over the socket.
public sealed interface PostOutcome {

    record Answered(PostReply.Answer answer) implements PostOutcome {}

    /// It was not understood, so nothing was done.
    record Refused(String text) implements PostOutcome {}

    /// It left, and no answer came before the deadline or the end of the connection.
    record Unknown(String reason) implements PostOutcome {}

    /// It never left.
    record NotSent(String reason) implements PostOutcome {}

    /// What it means for an action. A failure whose text does not prove a refusal leaves its fate open.
    default ActionOutcome ofAction() {
        return switch (this) {
            case Answered(PostReply.Action action) -> ActionOutcome.of(action.reply());
            case Answered(PostReply.Failed failed) ->
                failed.text().startsWith("4") && !failed.text().startsWith("408")
                        ? new ActionOutcome.Refused(failed.text(), RefusalKind.of(failed.text()))
                        : new ActionOutcome.Unknown(failed.text());
            case Answered(PostReply.Info info) -> new ActionOutcome.Unknown("answered as a question: " + info.type());
            case Refused refused -> new ActionOutcome.Refused(refused.text, RefusalKind.of(refused.text));
            case Unknown unknown -> new ActionOutcome.Unknown(unknown.reason);
            case NotSent notSent -> new ActionOutcome.NotSent(notSent.reason);
        };
    }
}
