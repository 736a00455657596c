package aiquant.kernel.rule;

/// The end of a round: candidates are ranked, sized against what room is left, and opened one after the other.
@DeviceCode
public final class Round {

    private Round() {}

    /// Ranks and enters; modelled fills are booked at once and written to the log.
    ///
    /// @param equity measured once before the first entry
    /// @param order  room for `count` indexes
    public static void enter(
            RuleParams p,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            int symbols,
            double equity,
            Candidate[] candidates,
            int count,
            int[] order,
            long ts,
            boolean isSubBar,
            long[] counts,
            FillRow[] log) {
        Ranking.rank(candidates, count, order);
        for (int i = 0; i < count; i++) {
            if (!next(p, a, positions, cooldowns, symbols, equity, candidates[order[i]], ts, isSubBar, counts, log)) {
                return;
            }
        }
    }

    /// One candidate, its turn having come; false when the round has no room for those after it either.
    public static boolean next(
            RuleParams p,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            int symbols,
            double equity,
            Candidate next,
            long ts,
            boolean isSubBar,
            long[] counts,
            FillRow[] log) {
        if (p.isEntryBudgetEnabled && a.entries >= p.maxEntryOrdersPerLoop) {
            return false;
        }
        if (a.open >= p.maxOpenPositions) {
            if (!isSubBar) {
                GateCount.count(counts, GateCount.MAX_POSITIONS);
            }
            return false;
        }
        final Position pos = positions[next.symbol];
        final Cooldown c = cooldowns[next.symbol];
        if (pos.side == 0 && !Cooldown.blocksEntry(p, c, ts)) {
            tryOne(p, a, positions, symbols, pos, c, equity, next, ts, isSubBar, counts, log);
        }
        return true;
    }

    private static void tryOne(
            RuleParams p,
            Account a,
            Position[] positions,
            int symbols,
            Position pos,
            Cooldown c,
            double equity,
            Candidate next,
            long ts,
            boolean isSubBar,
            long[] counts,
            FillRow[] log) {
        final double leverage = Sizing.leverage(p, next.confidence);
        double margin = Sizing.margin(p, equity, next.price, next.atr, next.adx, next.confidence);
        double size = next.price > 0.0 ? (margin * leverage) / next.price : 0.0;
        final double room = equity * p.maxTotalMarginPct - Booking.margin(positions, symbols);
        if (room <= 0.0) {
            countMargin(isSubBar, counts);
            return;
        }
        if (margin > room) {
            final double ratio = margin <= 1e-12 ? 0.0 : room / margin;
            size = size * ratio;
            margin = room;
        }
        double notional = size * next.price;
        if (notional < p.minNotionalUsd) {
            if (!p.bumpToMinNotional || !(next.price > 0.0)) {
                return;
            }
            size = p.minNotionalUsd / next.price;
            margin = (size * next.price) / leverage;
            notional = size * next.price;
            if (margin > room) {
                return;
            }
        }
        if (!(size > 0.0) || !(margin > 0.0) || !(leverage > 0.0)) {
            return;
        }
        final FillRow row = log[a.rows];
        a.rows = a.rows + 1;
        row.timeMs = ts;
        row.symbol = next.symbol;
        row.side = next.side;
        row.reference = next.price;
        row.price = Booking.entryFill(next.price, next.side, p.slippageBps);
        row.size = size;
        row.part = 0.0;
        row.notional = notional;
        row.fee = Booking.fee(notional);
        row.entryAtr = next.atr;
        row.adxThreshold = next.adxThreshold;
        row.leverage = leverage;
        row.margin = margin;
        row.confidence = next.confidence;
        row.reason = Reason.ENTRY;
        row.isSubBar = isSubBar;
        Booking.open(a, pos, c, row);
        a.entries = a.entries + 1;
    }

    private static void countMargin(boolean isSubBar, long[] counts) {
        if (!isSubBar) {
            GateCount.count(counts, GateCount.MARGIN);
        }
    }
}
