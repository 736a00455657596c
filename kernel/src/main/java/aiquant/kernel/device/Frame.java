package aiquant.kernel.device;

import aiquant.kernel.rule.Breadth;
import aiquant.kernel.rule.DeviceCode;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.IndicatorSnapshot;

/// Which shared indicator series one configuration reads, as offsets into the array of all series.
///
/// A value of a series lies at its offset plus `row * rowStep`. Symbols with parameters of their own form groups that
/// read other series; group 0 is everybody else's.
@DeviceCode
public final class Frame {
    /// Numbers per group and configuration in the selection array: thirteen series, the slope, the exit plan.
    public static final int SLOTS = 40;

    public static final int MAX_PLAN = 24;

    /// The configuration, how many there are, and the distances of two series and of two rows.
    public int tid;
    public int n;
    public int step;
    public int rowStep;

    public int group;
    public int emaSlow;
    public int emaFast;
    public int emaMacro;
    public int adx;
    public int atr;
    public int avgAtr;
    public int rsi;
    public int macd;
    public int bandRatio;
    public int volumeAverage;
    public int volumeRecent;
    public boolean hasStochasticRsi;
    public int stochK;
    public int slopeBars;

    /// How many exit rules the plan has.
    public int rules;

    /// Opens the frame of group 0.
    static void open(int tid, int n, int step, int rowStep, int[] sel, Frame f) {
        f.tid = tid;
        f.n = n;
        f.step = step;
        f.rowStep = rowStep;
        read(f, 0, sel);
    }

    /// Turns to a group, with its exit rules in order. Mostly there is one group only.
    static void turnTo(Frame f, int group, int[] sel, int[] plan) {
        if (group == f.group) {
            return;
        }
        read(f, group, sel);
        readPlan(f, sel, plan);
    }

    /// Reads a group's selection: series numbers at slots 0 to 11 (−1 for no StochRSI), the slope's bars at 12, the
    /// number
    /// of exit rules at 13 and the rules from 14 on.
    ///
    /// @param sel `sel[(group * SLOTS + slot) * n + tid]`
    static void read(Frame f, int group, int[] sel) {
        final int at = group * SLOTS * f.n + f.tid;
        f.group = group;
        f.emaSlow = series(f, sel, at, 0);
        f.emaFast = series(f, sel, at, 1);
        f.emaMacro = series(f, sel, at, 2);
        f.adx = series(f, sel, at, 3);
        f.atr = series(f, sel, at, 4);
        f.avgAtr = series(f, sel, at, 5);
        f.rsi = series(f, sel, at, 6);
        f.macd = series(f, sel, at, 7);
        f.bandRatio = series(f, sel, at, 8);
        f.volumeAverage = series(f, sel, at, 9);
        f.volumeRecent = series(f, sel, at, 10);
        f.hasStochasticRsi = sel[at + 11 * f.n] >= 0;
        f.stochK = f.hasStochasticRsi ? series(f, sel, at, 11) : 0;
        f.slopeBars = sel[at + 12 * f.n];
        f.rules = sel[at + 13 * f.n];
    }

    private static int series(Frame f, int[] sel, int at, int slot) {
        return sel[at + slot * f.n] * f.step;
    }

    static void readPlan(Frame f, int[] sel, int[] plan) {
        for (int i = 0; i < f.rules; i++) {
            plan[i] = sel[(f.group * SLOTS + 14 + i) * f.n + f.tid];
        }
    }

    /// BTC's direction at a bar, from the bar before it.
    static int btc(MarketView m, int[] ints, double[] doubles, double[] series, Frame common, int bar) {
        final int direction = direction(m, ints, doubles, series, common, m.leader, bar);
        if (direction != Gates.BTC_UNKNOWN) {
            return direction;
        }
        return direction(m, ints, doubles, series, common, m.spare, bar);
    }

    private static int direction(
            MarketView m, int[] ints, double[] doubles, double[] series, Frame f, int symbol, int bar) {
        if (symbol < 0) {
            return Gates.BTC_UNKNOWN;
        }
        final int row = MarketView.latest(m, ints, bar - 1, symbol);
        if (row < 0) {
            return Gates.BTC_UNKNOWN;
        }
        return Breadth.direction(doubles[row], series[f.emaSlow + row * f.rowStep]);
    }

    /// Puts what the rules read at a row into `s`; values before the symbol's first row are 0.
    static void load(
            MarketView m, double[] doubles, double[] series, Frame f, int row, int first, IndicatorSnapshot s) {
        final int at = row * f.rowStep;
        final int bars = row - first;
        final double price = doubles[row];
        s.close = price;
        s.volume = doubles[m.volumeAt + row];
        s.emaSlow = series[f.emaSlow + at];
        s.emaFast = series[f.emaFast + at];
        s.emaMacro = series[f.emaMacro + at];
        s.adx = series[f.adx + at];
        s.atr = series[f.atr + at];
        s.avgAtr = series[f.avgAtr + at];
        s.rsi = series[f.rsi + at];
        s.stochK = f.hasStochasticRsi ? series[f.stochK + at] : 0.0;
        s.macdHist = series[f.macd + at];
        s.bbWidthRatio = series[f.bandRatio + at];
        s.volumeSma = series[f.volumeAverage + at];
        s.volumeTrend = series[f.volumeRecent + at] > s.volumeSma;
        s.emaSlowSlope = bars >= f.slopeBars && price > 0.0
                ? (s.emaSlow - series[f.emaSlow + (row - f.slopeBars) * f.rowStep]) / price
                : 0.0;
        final int before = at - f.rowStep;
        final boolean hasBefore = bars >= 1;
        s.prevClose = hasBefore ? doubles[row - 1] : 0.0;
        s.prevEmaFast = hasBefore ? series[f.emaFast + before] : 0.0;
        s.adxSlope = s.adx - (hasBefore ? series[f.adx + before] : 0.0);
        s.atrSlope = s.atr - (hasBefore ? series[f.atr + before] : 0.0);
        s.macdHistPrev = hasBefore ? series[f.macd + before] : 0.0;
        s.macdHistPrev2 = bars >= 2 ? series[f.macd + before - f.rowStep] : 0.0;
        s.macdHistPrev3 = bars >= 3 ? series[f.macd + before - 2 * f.rowStep] : 0.0;
    }
}
