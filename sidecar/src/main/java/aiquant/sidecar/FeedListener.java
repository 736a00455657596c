package aiquant.sidecar;

import aiquant.exchange.wire.Frame;

/// Takes what a connection to the exchange says.
///
/// Calls never overlap. An epoch is one connection: its opening, its frames, its end. Frames come on the thread that
/// read them; whoever blocks here blocks the connection, and nothing is dropped.
public interface FeedListener {

    void opened(long epoch);

    /// @param receivedMs when the frame came, epoch milliseconds
    void frame(long epoch, long receivedMs, Frame frame);

    /// Something was wrong and the connection stands: a frame that could not be read, a stream that stays silent.
    ///
    /// @param isLoss whether something that was said is lost by it
    void problem(long epoch, String text, boolean isLoss);

    void closed(long epoch, String reason);
}
