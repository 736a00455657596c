package aiquant.kernel.rule;

/// Adding to a position that wins.
@DeviceCode
public final class Adds {

    private Adds() {}

    /// Adds to the symbol's open position if every condition holds, and books it.
    ///
    /// @param atr floored ATR at this bar
    public static void attempt(
            RuleParams p,
            Account a,
            Position[] positions,
            int symbols,
            Cooldown c,
            IndicatorSnapshot s,
            int confidence,
            double atr,
            long ts,
            int symbol,
            boolean isSubBar,
            FillRow[] log) {
        final Position pos = positions[symbol];
        if (!isAllowed(p, pos, s, confidence, atr, ts) || Cooldown.blocksEntry(p, c, ts)) {
            return;
        }
        final double margin = (a.balance * p.allocationPct) * p.addFractionOfBaseMargin;
        double notional = margin * pos.leverage;
        double size = notional / s.close;
        if (notional < p.minNotionalUsd) {
            if (!p.bumpToMinNotional) {
                return;
            }
            notional = p.minNotionalUsd;
            size = p.minNotionalUsd / s.close;
        }
        if (a.balance * p.maxTotalMarginPct - (Booking.margin(positions, symbols) + margin) < 0.0) {
            return;
        }
        final FillRow row = log[a.rows];
        a.rows = a.rows + 1;
        row.timeMs = ts;
        row.symbol = symbol;
        row.side = pos.side;
        row.reference = s.close;
        row.price = Booking.entryFill(s.close, pos.side, p.slippageBps);
        row.size = size;
        row.part = 0.0;
        row.notional = notional;
        row.fee = Booking.fee(notional);
        row.entryAtr = atr;
        row.margin = margin;
        row.confidence = confidence;
        row.reason = Reason.PYRAMID;
        row.argA = pos.adds + 1;
        row.isSubBar = isSubBar;
        Booking.add(a, pos, c, row);
    }

    private static boolean isAllowed(
            RuleParams p, Position pos, IndicatorSnapshot s, int confidence, double atr, long ts) {
        if (pos.adds >= p.maxAddsPerSymbol || confidence < p.addMinConfidence) {
            return false;
        }
        if ((ts - pos.lastAddMs) / 60000.0 < p.addCooldownMinutes) {
            return false;
        }
        double needed = p.addMinProfitAtr;
        final boolean isOverextended = pos.side > 0 ? s.rsi > 65.0 : s.rsi < 35.0;
        if (s.adxSlope > 0.75 && s.atrSlope <= 0.0 && !isOverextended) {
            needed = needed * 0.5;
        }
        double unit = atr;
        if (!(unit > 0.0)) {
            unit = pos.entryAtr > 0.0 ? pos.entryAtr : pos.entry * 0.005;
        }
        if (!(unit > 0.0)) {
            return false;
        }
        final double profit = (pos.side > 0 ? s.close - pos.entry : pos.entry - s.close) / unit;
        return !(profit < needed);
    }
}
