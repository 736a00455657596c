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

    /// Whether the market goes on by itself: [#next] waits for what has not happened yet.
    default boolean isLive() {
        return false;
    }

    /// Open time of the first round that is decided; earlier ones only warm the indicators.
    default long decidesFromMs() {
        return Long.MIN_VALUE;
    }

    /// What sets the speed of a live market; empty where nothing can.
    default Optional<Pace> pace() {
        return Optional.empty();
    }

    /// What a live market is doing, in words; empty for a recorded one. Any thread.
    default String condition() {
        return "";
    }

    /// So long after a bar the next one should have come, in real time. Any thread.
    default long staleAfterMs() {
        return 2_000;
    }
}
