package aiquant.sidecar;

import aiquant.exchange.wire.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What an answer of the exchange's history means for the bars that were asked for.
///
/// A bar that the answer leaves out had no trade, if something came before it and the exchange still keeps that time;
/// it is flat at the close before. A first absence is only believed when a second answer says the same.
///
/// @param certain bars to write as the history's
/// @param likely flat bars that a second answer has to confirm
/// @param firstMs where the history begins, if the answer shows that: nothing can come before
/// @param lost open times that nobody can tell about any more
/// @param denied stored bars with trades that the history does not know
/// @param isDoubtful whether the answer leaves out bars that the exchange surely still has
/// @param open bars of the answer that were not over
record HistoryRows(
        List<MarketBar> certain,
        List<MarketBar> likely,
        OptionalLong firstMs,
        List<Long> lost,
        List<Long> denied,
        boolean isDoubtful,
        List<MarketBar> open) {

    /// So many bars back the exchange surely keeps an interval.
    static final int SURELY_KEPT = 4_500;

    /// @param hasOlder whether we hold any bar before the stretch
    /// @throws IllegalArgumentException if a bar of the answer is impossible; then nothing of it is believed
    static HistoryRows of(Fetched fetched, boolean hasOlder, long graceMs) {
        SeriesKey key = fetched.fetch().key();
        long lengthMs = key.interval().lengthMs();
        long overBeforeMs = fetched.askedMs() - graceMs - lengthMs;
        TreeMap<Long, MarketBar> sent = new TreeMap<>();
        List<MarketBar> open = new ArrayList<>();
        for (Bar bar : fetched.bars()) {
            MarketBar checked = MarketBar.of(key, bar);
            if (checked.openTimeMs() > overBeforeMs) {
                open.add(checked);
            } else {
                sent.put(checked.openTimeMs(), checked);
            }
        }
        long lastMs = Math.min(fetched.fetch().toMs(), Math.floorDiv(overBeforeMs, lengthMs) * lengthMs);
        Reading reading = new Reading(fetched, sent, hasOlder, lengthMs);
        for (long openMs = fetched.fetch().fromMs(); openMs <= lastMs; openMs += lengthMs) {
            reading.read(openMs);
        }
        return new HistoryRows(
                reading.certain,
                reading.likely,
                reading.firstMs(lastMs),
                reading.lost,
                reading.denied,
                reading.leavesOutKnownBars(),
                open);
    }

    /// Goes through the stretch once, from bar to bar.
    private static final class Reading {
        private final Fetched fetched;
        private final NavigableMap<Long, MarketBar> sent;
        private final boolean hasOlder;
        private final long lengthMs;
        private final List<MarketBar> certain = new ArrayList<>();
        private final List<MarketBar> likely = new ArrayList<>();
        private final List<Long> lost = new ArrayList<>();
        private final List<Long> denied = new ArrayList<>();
        private OptionalDouble before;
        private boolean isBegun;

        Reading(Fetched fetched, NavigableMap<Long, MarketBar> sent, boolean hasOlder, long lengthMs) {
            this.fetched = fetched;
            this.sent = sent;
            this.hasOlder = hasOlder;
            this.lengthMs = lengthMs;
            long beforeMs = fetched.fetch().fromMs() - lengthMs;
            MarketBar bar = sent.getOrDefault(beforeMs, fetched.stored().get(beforeMs));
            this.before = bar == null ? OptionalDouble.empty() : OptionalDouble.of(bar.close());
            this.isBegun = hasOlder || before.isPresent();
        }

        void read(long openMs) {
            MarketBar bar = sent.get(openMs);
            MarketBar stored = fetched.stored().get(openMs);
            if (bar != null && (!bar.isEmpty() || before.isEmpty())) {
                take(bar, certain);
            } else if (bar == null && stored != null && stored.volume() > 0) {
                denied.add(openMs);
                goOn(stored);
            } else if (before.isPresent() && (bar != null || isSurelyKept(openMs))) {
                MarketBar flat = MarketBar.flat(openMs, before.getAsDouble());
                boolean isSecondTime = stored != null && stored.volume() == 0;
                take(flat, bar != null || isSecondTime ? certain : likely);
            } else if (stored != null) {
                goOn(stored);
            } else {
                before = OptionalDouble.empty();
                if (isBegun) {
                    lost.add(openMs);
                }
            }
        }

        /// Trades that we saw happened; an answer without them was cut or taken from a server that lags.
        boolean leavesOutKnownBars() {
            return fetched.stored().values().stream()
                    .filter(bar -> bar.volume() > 0 && isSurelyKept(bar.openTimeMs()))
                    .anyMatch(bar -> !sent.containsKey(bar.openTimeMs()));
        }

        private void take(MarketBar bar, List<MarketBar> into) {
            into.add(bar);
            goOn(bar);
        }

        private void goOn(MarketBar bar) {
            before = OptionalDouble.of(bar.close());
            isBegun = true;
        }

        private boolean isSurelyKept(long openMs) {
            return openMs >= fetched.askedMs() - SURELY_KEPT * lengthMs;
        }

        /// Only where nothing of ours lies before: else the history was longer once.
        OptionalLong firstMs(long lastMs) {
            if (hasOlder) {
                return OptionalLong.empty();
            }
            long fromMs = fetched.fetch().fromMs();
            Long theirs = sent.ceilingKey(fromMs);
            Long ours = fetched.stored().ceilingKey(fromMs);
            long first = Math.min(theirs == null ? lastMs + lengthMs : theirs, ours == null ? lastMs + lengthMs : ours);
            return first > fromMs ? OptionalLong.of(first) : OptionalLong.empty();
        }
    }
}
