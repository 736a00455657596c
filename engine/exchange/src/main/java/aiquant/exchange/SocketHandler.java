package aiquant.exchange;

import aiquant.exchange.wire.Frame;

/// Takes what a socket receives.
///
/// Calls never overlap. An epoch is one connection: its opening, then its frames, then its end, and nothing of it
/// afterwards. Frames come on the thread that read them, so whoever blocks here blocks the stream, and nothing
/// is dropped. An exception ends the connection, since nobody knows what was left undone.
public interface SocketHandler {

    /// A connection stands and its subscriptions are being asked for. What was known before is stale.
    void opened(long epoch);

    /// A frame that carries data.
    ///
    /// @param receivedNanos when it came, by the socket's [Clockwork]
    void frame(long epoch, long receivedNanos, Frame frame);

    void problem(long epoch, SocketProblem problem);

    /// The connection has ended; another one will follow unless the socket was closed.
    void closed(long epoch, String reason);
}
