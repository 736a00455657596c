package aiquant.engine.feed;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.StoredCandles;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the databases of a sidecar hold of a live market.
///
/// @param start where the ledger's view of the market begins
/// @param clock the time of the exchange
record StoredMarket(LiveMarket market, LiveStart start, InstantSource clock) {
    /// More bars are not read again at a start; so many may weigh on no indicator any more.
    private static final int MOST_BARS = 20_000;

    private static final int START_GRID = 1_000;

    /// A symbol that lacks so many of the newest candles is taken for one that is no longer traded.
    private static final int GONE_BARS = 50;

    /// The first bar that is read. Moves in great steps once there are too many, so that a restart soon after begins
    /// with the same one.
    long firstMs() {
        long lengthMs = market.interval().lengthMs();
        long gridMs = START_GRID * lengthMs;
        long latestMs = Math.floorDiv(clock.millis() - MOST_BARS * lengthMs, gridMs) * gridMs;
        return Math.max(start.fromMs(), latestMs);
    }

    /// The rounds that the databases hold, as far as every symbol that goes on has all its candles there; what is
    /// later,
    /// or behind a gap that may still be filled, is for the assembler.
    Optional<CandleRounds> begin(RoundAssembler assembler) {
        long lengthMs = market.interval().lengthMs();
        List<CandleSeries> series = new ArrayList<>();
        Map<Symbol, Long> newest = new HashMap<>();
        for (Symbol symbol : market.symbols()) {
            candles(symbol, firstMs(), Long.MAX_VALUE).ifPresent(found -> {
                series.add(found);
                newest.put(symbol, gaplessUntilMs(found));
            });
        }
        long nowMs = Math.floorDiv(clock.millis(), lengthMs) * lengthMs;
        long latestMs = series.stream()
                .mapToLong(one -> one.openTimeMs()[one.size() - 1])
                .max()
                .orElse(nowMs - lengthMs);
        long untilMs = newest.values().stream()
                .mapToLong(Long::longValue)
                .filter(time -> time > latestMs - GONE_BARS * lengthMs)
                .min()
                .orElse(latestMs);
        newest.replaceAll((_, time) -> Math.min(time, untilMs));
        List<CandleSeries> complete = series.stream()
                .map(one -> one.between(firstMs(), untilMs))
                .filter(one -> one.size() > 0)
                .toList();
        assembler.begin(untilMs + lengthMs, newest);
        catchUp(assembler);
        return complete.isEmpty() ? Optional.empty() : Optional.of(new CandleRounds(complete));
    }

    /// The newest candle before the first gap among the last ones. A bar that was going on when the sidecar connected
    /// comes from the history, perhaps after the one behind it.
    private long gaplessUntilMs(CandleSeries candles) {
        long lengthMs = market.interval().lengthMs();
        long[] openMs = candles.openTimeMs();
        int last = openMs.length - 1;
        long untilMs = openMs[last];
        for (int i = last; i > 0 && openMs[i] > openMs[last] - GONE_BARS * lengthMs; i--) {
            if (openMs[i] - openMs[i - 1] > lengthMs) {
                untilMs = openMs[i - 1];
            }
        }
        return untilMs;
    }

    private Optional<CandleSeries> candles(Symbol symbol, long fromMs, long toMs) {
        return StoredCandles.read(market.databases(), market.interval(), symbol, fromMs, toMs);
    }

    /// Gives the assembler all that may be of use to it.
    void catchUp(RoundAssembler assembler) {
        for (Symbol symbol : market.symbols()) {
            candles(symbol, assembler.neededFromMs(symbol), Long.MAX_VALUE).ifPresent(found -> {
                for (int i = 0; i < found.size(); i++) {
                    assembler.add(found.candle(i), clock.millis());
                }
            });
        }
    }
}
