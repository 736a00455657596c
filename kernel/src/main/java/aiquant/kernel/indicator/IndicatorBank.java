package aiquant.kernel.indicator;

import aiquant.kernel.market.Candle;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;

/// All indicators of one symbol, fed bar by bar in time order. Not thread-safe: one bank per symbol and thread.
///
/// The same code runs in backtest, paper and live; a series is nothing but a bank fed from the first bar on.
public final class IndicatorBank {
    private final Ema emaSlow;
    private final Ema emaFast;
    private final Ema emaMacro;
    private final Adx adx;
    private final BollingerBands bands;
    private final Sma bandWidthAverage;
    private final Atr atr;
    private final Sma atrAverage;
    private final Rsi rsi;
    private final Sma volumeAverage;
    private final Sma volumeRecent;
    private final Macd macd = new Macd();
    private final Window emaSlowHistory;
    private final boolean hasStochasticRsi;
    private final StochasticRsi stochasticRsi;
    private final IndicatorSnapshot latest = new IndicatorSnapshot();
    private long bars;

    public IndicatorBank(StrategyParams params) {
        var windows = params.indicators();
        emaSlow = new Ema(windows.emaSlowWindow());
        emaFast = new Ema(windows.emaFastWindow());
        emaMacro = new Ema(windows.emaMacroWindow());
        adx = new Adx(windows.adxWindow());
        bands = new BollingerBands(windows.bbWindow());
        bandWidthAverage = new Sma(Math.max(1, windows.bbWidthAvgWindow()));
        atr = new Atr(windows.atrWindow());
        atrAverage = new Sma(params.thresholds().entry().aveAvgAtrWindow());
        rsi = new Rsi(windows.rsiWindow());
        volumeAverage = new Sma(windows.volSmaWindow());
        volumeRecent = new Sma(windows.volTrendWindow());
        emaSlowHistory = new Window(params.thresholds().entry().slowDriftSlopeWindow());
        hasStochasticRsi = params.filters().useStochRsiFilter();
        stochasticRsi = hasStochasticRsi
                ? new StochasticRsi(windows.stochRsiWindow(), windows.stochRsiSmooth1(), windows.stochRsiSmooth2())
                : new StochasticRsi(1, 1, 1);
        latest.bbWidthRatio = 1.0;
        latest.rsi = 50.0;
    }

    public void update(Candle candle) {
        update(candle.openTimeMs(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    public void update(long openTimeMs, double open, double high, double low, double close, double volume) {
        IndicatorSnapshot s = latest;
        s.prevClose = s.close;
        s.prevEmaFast = s.emaFast;
        s.prevEmaSlow = s.emaSlow;
        s.macdHistPrev3 = s.macdHistPrev2;
        s.macdHistPrev2 = s.macdHistPrev;
        s.macdHistPrev = s.macdHist;
        double prevAdx = s.adx;
        double prevAtr = s.atr;

        s.timeMs = openTimeMs;
        s.open = open;
        s.high = high;
        s.low = low;
        s.close = close;
        s.volume = volume;
        s.emaSlow = emaSlow.update(close);
        s.emaFast = emaFast.update(close);
        s.emaMacro = emaMacro.update(close);
        emaSlowHistory.push(s.emaSlow);
        s.emaSlowSlope = emaSlowHistory.isFull() && close > 0.0 ? (s.emaSlow - emaSlowHistory.oldest()) / close : 0.0;
        adx.update(high, low, close);
        s.adx = adx.adx();
        s.adxPos = adx.plus();
        s.adxNeg = adx.minus();
        s.adxSlope = s.adx - prevAdx;
        bands.update(close);
        s.bbUpper = bands.upper();
        s.bbLower = bands.lower();
        s.bbWidth = close > 0.0 ? (s.bbUpper - s.bbLower) / close : 0.0;
        s.bbWidthAvg = bandWidthAverage.update(s.bbWidth);
        s.bbWidthRatio = s.bbWidthAvg > 0.0 ? s.bbWidth / s.bbWidthAvg : 1.0;
        s.atr = atr.update(high, low, close);
        s.atrSlope = s.atr - prevAtr;
        s.avgAtr = atrAverage.update(s.atr);
        s.rsi = rsi.update(close);
        if (hasStochasticRsi) {
            stochasticRsi.update(s.rsi);
            s.stochK = stochasticRsi.k();
            s.stochD = stochasticRsi.d();
        }
        s.macdHist = macd.update(close);
        s.volumeSma = volumeAverage.update(volume);
        s.volumeTrend = volumeRecent.update(volume) > s.volumeSma;
        s.barCount = bars;
        bars++;
    }

    /// What the indicators say at the newest bar; the same object every time, overwritten by the next update.
    public IndicatorSnapshot latest() {
        return latest;
    }

    /// Bars seen so far.
    public long bars() {
        return bars;
    }
}
