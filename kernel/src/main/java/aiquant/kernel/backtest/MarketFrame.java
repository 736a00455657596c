package aiquant.kernel.backtest;

import aiquant.kernel.backtest.SeriesKey.Kind;
import aiquant.kernel.rule.Breadth;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.List;

/// A market with all indicators of one parameter set: what the rules see at each row.
///
/// Depends on the candles and the indicator parameters only, so that many configurations can share one. Read-only after
/// construction; may be read from many threads.
final class MarketFrame {
    private final Market market;

    // A value for each row; shared, read-only.
    final double[] close;
    final double[] volume;
    final double[] emaSlow;
    final double[] emaFast;
    final double[] emaMacro;
    final double[] adx;
    final double[] atr;
    final double[] avgAtr;
    final double[] rsi;
    final double[] stochK;
    final double[] macd;
    final double[] bandRatio;
    final double[] volumeAverage;
    final double[] volumeRecent;

    private final byte[] btc;
    private final int slopeBars;
    private final boolean hasStochasticRsi;

    MarketFrame(SeriesCache series, StrategyParams params) {
        market = series.market();
        List<SeriesKey> keys = keys(params);
        close = market.close();
        volume = market.volume();
        emaSlow = series.get(keys.get(0));
        emaFast = series.get(keys.get(1));
        emaMacro = series.get(keys.get(2));
        adx = series.get(keys.get(3));
        atr = series.get(keys.get(4));
        avgAtr = series.get(keys.get(5));
        rsi = series.get(keys.get(6));
        macd = series.get(keys.get(7));
        bandRatio = series.get(keys.get(8));
        volumeAverage = series.get(keys.get(9));
        volumeRecent = series.get(keys.get(10));
        hasStochasticRsi = params.filters().useStochRsiFilter();
        stochK = hasStochasticRsi ? series.get(keys.get(11)) : rsi;
        slopeBars = slopeBars(params);
        btc = btc();
    }

    /// What is read per row, in the order in which kernels number it; StochRSI, the last, only where it is read.
    static List<SeriesKey> keys(StrategyParams params) {
        var windows = params.indicators();
        List<SeriesKey> keys = new ArrayList<>(List.of(
                new SeriesKey(Kind.EMA, windows.emaSlowWindow()),
                new SeriesKey(Kind.EMA, windows.emaFastWindow()),
                new SeriesKey(Kind.EMA, windows.emaMacroWindow()),
                new SeriesKey(Kind.ADX, windows.adxWindow()),
                new SeriesKey(Kind.ATR, windows.atrWindow()),
                new SeriesKey(
                        Kind.ATR_AVERAGE,
                        windows.atrWindow(),
                        params.thresholds().entry().aveAvgAtrWindow()),
                new SeriesKey(Kind.RSI, windows.rsiWindow()),
                new SeriesKey(Kind.MACD, 0),
                new SeriesKey(Kind.BAND_WIDTH_RATIO, windows.bbWindow(), Math.max(1, windows.bbWidthAvgWindow())),
                new SeriesKey(Kind.VOLUME_AVERAGE, windows.volSmaWindow()),
                new SeriesKey(Kind.VOLUME_AVERAGE, windows.volTrendWindow())));
        if (params.filters().useStochRsiFilter()) {
            keys.add(new SeriesKey(
                    Kind.STOCHASTIC_K, windows.rsiWindow(), windows.stochRsiWindow(), windows.stochRsiSmooth1()));
        }
        return keys;
    }

    static SeriesKey breadthKey(StrategyParams params) {
        return new SeriesKey(
                Kind.BREADTH,
                params.indicators().emaFastWindow(),
                params.indicators().emaSlowWindow());
    }

    /// How many bars back the slow average's slope looks.
    static int slopeBars(StrategyParams params) {
        return params.thresholds().entry().slowDriftSlopeWindow() - 1;
    }

    /// BTC's direction at each bar, from the bar before it.
    private byte[] btc() {
        byte[] directions = new byte[market.barCount()];
        int leader = market.indexOf("BTC");
        int spare = market.indexOf("BTCUSDT");
        for (int bar = 0; bar < directions.length; bar++) {
            int direction = direction(leader, bar);
            directions[bar] = (byte) (direction == Gates.BTC_UNKNOWN ? direction(spare, bar) : direction);
        }
        return directions;
    }

    private int direction(int symbol, int bar) {
        int row = symbol < 0 ? -1 : market.latest(bar - 1, symbol);
        return row < 0 ? Gates.BTC_UNKNOWN : Breadth.direction(close[row], emaSlow[row]);
    }

    Market market() {
        return market;
    }

    int btc(int bar) {
        return btc[bar];
    }

    /// Puts what the rules read at a row into `s`: a test fails when they come to read more.
    ///
    /// @param first the symbol's first row
    void load(int row, int first, IndicatorSnapshot s) {
        s.close = close[row];
        s.volume = volume[row];
        s.emaSlow = emaSlow[row];
        s.emaFast = emaFast[row];
        s.emaMacro = emaMacro[row];
        s.adx = adx[row];
        s.atr = atr[row];
        s.avgAtr = avgAtr[row];
        s.rsi = rsi[row];
        s.stochK = hasStochasticRsi ? stochK[row] : 0.0;
        s.macdHist = macd[row];
        s.bbWidthRatio = bandRatio[row];
        s.volumeSma = volumeAverage[row];
        s.volumeTrend = volumeRecent[row] > volumeAverage[row];
        s.emaSlowSlope = slope(row, first);
        int bars = row - first;
        if (bars >= 3) {
            s.prevClose = close[row - 1];
            s.prevEmaFast = emaFast[row - 1];
            s.adxSlope = adx[row] - adx[row - 1];
            s.atrSlope = atr[row] - atr[row - 1];
            s.macdHistPrev = macd[row - 1];
            s.macdHistPrev2 = macd[row - 2];
            s.macdHistPrev3 = macd[row - 3];
        } else {
            loadBeginning(row, bars, s);
        }
    }

    /// Change of the slow average over its window as a fraction of price; 0 until the window is full.
    double slope(int row, int first) {
        double price = close[row];
        return row - first >= slopeBars && price > 0.0 ? (emaSlow[row] - emaSlow[row - slopeBars]) / price : 0.0;
    }

    /// Values before the first bar are 0.
    private void loadBeginning(int row, int bars, IndicatorSnapshot s) {
        s.prevClose = bars >= 1 ? close[row - 1] : 0.0;
        s.prevEmaFast = bars >= 1 ? emaFast[row - 1] : 0.0;
        s.adxSlope = adx[row] - (bars >= 1 ? adx[row - 1] : 0.0);
        s.atrSlope = atr[row] - (bars >= 1 ? atr[row - 1] : 0.0);
        s.macdHistPrev = bars >= 1 ? macd[row - 1] : 0.0;
        s.macdHistPrev2 = bars >= 2 ? macd[row - 2] : 0.0;
        s.macdHistPrev3 = 0.0;
    }
}
