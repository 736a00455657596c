package aiquant.kernel.device;

import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.ExitResult;
import aiquant.kernel.rule.ExitView;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Ranking;
import aiquant.kernel.rule.Round;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.rule.SubBar;

/// Trades one configuration through a chunk of bars; the same events in the same order as a replay on the JVM.
///
/// What a chunk leaves in the per-thread arrays the next one goes on from; how a run is cut into chunks changes
/// nothing.
@DeviceCode
public final class TradeKernel {
    /// Results per configuration: final balance, total pnl, trades, wins, losses, profit factor, Sharpe, drawdown in
    /// USD
    /// and as a fraction, fees, signals.
    public static final int RESULTS = 11;

    /// Fills that may wait to be handed on.
    public static final int LOG = 4;

    private TradeKernel() {}

    /// Begins at the window's first bar with the initial book and gives results at its last.
    ///
    /// @param masks         raw signals of this chunk, from [SignalKernel]
    /// @param breadth       `breadth[breadthOf[tid] * bars + bar]`
    /// @param modes         bit 0: exits on finer bars, bit 1: entries on finer bars only at the main bar's close
    /// @param entryLengthMs length of the configured entry interval
    /// @param daily         `daily[day * n + tid]`: the last balance of each day
    /// @param out           `out[k * n + tid]` for k below [#RESULTS]
    @GpuKernel
    public static void run(
            int tid,
            int n,
            int fromBar,
            int toBar,
            int symbols,
            int words,
            int groups,
            int[] groupOf,
            int[] ints,
            long[] longs,
            double[] doubles,
            double[] series,
            int step,
            int rowStep,
            double[] breadth,
            int[] breadthOf,
            int[] modes,
            long[] entryLengthMs,
            int[] sel,
            long[] masks,
            @PerThread("groups") RuleParams[] rules,
            @PerThread("1") Account[] accounts,
            @PerThread("symbols") Position[] positions,
            @PerThread("symbols") Cooldown[] cooldowns,
            @PerThread("symbols") Candidate[] candidates,
            @PerThread("symbols") int[] order,
            @PerThread("symbols") double[] marks,
            @PerThread("words") long[] open,
            @PerThread("4") FillRow[] log,
            @PerThread("1") FillTotals[] allTotals,
            @PerThread("1") EquityCurve[] curves,
            double[] daily,
            double[] out,
            long[] digests) {
        final MarketView m = new MarketView();
        MarketView.read(ints, m);
        final Account a = accounts[0];
        final FillTotals totals = allTotals[0];
        final EquityCurve curve = curves[0];
        if (fromBar == m.firstBar) {
            Book.start(m, ints, longs, doubles, a, positions, cooldowns, marks, open);
            FillTotals.start(totals);
            EquityCurve.start(curve);
        }
        final Frame common = new Frame();
        Frame.read(tid, n, 0, sel, step, rowStep, common);
        final Frame own = new Frame();
        Frame.read(tid, n, 0, sel, step, rowStep, own);
        final int[] plan = new int[Frame.MAX_PLAN];
        Frame.readPlan(tid, n, own, sel, plan);
        final IndicatorSnapshot s = new IndicatorSnapshot();
        final Signal signal = new Signal();
        final GateResult gates = new GateResult();
        final ExitView view = new ExitView();
        final ExitResult result = new ExitResult();
        final long[] counts = new long[17];
        final boolean isExitOnSubBars = m.hasExitBars && (modes[tid] & 1) != 0;
        final boolean isAtCloseOnly = (modes[tid] & 2) != 0;
        final int breadthAt = breadthOf[tid] * m.bars;

        for (int bar = fromBar; bar < toBar; bar++) {
            final long ts = longs[bar];
            final double percent = breadth[breadthAt + bar];
            final int btc = Frame.btc(m, ints, doubles, series, common, bar);
            int count = 0;
            a.entries = 0;
            for (int word = 0; word < words; word++) {
                final long signalled = masks[((bar - fromBar) * words + word) * n + tid];
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
                    if (groupOf[symbol] != own.group) {
                        Frame.read(tid, n, groupOf[symbol], sel, step, rowStep, own);
                        Frame.readPlan(tid, n, own, sel, plan);
                    }
                    final RuleParams p = rules[own.group];
                    final Position pos = positions[symbol];
                    final Cooldown c = cooldowns[symbol];
                    Frame.load(m, doubles, series, own, row, MarketView.firstRow(m, ints, symbol), s);
                    if (!isExitOnSubBars && pos.side != 0) {
                        final boolean isPaxg = MarketView.isPaxg(m, ints, symbol);
                        MainBar.exit(p, plan, own.rules, a, pos, c, s, ts, symbol, isPaxg, view, result, log);
                    }
                    if ((signalled & (1L << symbol)) != 0L) {
                        totals.signals = totals.signals + 1;
                        if (!m.hasEntryBars) {
                            final boolean isBtc = MarketView.isBtc(m, ints, symbol);
                            MainBar.signal(p, s, isBtc, btc, s.emaSlowSlope, gates, signal, counts);
                            count = MainBar.act(
                                    p,
                                    a,
                                    positions,
                                    symbols,
                                    c,
                                    s,
                                    signal,
                                    percent,
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
                final double equity = Booking.equity(a, positions, marks, symbols);
                enter(
                        groupOf,
                        rules,
                        a,
                        positions,
                        cooldowns,
                        symbols,
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
            if (isExitOnSubBars) {
                for (int word = 0; word < words; word++) {
                    long mask = open[word];
                    while (mask != 0L) {
                        final int symbol = word * 64 + Long.numberOfTrailingZeros(mask);
                        mask = mask & (mask - 1L);
                        if (groupOf[symbol] != own.group) {
                            Frame.read(tid, n, groupOf[symbol], sel, step, rowStep, own);
                            Frame.readPlan(tid, n, own, sel, plan);
                        }
                        exitOnSubBars(
                                m,
                                ints,
                                longs,
                                doubles,
                                series,
                                own,
                                rules[own.group],
                                plan,
                                bar,
                                symbol,
                                a,
                                positions[symbol],
                                cooldowns[symbol],
                                s,
                                view,
                                result,
                                log,
                                totals);
                        Book.track(positions, symbol, open);
                    }
                }
            }
            if (m.hasEntryBars) {
                Book.mark(m, ints, doubles, bar, open, marks);
                final double equity = Booking.equity(a, positions, marks, symbols);
                final int firstTick = ints[m.tickFromAt + bar - m.firstBar];
                final int lastTick = ints[m.tickFromAt + bar - m.firstBar + 1];
                final boolean isLastBar = bar + 1 == m.bars;
                int ticks = lastTick - firstTick;
                if (isAtCloseOnly) {
                    ticks = isLastBar ? 0 : 1;
                }
                final RuleParams limits = rules[0];
                for (int i = 0; i < ticks && a.entries < limits.maxEntryOrdersPerLoop; i++) {
                    long barTime = 0L;
                    long tickTime = 0L;
                    if (isAtCloseOnly) {
                        tickTime = longs[bar + 1];
                        barTime = tickTime - entryLengthMs[tid];
                    } else {
                        tickTime = longs[m.tickAt + firstTick + i];
                        barTime = tickTime;
                    }
                    int found = 0;
                    for (int symbol = 0; symbol < symbols; symbol++) {
                        final int row = MarketView.row(m, ints, bar, symbol);
                        final int first = MarketView.firstRow(m, ints, symbol);
                        if (row < 0 || row - first + 1 < m.lookback) {
                            continue;
                        }
                        final int index = entryBar(m, ints, longs, bar, symbol, barTime, ts);
                        if (index < 0) {
                            continue;
                        }
                        if (groupOf[symbol] != own.group) {
                            Frame.read(tid, n, groupOf[symbol], sel, step, rowStep, own);
                            Frame.readPlan(tid, n, own, sel, plan);
                        }
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
                        found = SubBar.act(
                                rules[own.group],
                                a,
                                positions,
                                symbols,
                                cooldowns[symbol],
                                s,
                                slope,
                                MarketView.isBtc(m, ints, symbol),
                                btc,
                                percent,
                                gates,
                                signal,
                                tickTime,
                                symbol,
                                candidates,
                                found,
                                log);
                        Book.drain(a, log, totals);
                    }
                    if (found > 0) {
                        enter(
                                groupOf,
                                rules,
                                a,
                                positions,
                                cooldowns,
                                symbols,
                                equity,
                                candidates,
                                found,
                                order,
                                tickTime,
                                true,
                                counts,
                                open,
                                log,
                                totals);
                    }
                }
            }
            Book.fund(m, ints, longs, doubles, bar, a, positions, marks, open, log, totals);
            EquityCurve.sample(curve, a.balance);
            daily[ints[m.dayAt + bar - m.firstBar] * n + tid] = a.balance;
        }

        if (toBar == m.endBar) {
            if (m.endBar > 0) {
                Book.end(m, ints, longs, doubles, a, positions, cooldowns, marks, open, log, totals);
            }
            out[tid] = a.balance;
            out[n + tid] = a.balance - doubles[m.bookValueAt];
            out[2 * n + tid] = totals.trades;
            out[3 * n + tid] = totals.wins;
            out[4 * n + tid] = totals.losses;
            out[5 * n + tid] = FillTotals.profitFactor(totals);
            out[6 * n + tid] = EquityCurve.sharpe(daily, tid, n, m.days);
            out[7 * n + tid] = curve.drawdownUsd;
            out[8 * n + tid] = curve.drawdownPct;
            out[9 * n + tid] = totals.fees;
            out[10 * n + tid] = totals.signals;
            digests[tid] = totals.digest;
        }
    }

    /// Ranks candidates and opens what there is room for, each by its own symbol's rules.
    private static void enter(
            int[] groupOf,
            RuleParams[] rules,
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
            long[] open,
            FillRow[] log,
            FillTotals totals) {
        Ranking.rank(candidates, count, order);
        boolean hasRoom = true;
        for (int i = 0; i < count && hasRoom; i++) {
            final Candidate next = candidates[order[i]];
            final RuleParams p = rules[groupOf[next.symbol]];
            hasRoom = Round.next(p, a, positions, cooldowns, symbols, equity, next, ts, isSubBar, counts, log);
            Book.drain(a, log, totals);
            Book.track(positions, next.symbol, open);
        }
    }

    /// The finer bars of one open position; indicators stand as they did before the main bar.
    private static void exitOnSubBars(
            MarketView m,
            int[] ints,
            long[] longs,
            double[] doubles,
            double[] series,
            Frame f,
            RuleParams p,
            int[] plan,
            int bar,
            int symbol,
            Account a,
            Position pos,
            Cooldown c,
            IndicatorSnapshot s,
            ExitView view,
            ExitResult result,
            FillRow[] log,
            FillTotals totals) {
        final int at = m.exitFromAt + (bar - m.firstBar) * m.symbols + symbol;
        final int from = ints[at];
        final int to = ints[at + m.symbols];
        if (from >= to) {
            return;
        }
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
            MainBar.exit(p, plan, f.rules, a, pos, c, s, ts, symbol, isPaxg, view, result, log);
            Book.drain(a, log, totals);
        }
    }

    /// The symbol's finer bar at exactly this time, or −1; a close may also lie outside the main bar.
    private static int entryBar(
            MarketView m, int[] ints, long[] longs, int bar, int symbol, long barTime, long barStart) {
        if (barTime <= barStart) {
            final int first = ints[m.entryFirstAt + symbol];
            final int end = ints[m.entryFirstAt + symbol + 1];
            return MarketView.find(longs, m.entryTimeAt, first, end, barTime);
        }
        final int at = m.entryFromAt + (bar - m.firstBar) * m.symbols + symbol;
        return MarketView.find(longs, m.entryTimeAt, ints[at], ints[at + m.symbols], barTime);
    }
}
