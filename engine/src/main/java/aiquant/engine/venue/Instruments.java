package aiquant.engine.venue;

import aiquant.exchange.Precision;
import aiquant.exchange.wire.AssetMeta;
import aiquant.exchange.wire.Meta;
import aiquant.kernel.market.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What can be traded, and in which steps of price and size.
///
/// @param steps by symbol; empty where everything is traded in any step, as a backtest does
public record Instruments(Optional<Map<Symbol, Precision>> steps) {

    /// Every symbol, at any price, in any size.
    public static final Instruments UNLIMITED = new Instruments(Optional.empty());

    public Instruments {
        steps = steps.map(Map::copyOf);
    }

    /// The perpetuals of the exchange that still trade.
    public static Instruments of(Meta meta) {
        Map<Symbol, Precision> steps = new HashMap<>();
        for (AssetMeta asset : meta.universe()) {
            if (!asset.isDelisted()) {
                steps.put(new Symbol(asset.name()), Precision.perp(asset.szDecimals()));
            }
        }
        return new Instruments(Optional.of(steps));
    }

    public boolean isListed(Symbol symbol) {
        return steps.isEmpty() || steps.get().containsKey(symbol);
    }

    /// The steps of one symbol; empty where there are none, or the symbol is not listed.
    public Optional<Precision> precision(Symbol symbol) {
        return steps.map(all -> all.get(symbol));
    }
}
