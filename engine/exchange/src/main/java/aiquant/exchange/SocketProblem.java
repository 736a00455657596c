package aiquant.exchange;

import aiquant.exchange.wire.Subscription;

/// Something wrong on a connection that did not end it.
public sealed interface SocketProblem {

    /// A frame could not be read; the message says why.
    record Unreadable(String message) implements SocketProblem {}

    /// The exchange refused something that was sent on this connection; only its text tells what.
    record Refused(String text) implements SocketProblem {}

    /// A subscription was not confirmed and is asked for again.
    record NotConfirmed(Subscription subscription) implements SocketProblem {}

    /// A subscription was confirmed, or not, and its first data are overdue: perhaps there is no such coin.
    record NoData(Subscription subscription) implements SocketProblem {}

    /// A subscription has been silent for longer than its bound while others spoke; it is asked for again.
    record Stale(Subscription subscription, long ageMs) implements SocketProblem {}
}
