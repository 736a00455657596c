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

    public int group;
    public int rowStep;
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

    /// Reads a group's selection: series numbers at slots 0 to 11 (−1 for no StochRSI), the slope's bars at 12, the
    /// number
    /// of exit rules at 13 and the rules from 14 on.
    ///
    /// @param sel    `sel[(group * SLOTS + slot) * n + tid]`
    /// @param step   distance of two series
    /// @param rowStep distance of two rows
    static void read(int tid, int n, int group, int[] sel, int step, int rowStep, Frame f) {
        final int at = group * SLOTS * n + tid;
        f.group = group;
        f.rowStep = rowStep;
        f.emaSlow = sel[at] * step;
        f.emaFast = sel[at + n] * step;
        f.emaMacro = sel[at + 2 * n] * step;
        f.adx = sel[at + 3 * n] * step;
        f.atr = sel[at + 4 * n] * step;
        f.avgAtr = sel[at + 5 * n] * step;
        f.rsi = sel[at + 6 * n] * step;
        f.macd = sel[at + 7 * n] * step;
        f.bandRatio = sel[at + 8 * n] * step;
        f.volumeAverage = sel[at + 9 * n] * step;
        f.volumeRecent = sel[at + 10 * n] * step;
        f.hasStochasticRsi = sel[at + 11 * n] >= 0;
        f.stochK = f.hasStochasticRsi ? sel[at + 11 * n] * step : 0;
        f.slopeBars = sel[at + 12 * n];
        f.rules = sel[at + 13 * n];
    }

    /// Reads a group's exit rules in order.
    static void readPlan(int tid, int n, Frame f, int[] sel, int[] plan) {
        for (int i = 0; i < f.rules; i++) {
            plan[i] = sel[(f.group * SLOTS + 14 + i) * n + tid];
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
