package aiquant.kernel.backtest;

import aiquant.kernel.indicator.Adx;
import aiquant.kernel.indicator.Atr;
import aiquant.kernel.indicator.BandWidths;
import aiquant.kernel.indicator.Ema;
import aiquant.kernel.indicator.Macd;
import aiquant.kernel.indicator.Means;
import aiquant.kernel.indicator.Rsi;
import aiquant.kernel.indicator.StochasticKs;
import aiquant.kernel.rule.Breadth;

/// Computes indicator series over all rows of a market with the same classes that live trading feeds bar by bar.
///
/// An indicator is added here: a kind in [SeriesKey] and its case.
final class IndicatorSeries {
    private final Market market;
    private final SeriesCache cache;

    IndicatorSeries(Market market, SeriesCache cache) {
        this.market = market;
        this.cache = cache;
    }

    Market market() {
        return market;
    }

    double[] compute(SeriesKey key) {
        if (key.kind() == SeriesKey.Kind.BREADTH) {
            return breadth(
                    cache.get(new SeriesKey(SeriesKey.Kind.EMA, key.a())),
                    cache.get(new SeriesKey(SeriesKey.Kind.EMA, key.b())));
        }
        double[] out = new double[market.rowCount()];
        double[] input = input(key);
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            fill(key, input, market.firstRow(symbol), market.firstRow(symbol + 1), out);
        }
        return out;
    }

    /// What the series is computed from besides highs and lows.
    private double[] input(SeriesKey key) {
        return switch (key.kind()) {
            case EMA, ADX, ATR, RSI, MACD, BAND_WIDTH, BREADTH -> market.close();
            case ATR_AVERAGE -> cache.get(new SeriesKey(SeriesKey.Kind.ATR, key.a()));
            case STOCHASTIC_K -> cache.get(new SeriesKey(SeriesKey.Kind.RSI, key.a()));
            case BAND_WIDTH_RATIO -> cache.get(new SeriesKey(SeriesKey.Kind.BAND_WIDTH, key.a()));
            case VOLUME_AVERAGE -> market.volume();
        };
    }

    private void fill(SeriesKey key, double[] in, int from, int to, double[] out) {
        switch (key.kind()) {
            case EMA -> ema(new Ema(key.a()), in, from, to, out);
            case ADX -> adx(new Adx(key.a()), in, from, to, out);
            case ATR -> atr(new Atr(key.a()), in, from, to, out);
            case RSI -> rsi(new Rsi(key.a()), in, from, to, out);
            case MACD -> macd(new Macd(), in, from, to, out);
            case STOCHASTIC_K -> StochasticKs.of(in, from, to, key.b(), key.c(), out);
            case ATR_AVERAGE -> Means.of(in, from, to, key.b(), out);
            case VOLUME_AVERAGE -> Means.of(in, from, to, key.a(), out);
            case BAND_WIDTH -> BandWidths.of(in, from, to, key.a(), out);
            case BAND_WIDTH_RATIO -> ratio(in, from, to, key.b(), out);
            case BREADTH -> throw new IllegalStateException("breadth is not per row");
        }
    }

    private static void ema(Ema ema, double[] close, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = ema.update(close[i]);
        }
    }

    private void adx(Adx adx, double[] close, int from, int to, double[] out) {
        double[] high = market.high();
        double[] low = market.low();
        for (int i = from; i < to; i++) {
            adx.update(high[i], low[i], close[i]);
            out[i] = adx.adx();
        }
    }

    private void atr(Atr atr, double[] close, int from, int to, double[] out) {
        double[] high = market.high();
        double[] low = market.low();
        for (int i = from; i < to; i++) {
            out[i] = atr.update(high[i], low[i], close[i]);
        }
    }

    private static void rsi(Rsi rsi, double[] close, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = rsi.update(close[i]);
        }
    }

    private static void macd(Macd macd, double[] close, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = macd.update(close[i]);
        }
    }

    private static void ratio(double[] width, int from, int to, int length, double[] out) {
        Means.of(width, from, to, length, out);
        for (int i = from; i < to; i++) {
            out[i] = out[i] > 0.0 ? width[i] / out[i] : 1.0;
        }
    }

    /// The market's breadth at each bar, from the bars before it.
    private double[] breadth(double[] fast, double[] slow) {
        int bars = market.barCount();
        int[] counted = new int[bars + 1];
        int[] rising = new int[bars + 1];
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            int end = market.firstRow(symbol + 1);
            for (int row = market.firstRow(symbol) + 1; row < end; row++) {
                int isRising = fast[row] > slow[row] ? 1 : 0;
                int until = row + 1 < end ? market.barOfRow(row + 1) : bars - 1;
                for (int bar = market.barOfRow(row) + 1; bar <= until; bar++) {
                    counted[bar]++;
                    rising[bar] += isRising;
                }
            }
        }
        double[] out = new double[bars];
        for (int bar = 0; bar < bars; bar++) {
            out[bar] = Breadth.percent(rising[bar], counted[bar]);
        }
        return out;
    }
}
