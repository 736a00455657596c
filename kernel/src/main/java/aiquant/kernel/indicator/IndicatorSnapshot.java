package aiquant.kernel.indicator;

/// What all indicators of one symbol say at one bar. A plain struct: filled in place, read by the rules.
///
/// Prices in quote currency, ADX and RSI in points, StochRSI 0..1. `prev…` are the values of the bar before; 0 before
/// they exist. `barCount` is the number of bars seen before this one.
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

    /// The rate charged per hour where one is supplied; replay supplies none.
    public double fundingRate;
}
