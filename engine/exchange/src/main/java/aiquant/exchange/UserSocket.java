package aiquant.exchange;

import aiquant.exchange.action.Address;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Subscription;
import aiquant.exchange.wire.UserEvent;
import aiquant.exchange.wire.UserPayload;
import java.util.List;
import java.util.OptionalLong;

/// Hands the frames of a [VenueSocket] to a [UserHandler] by their kind; what is no account's is passed over.
///
/// Frames do not always name their account, so a socket serves one account only.
public record UserSocket(UserHandler handler) implements SocketHandler {
    private static final List<String> STREAMS = List.of("orderUpdates", "userEvents", "userFills", "userFundings");

    /// Asks for all that an account's owner must hear. They are quiet by nature: no bound of silence.
    public static void subscribe(VenueSocket socket, Address account) {
        for (String stream : STREAMS) {
            socket.subscribe(Subscription.ofUser(stream, account.text()), OptionalLong.empty());
        }
    }

    @Override
    public void opened(long epoch) {
        handler.opened(epoch);
    }

    @Override
    public void frame(long epoch, long receivedNanos, Frame frame) {
        switch (frame.data()) {
            case UserPayload.UserFills fills -> handler.fills(epoch, receivedNanos, fills);
            case UserPayload.OrderUpdates updates -> handler.orders(epoch, receivedNanos, updates);
            case UserPayload.UserFundings fundings -> handler.fundings(epoch, receivedNanos, fundings);
            case UserPayload other -> handler.other(epoch, receivedNanos, other);
            case UserEvent event -> handler.event(epoch, receivedNanos, event);
            default -> {}
        }
    }

    @Override
    public void problem(long epoch, SocketProblem problem) {
        handler.problem(epoch, problem);
    }

    @Override
    public void closed(long epoch, String reason) {
        handler.closed(epoch, reason);
    }
}
