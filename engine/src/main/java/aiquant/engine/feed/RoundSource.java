package aiquant.engine.feed;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A market as a sequence of rounds, the same ones in the same order every time. One reader.
public interface RoundSource {

    /// The next round; empty at the end of a recorded market.
    Optional<Round> next();

    /// All symbols that can appear, in byte order.
    List<Symbol> symbols();

    Interval interval();

    /// How many rounds there are; empty for an endless market.
    OptionalLong total();

    /// A short word for screens: `generated` or `candles`.
    String label();

    /// Names the market so exactly that a ledger can tell whether it belongs to it.
    String identity();
}
