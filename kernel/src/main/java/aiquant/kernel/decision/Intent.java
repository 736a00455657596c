package aiquant.kernel.decision;

import aiquant.kernel.market.Symbol;

/// What the kernel wants done. It becomes an order only after the risk gate has agreed.
///
/// `price` is the close it was decided at, before slippage; `size` in base units, always positive; money in USD.
public sealed interface Intent {

    Symbol symbol();

    boolean isLong();

    double price();

    double size();

    /// The sentence the trade log carries.
    String reason();

    /// A fresh position.
    record Open(
            Symbol symbol,
            boolean isLong,
            double price,
            double size,
            double notional,
            double margin,
            double leverage,
            int confidence,
            double entryAtr,
            double entryAdxThreshold,
            String reason)
            implements Intent {}

    /// More of a position that is already open.
    record Add(
            Symbol symbol,
            boolean isLong,
            double price,
            double size,
            double notional,
            double margin,
            int confidence,
            double atr,
            String reason)
            implements Intent {}

    /// Part of a position off; `fraction` of its size, strictly between 0 and 1.
    record Reduce(Symbol symbol, boolean isLong, double price, double size, double fraction, String reason)
            implements Intent {}

    /// All of a position off. The order takes the exact quantity held.
    record Close(Symbol symbol, boolean isLong, double price, double size, boolean isFlip, String reason)
            implements Intent {}
}
