package aiquant.engine.feed;

import aiquant.kernel.market.Candle;
import java.util.Comparator;
import java.util.List;

/// All bars with one open time: what is decided together. Sorted by symbol.
public record Round(long timeMs, List<Candle> candles) {

    public Round {
        candles = candles.stream().sorted(Comparator.comparing(Candle::symbol)).toList();
        for (Candle candle : candles) {
            if (candle.openTimeMs() != timeMs) {
                throw new IllegalArgumentException(
                        candle.symbol() + " opens at " + candle.openTimeMs() + ", its round at " + timeMs);
            }
        }
    }
}
