package aiquant.exchange;

import aiquant.exchange.wire.UserEvent;
import aiquant.exchange.wire.UserPayload;

/// Takes what happens to one account, under the rules of [SocketHandler].
///
/// Fills, updates of orders and the answers to the requests that placed them come in any order.
public interface UserHandler {

    /// Nothing of the account is certain until it was read by REST and this epoch's frames were applied to it.
    void opened(long epoch);

    void closed(long epoch, String reason);

    void problem(long epoch, SocketProblem problem);

    /// A snapshot repeats fills of before: each is booked once, by its key.
    void fills(long epoch, long receivedNanos, UserPayload.UserFills fills);

    /// There is no snapshot: what happened while no connection stood never comes.
    void orders(long epoch, long receivedNanos, UserPayload.OrderUpdates updates);

    /// There is no snapshot. Fills come here too, again.
    void event(long epoch, long receivedNanos, UserEvent event);

    void fundings(long epoch, long receivedNanos, UserPayload.UserFundings fundings);

    /// Everything else about the account: its state, its open orders, notices.
    default void other(long epoch, long receivedNanos, UserPayload payload) {}
}
