package aiquant.kernel.device;

import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;

/// Finds the raw signals of one configuration in a chunk of bars, before anything is traded there.
@DeviceCode
public final class SignalKernel {

    private SignalKernel() {}

    /// @param fromBar first bar of the chunk
    /// @param toBar   the bar after its last
    /// @param groupOf group of each symbol
    /// @param series  values of all series, see [Frame]
    /// @param masks   result: bit `symbol % 64` of `masks[((bar - fromBar) * words + symbol / 64) * n + tid]`
    /// @param rules   parameters by group
    @GpuKernel
    public static void run(
            int tid,
            int n,
            int fromBar,
            int toBar,
            int groups,
            int[] groupOf,
            int[] ints,
            double[] doubles,
            double[] series,
            int step,
            int rowStep,
            int[] sel,
            @PerThread("groups") RuleParams[] rules,
            long[] masks) {
        final MarketView m = new MarketView();
        MarketView.read(ints, m);
        for (int i = 0; i < (toBar - fromBar) * m.words; i++) {
            masks[i * n + tid] = 0L;
        }
        final Frame common = new Frame();
        Frame.open(tid, n, step, rowStep, sel, common);
        final Frame own = new Frame();
        Frame.open(tid, n, step, rowStep, sel, own);
        for (int symbol = 0; symbol < m.symbols; symbol++) {
            if (groupOf[symbol] != own.group) {
                Frame.read(own, groupOf[symbol], sel);
            }
            final RuleParams p = rules[groupOf[symbol]];
            scan(tid, n, fromBar, toBar, m, common, own, symbol, ints, doubles, series, p, masks);
        }
    }

    /// One symbol's rows of the chunk, from its `lookback`-th on.
    private static void scan(
            int tid,
            int n,
            int fromBar,
            int toBar,
            MarketView m,
            Frame common,
            Frame own,
            int symbol,
            int[] ints,
            double[] doubles,
            double[] series,
            RuleParams p,
            long[] masks) {
        final long[] counts = new long[GateCount.PLACES];
        final IndicatorSnapshot s = new IndicatorSnapshot();
        final GateResult gates = new GateResult();
        final Signal signal = new Signal();
        final int first = MarketView.firstRow(m, ints, symbol);
        final int before = MarketView.latest(m, ints, fromBar - 1, symbol);
        final int end = MarketView.latest(m, ints, toBar - 1, symbol) + 1;
        final boolean isBtc = MarketView.isBtc(m, ints, symbol);
        int row = m.lookback > 1 ? first + m.lookback - 1 : first;
        if (before >= row) {
            row = before + 1;
        }
        while (row < end) {
            final int bar = ints[m.barOfRowAt + row];
            Frame.load(m, doubles, series, own, row, first, s);
            final int btc = Frame.btc(m, ints, doubles, series, common, bar);
            MainBar.signal(p, s, isBtc, btc, s.emaSlowSlope, gates, signal, counts);
            if (signal.side != 0) {
                final int word = ((bar - fromBar) * m.words + (symbol >>> 6)) * n + tid;
                masks[word] = masks[word] | (1L << symbol);
            }
            row = row + 1;
        }
    }
}
