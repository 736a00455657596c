package aiquant.sidecar;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the clients of the sidecar want, and what is kept warm without any.
///
/// A client that is not heard from for its time to live is forgotten at the next [#expire], which a timer calls.
/// Symbols are kept in their exact case. One thread.
final class DesiredSet {

    private final long ttlMs;
    private final Wish warm;
    private final Map<String, Wish> clients = new LinkedHashMap<>();
    private final Map<String, Long> heardMs = new LinkedHashMap<>();

    /// @param bars wanted of every series
    /// @param user the account whose events are wanted
    record Wish(Set<Symbol> symbols, Set<Interval> intervals, int bars, Optional<String> user) {

        static final Wish NOTHING = new Wish(Set.of(), Set.of(), 0, Optional.empty());

        Wish {
            symbols = Set.copyOf(symbols);
            intervals = Set.copyOf(intervals);
        }
    }

    DesiredSet(long ttlMs, Wish warm) {
        this.ttlMs = ttlMs;
        this.warm = warm;
    }

    /// A client says what it wants; it counts as alive from now.
    ///
    /// @return whether anything is wanted now that was not, or the other way round
    boolean ensure(String clientId, Wish wish, long nowMs) {
        heardMs.put(clientId, nowMs);
        return !wish.equals(clients.put(clientId, wish));
    }

    /// Forgets clients that went silent.
    ///
    /// @return whether there was one
    boolean expire(long nowMs) {
        Collection<String> silent = heardMs.entrySet().stream()
                .filter(heard -> nowMs - heard.getValue() > ttlMs)
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(clients::remove);
        silent.forEach(heardMs::remove);
        return !silent.isEmpty();
    }

    int clients() {
        return clients.size();
    }

    Set<Symbol> symbols() {
        Set<Symbol> symbols = new TreeSet<>(warm.symbols);
        clients.values().forEach(wish -> symbols.addAll(wish.symbols));
        return symbols;
    }

    /// The wanted series with the most bars that anybody wants of them.
    SortedMap<SeriesKey, Integer> series() {
        SortedMap<SeriesKey, Integer> series = new TreeMap<>();
        addSeries(warm, series);
        clients.values().forEach(wish -> addSeries(wish, series));
        return series;
    }

    private static void addSeries(Wish wish, Map<SeriesKey, Integer> series) {
        for (Symbol symbol : wish.symbols) {
            for (Interval interval : wish.intervals) {
                series.merge(new SeriesKey(symbol, interval), wish.bars, Math::max);
            }
        }
    }

    /// The accounts whose events are wanted.
    Set<String> users() {
        Set<String> users = new TreeSet<>();
        warm.user.ifPresent(users::add);
        clients.values().forEach(wish -> wish.user.ifPresent(users::add));
        return users;
    }
}
