package aiquant.exchange.wire;

/// Which side of the book: `B` buys, `A` sells; on a public trade the aggressor's.
///
/// @param text as sent; anything but the two letters is kept, but has no meaning
public record Side(String text) {
    public static final Side BUY = new Side("B");
    public static final Side SELL = new Side("A");

    /// @throws WireException where the letter is neither of the two: a guess would turn a position around
    public boolean isBuy() {
        if (equals(BUY) || equals(SELL)) {
            return equals(BUY);
        }
        throw new WireException("side: expected \"B\" or \"A\", got \"" + text + "\"");
    }
}
