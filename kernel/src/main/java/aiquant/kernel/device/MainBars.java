package aiquant.kernel.device;

import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.ExitResult;
import aiquant.kernel.rule.ExitView;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;

/// The main bars: exits, then signals, of every symbol with a position or a signal, then the round of entries.
@DeviceCode
final class MainBars {

    private MainBars() {}

    /// Trades one bar.
    ///
    /// @param maskAt where the bar's signals begin in `masks`; its words are `n` apart
    static void trade(
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
            long[] masks,
            int maskAt,
            int bar,
            double breadth,
            boolean isExitOnSubBars) {
        final long[] counts = new long[GateCount.PLACES];
        final IndicatorSnapshot s = new IndicatorSnapshot();
        final long ts = longs[bar];
        final int btc = Frame.btc(m, ints, doubles, series, common, bar);
        a.entries = 0;
        int count = 0;
        for (int word = 0; word < m.words; word++) {
            final long signalled = masks[maskAt + word * own.n];
            long mask = signalled;
            if (!isExitOnSubBars) {
                mask = mask | open[word];
            }
            while (mask != 0L) {
                final int symbol = word * 64 + Long.numberOfTrailingZeros(mask);
                mask = mask & (mask - 1L);
                final int row = MarketView.row(m, ints, bar, symbol);
                if (row < 0) {
                    continue;
                }
                Frame.turnTo(own, groupOf[symbol], sel, plan);
                Frame.load(m, doubles, series, own, row, MarketView.firstRow(m, ints, symbol), s);
                final RuleParams p = rules[own.group];
                final Cooldown c = cooldowns[symbol];
                if (!isExitOnSubBars && positions[symbol].side != 0) {
                    exit(
                            p,
                            plan,
                            own.rules,
                            a,
                            positions[symbol],
                            c,
                            s,
                            ts,
                            symbol,
                            MarketView.isPaxg(m, ints, symbol),
                            log);
                }
                if ((signalled & (1L << symbol)) != 0L) {
                    totals.signals = totals.signals + 1;
                    if (!m.hasEntryBars) {
                        final boolean isBtc = MarketView.isBtc(m, ints, symbol);
                        count = act(
                                p,
                                a,
                                positions,
                                m.symbols,
                                c,
                                s,
                                isBtc,
                                btc,
                                breadth,
                                ts,
                                symbol,
                                candidates,
                                count,
                                counts,
                                log);
                    }
                }
                if (a.rows > 0) {
                    Book.drain(a, log, totals);
                    Book.track(positions, symbol, open);
                }
            }
        }
        if (count > 0) {
            Book.mark(m, ints, doubles, bar, open, marks);
            final double equity = Booking.equity(a, positions, marks, m.symbols);
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
                    false,
                    counts,
                    open,
                    log,
                    totals);
        }
    }

    static void exit(
            RuleParams p,
            int[] plan,
            int rules,
            Account a,
            Position pos,
            Cooldown c,
            IndicatorSnapshot s,
            long ts,
            int symbol,
            boolean isPaxg,
            FillRow[] log) {
        final ExitView view = new ExitView();
        final ExitResult result = new ExitResult();
        MainBar.exit(p, plan, rules, a, pos, c, s, ts, symbol, isPaxg, view, result, log);
    }

    /// Evaluates the signal once more, because only its bit is remembered.
    private static int act(
            RuleParams p,
            Account a,
            Position[] positions,
            int symbols,
            Cooldown c,
            IndicatorSnapshot s,
            boolean isBtc,
            int btc,
            double breadth,
            long ts,
            int symbol,
            Candidate[] candidates,
            int count,
            long[] counts,
            FillRow[] log) {
        final GateResult gates = new GateResult();
        final Signal signal = new Signal();
        MainBar.signal(p, s, isBtc, btc, s.emaSlowSlope, gates, signal, counts);
        return MainBar.act(p, a, positions, symbols, c, s, signal, breadth, ts, symbol, candidates, count, counts, log);
    }
}
