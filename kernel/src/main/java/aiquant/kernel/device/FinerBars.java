package aiquant.kernel.device;

import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.rule.SubBar;

/// The finer bars inside a main bar: exits of open positions, then entries.
@DeviceCode
final class FinerBars {

    private FinerBars() {}

    /// The finer bars of each open position, one symbol after the other.
    static void exit(
            MarketView m,
            Frame own,
            int[] groupOf,
            int[] ints,
            long[] longs,
            double[] doubles,
            double[] series,
            int[] sel,
            int[] plan,
            RuleParams[] rules,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            long[] open,
            FillRow[] log,
            FillTotals totals,
            int bar) {
        for (int word = 0; word < m.words; word++) {
            long mask = open[word];
            while (mask != 0L) {
                final int symbol = word * 64 + Long.numberOfTrailingZeros(mask);
                mask = mask & (mask - 1L);
                Frame.turnTo(own, groupOf[symbol], sel, plan);
                exitOne(
                        m,
                        own,
                        ints,
                        longs,
                        doubles,
                        series,
                        plan,
                        rules[own.group],
                        a,
                        positions[symbol],
                        cooldowns[symbol],
                        log,
                        totals,
                        bar,
                        symbol);
                Book.track(positions, symbol, open);
            }
        }
    }

    /// Indicators stand as they did before the main bar.
    private static void exitOne(
            MarketView m,
            Frame f,
            int[] ints,
            long[] longs,
            double[] doubles,
            double[] series,
            int[] plan,
            RuleParams p,
            Account a,
            Position pos,
            Cooldown c,
            FillRow[] log,
            FillTotals totals,
            int bar,
            int symbol) {
        final int at = m.exitFromAt + (bar - m.firstBar) * m.symbols + symbol;
        final int from = ints[at];
        final int to = ints[at + m.symbols];
        if (from >= to) {
            return;
        }
        final IndicatorSnapshot s = new IndicatorSnapshot();
        final int base = MarketView.latest(m, ints, bar - 1, symbol);
        if (base >= 0) {
            Frame.load(m, doubles, series, f, base, MarketView.firstRow(m, ints, symbol), s);
        } else {
            IndicatorSnapshot.clear(s);
        }
        final boolean isPaxg = MarketView.isPaxg(m, ints, symbol);
        for (int i = from; i < to && pos.side != 0; i++) {
            final long ts = longs[m.exitTimeAt + i];
            s.timeMs = ts;
            s.close = doubles[m.exitCloseAt + i];
            MainBars.exit(p, plan, f.rules, a, pos, c, s, ts, symbol, isPaxg, log);
            Book.drain(a, log, totals);
        }
    }

    /// Entries at the main bar's close only, or at every distinct time of finer bars until the round's entries are used
    /// up.
    static void enter(
            MarketView m,
            Frame common,
            Frame own,
            int[] groupOf,
            int[] ints,
            long[] longs,
            double[] doubles,
            double[] series,
            int[] sel,
            int[] plan,
            RuleParams[] rules,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            Candidate[] candidates,
            int[] order,
            double[] marks,
            long[] open,
            FillRow[] log,
            FillTotals totals,
            int bar,
            double breadth,
            boolean isAtCloseOnly,
            long entryLengthMs) {
        Book.mark(m, ints, doubles, bar, open, marks);
        final double equity = Booking.equity(a, positions, marks, m.symbols);
        final int btc = Frame.btc(m, ints, doubles, series, common, bar);
        final int first = ints[m.tickFromAt + bar - m.firstBar];
        int ticks = ints[m.tickFromAt + bar - m.firstBar + 1] - first;
        if (isAtCloseOnly) {
            ticks = bar + 1 < m.bars ? 1 : 0;
        }
        final RuleParams limits = rules[0];
        for (int i = 0; i < ticks && a.entries < limits.maxEntryOrdersPerLoop; i++) {
            long ts = 0L;
            long barTime = 0L;
            if (isAtCloseOnly) {
                ts = longs[bar + 1];
                barTime = ts - entryLengthMs;
            } else {
                ts = longs[m.tickAt + first + i];
                barTime = ts;
            }
            tick(
                    m,
                    own,
                    groupOf,
                    ints,
                    longs,
                    doubles,
                    series,
                    sel,
                    plan,
                    rules,
                    a,
                    positions,
                    cooldowns,
                    candidates,
                    order,
                    open,
                    log,
                    totals,
                    bar,
                    btc,
                    breadth,
                    isAtCloseOnly,
                    barTime,
                    ts,
                    equity);
        }
    }

    /// One time over all symbols.
    private static void tick(
            MarketView m,
            Frame own,
            int[] groupOf,
            int[] ints,
            long[] longs,
            double[] doubles,
            double[] series,
            int[] sel,
            int[] plan,
            RuleParams[] rules,
            Account a,
            Position[] positions,
            Cooldown[] cooldowns,
            Candidate[] candidates,
            int[] order,
            long[] open,
            FillRow[] log,
            FillTotals totals,
            int bar,
            int btc,
            double breadth,
            boolean isAtCloseOnly,
            long barTime,
            long ts,
            double equity) {
        final long[] uncounted = new long[GateCount.PLACES];
        final IndicatorSnapshot s = new IndicatorSnapshot();
        final GateResult gates = new GateResult();
        final Signal signal = new Signal();
        int count = 0;
        for (int symbol = 0; symbol < m.symbols; symbol++) {
            final int row = MarketView.row(m, ints, bar, symbol);
            final int first = MarketView.firstRow(m, ints, symbol);
            if (row < 0 || row - first + 1 < m.lookback) {
                continue;
            }
            final int index = entryBar(m, ints, longs, bar, symbol, barTime);
            if (index < 0) {
                continue;
            }
            Frame.turnTo(own, groupOf[symbol], sel, plan);
            Frame.load(m, doubles, series, own, row, first, s);
            final double slope = s.emaSlowSlope;
            if (!isAtCloseOnly) {
                if (row > first) {
                    Frame.load(m, doubles, series, own, row - 1, first, s);
                } else {
                    IndicatorSnapshot.clear(s);
                }
            }
            s.timeMs = longs[m.entryTimeAt + index];
            s.close = doubles[m.entryCloseAt + index];
            final boolean isBtc = MarketView.isBtc(m, ints, symbol);
            count = SubBar.act(
                    rules[own.group],
                    a,
                    positions,
                    m.symbols,
                    cooldowns[symbol],
                    s,
                    slope,
                    isBtc,
                    btc,
                    breadth,
                    gates,
                    signal,
                    ts,
                    symbol,
                    candidates,
                    count,
                    log);
            Book.drain(a, log, totals);
        }
        if (count > 0) {
            Book.enter(
                    groupOf,
                    rules,
                    a,
                    positions,
                    cooldowns,
                    m.symbols,
                    equity,
                    candidates,
                    count,
                    order,
                    ts,
                    true,
                    uncounted,
                    open,
                    log,
                    totals);
        }
    }

    /// The symbol's finer bar at exactly this time, or −1; a close may also lie outside the main bar.
    private static int entryBar(MarketView m, int[] ints, long[] longs, int bar, int symbol, long barTime) {
        if (barTime <= longs[bar]) {
            final int first = ints[m.entryFirstAt + symbol];
            final int end = ints[m.entryFirstAt + symbol + 1];
            return MarketView.find(longs, m.entryTimeAt, first, end, barTime);
        }
        final int at = m.entryFromAt + (bar - m.firstBar) * m.symbols + symbol;
        return MarketView.find(longs, m.entryTimeAt, ints[at], ints[at + m.symbols], barTime);
    }
}
