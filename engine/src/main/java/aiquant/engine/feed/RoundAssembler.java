package aiquant.engine.feed;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes rounds of candles that come one by one, in any order and perhaps twice.
///
/// Rounds go out in the order of time. One is complete when every symbol that is waited for has its candle. After a
/// deadline it goes out without the others, and without any candle it is left out. A symbol that was missing twice in a
/// row is not waited for until it has a candle again. A candle that comes after its round makes a round of its own,
/// which only warms indicators, unless its symbol has gone on: then it is dropped. No candle goes out twice. One
/// thread.
final class RoundAssembler {
    private static final int FORGIVEN = 2;

    private final List<Symbol> symbols;
    private final long lengthMs;
    private final long deadlineMs;
    private final long fillMs;
    private final TreeMap<Long, Map<Symbol, Candle>> waiting = new TreeMap<>();
    private final Map<Symbol, Long> passedOn = new HashMap<>();
    private final Map<Symbol, Integer> misses = new HashMap<>();
    private long nextMs;
    private OptionalLong seenMs = OptionalLong.empty();
    private long tooLate;

    /// @param deadlineMs how long after its end, or after the first sign that it is over, a round is waited for
    /// @param fillMs     how much longer for symbols whose history is being filled
    RoundAssembler(Collection<Symbol> symbols, Interval interval, long deadlineMs, long fillMs) {
        this.symbols = symbols.stream().sorted().toList();
        this.lengthMs = interval.lengthMs();
        this.deadlineMs = deadlineMs;
        this.fillMs = fillMs;
    }

    /// Begins with the round at that time.
    ///
    /// @param newest the open times of the newest candles that were passed on before, by other ways
    void begin(long firstMs, Map<Symbol, Long> newest) {
        nextMs = firstMs;
        passedOn.putAll(newest);
        for (Symbol symbol : symbols) {
            boolean isCurrent = newest.getOrDefault(symbol, Long.MIN_VALUE) >= firstMs - lengthMs;
            misses.put(symbol, isCurrent ? 0 : FORGIVEN);
        }
    }

    /// @param nowMs the time of the exchange
    void add(Candle candle, long nowMs) {
        long openMs = candle.openTimeMs();
        Symbol symbol = candle.symbol();
        if (!misses.containsKey(symbol) || Math.floorMod(openMs, lengthMs) != 0) {
            return;
        }
        Long newest = passedOn.get(symbol);
        if (newest != null && openMs <= newest) {
            tooLate += openMs < newest ? 1 : 0;
            return;
        }
        waiting.computeIfAbsent(openMs, _ -> new TreeMap<>()).put(symbol, candle);
        misses.put(symbol, 0);
        if (openMs >= nextMs && seenMs.isEmpty()) {
            seenMs = OptionalLong.of(nowMs);
        }
    }

    /// The next round if it can go out now.
    ///
    /// @param filling symbols whose history is being filled
    Optional<Round> next(long nowMs, Set<Symbol> filling) {
        if (!waiting.isEmpty() && waiting.firstKey() < nextMs) {
            return Optional.of(passOn(waiting.firstKey()));
        }
        if (isDue(nowMs, filling) && !waiting.containsKey(nextMs)) {
            // Of all this time nothing came: the first candle that did is waited for anew.
            nextMs = waiting.firstKey();
            seenMs = OptionalLong.of(nowMs);
        }
        if (!isDue(nowMs, filling)) {
            return Optional.empty();
        }
        long timeMs = nextMs;
        symbols.stream()
                .filter(symbol -> !has(timeMs, symbol))
                .forEach(symbol -> misses.merge(symbol, 1, Integer::sum));
        nextMs += lengthMs;
        seenMs = waiting.tailMap(nextMs).isEmpty() ? OptionalLong.empty() : OptionalLong.of(nowMs);
        return Optional.of(passOn(timeMs));
    }

    private boolean isDue(long nowMs, Set<Symbol> filling) {
        Set<Symbol> missing = missing();
        if (missing.isEmpty() && waiting.containsKey(nextMs)) {
            return true;
        }
        boolean isFilling = missing.stream().anyMatch(filling::contains);
        return isOverdue(nowMs) && (!isFilling || isOverdue(nowMs - fillMs));
    }

    /// Whether the deadline of the next round has passed.
    boolean isOverdue(long nowMs) {
        return seenMs.isPresent() && nowMs >= Math.max(nextMs + lengthMs, seenMs.getAsLong()) + deadlineMs;
    }

    private Round passOn(long timeMs) {
        Map<Symbol, Candle> candles = waiting.remove(timeMs);
        if (candles == null) {
            throw new IllegalStateException("no candles at " + timeMs);
        }
        candles.keySet().forEach(symbol -> passedOn.put(symbol, timeMs));
        return new Round(timeMs, new ArrayList<>(candles.values()));
    }

    private boolean has(long timeMs, Symbol symbol) {
        return waiting.getOrDefault(timeMs, Map.of()).containsKey(symbol);
    }

    /// The symbols that the next round waits for.
    Set<Symbol> missing() {
        Set<Symbol> missing = new TreeSet<>();
        symbols.stream()
                .filter(symbol -> misses.getOrDefault(symbol, 0) < FORGIVEN && !has(nextMs, symbol))
                .forEach(missing::add);
        return missing;
    }

    /// The symbols that are not waited for.
    Set<Symbol> absent() {
        Set<Symbol> absent = new TreeSet<>();
        symbols.stream()
                .filter(symbol -> misses.getOrDefault(symbol, 0) >= FORGIVEN)
                .forEach(absent::add);
        return absent;
    }

    /// From here on candles of the symbol may be of use.
    long neededFromMs(Symbol symbol) {
        Long newest = passedOn.get(symbol);
        return newest == null ? nextMs : newest + lengthMs;
    }

    /// Open time of the round that comes next.
    long nextMs() {
        return nextMs;
    }

    /// Candles that came when their symbol had gone on without them.
    long tooLate() {
        return tooLate;
    }
}
