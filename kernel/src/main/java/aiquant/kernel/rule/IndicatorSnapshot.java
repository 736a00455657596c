package aiquant.kernel.rule;

/// What all indicators of one symbol say at one bar. A plain struct: filled in place, read by the rules.
///
/// Prices in quote currency, ADX and RSI in points, StochRSI 0..1. `prev…` are the values of the bar before; 0 before
/// they exist. `barCount` is the number of bars seen before this one. `fundingRate` is the rate charged per hour where
/// one is supplied; replay supplies none.
@DeviceCode
public final class IndicatorSnapshot {
    public long timeMs;
    public double open;
    public double high;
    public double low;
    public double close;
    public double volume;
    public double emaSlow;
    public double emaFast;
    public double emaMacro;
    public double emaSlowSlope;
    public double adx;
    public double adxPos;
    public double adxNeg;
    public double adxSlope;
    public double bbUpper;
    public double bbLower;
    public double bbWidth;
    public double bbWidthAvg;
    public double bbWidthRatio;
    public double atr;
    public double atrSlope;
    public double avgAtr;
    public double rsi;
    public double stochK;
    public double stochD;
    public double macdHist;
    public double macdHistPrev;
    public double macdHistPrev2;
    public double macdHistPrev3;
    public double volumeSma;
    public boolean volumeTrend;
    public double prevClose;
    public double prevEmaFast;
    public double prevEmaSlow;
    public long barCount;
    public double fundingRate;

    /// What indicators say before their symbol's first bar.
    public static void clear(IndicatorSnapshot s) {
        final IndicatorSnapshot untouched = new IndicatorSnapshot();
        untouched.bbWidthRatio = 1.0;
        untouched.rsi = 50.0;
        copy(untouched, s);
    }

    /// Overwrites `to` with everything in `from`.
    public static void copy(IndicatorSnapshot from, IndicatorSnapshot to) {
        to.timeMs = from.timeMs;
        to.open = from.open;
        to.high = from.high;
        to.low = from.low;
        to.close = from.close;
        to.volume = from.volume;
        to.emaSlow = from.emaSlow;
        to.emaFast = from.emaFast;
        to.emaMacro = from.emaMacro;
        to.emaSlowSlope = from.emaSlowSlope;
        to.adx = from.adx;
        to.adxPos = from.adxPos;
        to.adxNeg = from.adxNeg;
        to.adxSlope = from.adxSlope;
        to.bbUpper = from.bbUpper;
        to.bbLower = from.bbLower;
        to.bbWidth = from.bbWidth;
        to.bbWidthAvg = from.bbWidthAvg;
        to.bbWidthRatio = from.bbWidthRatio;
        to.atr = from.atr;
        to.atrSlope = from.atrSlope;
        to.avgAtr = from.avgAtr;
        to.rsi = from.rsi;
        to.stochK = from.stochK;
        to.stochD = from.stochD;
        to.macdHist = from.macdHist;
        to.macdHistPrev = from.macdHistPrev;
        to.macdHistPrev2 = from.macdHistPrev2;
        to.macdHistPrev3 = from.macdHistPrev3;
        to.volumeSma = from.volumeSma;
        to.volumeTrend = from.volumeTrend;
        to.prevClose = from.prevClose;
        to.prevEmaFast = from.prevEmaFast;
        to.prevEmaSlow = from.prevEmaSlow;
        to.barCount = from.barCount;
        to.fundingRate = from.fundingRate;
    }
}
