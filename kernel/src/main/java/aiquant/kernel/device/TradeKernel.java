package aiquant.kernel.device;

import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;

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
        Frame.open(tid, n, step, rowStep, sel, common);
        final Frame own = new Frame();
        Frame.open(tid, n, step, rowStep, sel, own);
        final int[] plan = new int[Frame.MAX_PLAN];
        Frame.readPlan(own, sel, plan);
        final boolean isExitOnSubBars = m.hasExitBars && (modes[tid] & 1) != 0;
        final boolean isAtCloseOnly = (modes[tid] & 2) != 0;
        for (int bar = fromBar; bar < toBar; bar++) {
            final double percent = breadth[breadthOf[tid] * m.bars + bar];
            MainBars.trade(
                    m,
                    common,
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
                    marks,
                    open,
                    log,
                    totals,
                    masks,
                    (bar - fromBar) * words * n + tid,
                    bar,
                    percent,
                    isExitOnSubBars);
            if (isExitOnSubBars) {
                FinerBars.exit(
                        m, own, groupOf, ints, longs, doubles, series, sel, plan, rules, a, positions, cooldowns, open,
                        log, totals, bar);
            }
            if (m.hasEntryBars) {
                FinerBars.enter(
                        m,
                        common,
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
                        marks,
                        open,
                        log,
                        totals,
                        bar,
                        percent,
                        isAtCloseOnly,
                        entryLengthMs[tid]);
            }
            Book.fund(m, ints, longs, doubles, bar, a, positions, marks, open, log, totals);
            EquityCurve.sample(curve, a.balance);
            daily[ints[m.dayAt + bar - m.firstBar] * n + tid] = a.balance;
        }
        if (toBar == m.endBar) {
            if (m.endBar > 0) {
                Book.end(m, ints, longs, doubles, a, positions, cooldowns, marks, open, log, totals);
            }
            final double sharpe = EquityCurve.sharpe(daily, tid, n, m.days);
            report(tid, n, a.balance, doubles[m.bookValueAt], totals, curve, sharpe, out);
            digests[tid] = totals.digest;
        }
    }

    private static void report(
            int tid,
            int n,
            double balance,
            double initialBalance,
            FillTotals totals,
            EquityCurve curve,
            double sharpe,
            double[] out) {
        out[tid] = balance;
        out[n + tid] = balance - initialBalance;
        out[2 * n + tid] = totals.trades;
        out[3 * n + tid] = totals.wins;
        out[4 * n + tid] = totals.losses;
        out[5 * n + tid] = FillTotals.profitFactor(totals);
        out[6 * n + tid] = sharpe;
        out[7 * n + tid] = curve.drawdownUsd;
        out[8 * n + tid] = curve.drawdownPct;
        out[9 * n + tid] = totals.fees;
        out[10 * n + tid] = totals.signals;
    }
}
