package aiquant.simulator.account;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// How much somebody has traded: in all, and in each of the last fourteen days.
///
/// Not thread-safe.
public final class Turnover {

    private static final long DAY_MS = 86_400_000;
    private static final int DAYS = 14;

    private record Day(BigDecimal all, BigDecimal maker) {
        Day plus(BigDecimal usd, boolean isMaker) {
            return new Day(all.add(usd), isMaker ? maker.add(usd) : maker);
        }
    }

    private static final Day NOTHING = new Day(BigDecimal.ZERO, BigDecimal.ZERO);

    private final TreeMap<Long, Day> days = new TreeMap<>();
    private BigDecimal everUsd = BigDecimal.ZERO;

    public void add(long timeMs, BigDecimal usd, boolean isMaker) {
        everUsd = everUsd.add(usd);
        days.merge(dayOf(timeMs), NOTHING.plus(usd, isMaker), (old, _) -> old.plus(usd, isMaker));
    }

    public BigDecimal everUsd() {
        return everUsd;
    }

    /// Of the fourteen whole days before the one of `timeMs`.
    public BigDecimal recentUsd(long timeMs) {
        return recent(timeMs).values().stream().map(Day::all).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Likewise, as the resting side only.
    public BigDecimal recentMakerUsd(long timeMs) {
        return recent(timeMs).values().stream().map(Day::maker).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<Long, Day> recent(long timeMs) {
        long today = dayOf(timeMs);
        days.headMap(today - DAYS).clear();
        return days.headMap(today);
    }

    private static long dayOf(long timeMs) {
        return Math.floorDiv(timeMs, DAY_MS);
    }
}
