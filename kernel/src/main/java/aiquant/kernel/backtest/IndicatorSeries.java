package aiquant.kernel.backtest;

import aiquant.kernel.indicator.BandWidths;
import aiquant.kernel.indicator.Means;
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
        switch (key.kind()) {
            case EMA -> new Recurrences(market, out).ema(key.a());
            case ADX -> new Recurrences(market, out).adx(key.a());
            case ATR -> new Recurrences(market, out).atr(key.a());
            case RSI -> new Recurrences(market, out).rsi(key.a());
            case MACD -> new Recurrences(market, out).macd();
            default -> windowed(key, out);
        }
        return out;
    }

    private void windowed(SeriesKey key, double[] out) {
        double[] input = input(key);
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            fill(key, input, market.firstRow(symbol), market.firstRow(symbol + 1), out);
        }
    }

    /// What a series over windows is computed from.
    private double[] input(SeriesKey key) {
        return switch (key.kind()) {
            case BAND_WIDTH -> market.close();
            case ATR_AVERAGE -> cache.get(new SeriesKey(SeriesKey.Kind.ATR, key.a()));
            case STOCHASTIC_K -> cache.get(new SeriesKey(SeriesKey.Kind.RSI, key.a()));
            case BAND_WIDTH_RATIO -> cache.get(new SeriesKey(SeriesKey.Kind.BAND_WIDTH, key.a()));
            case VOLUME_AVERAGE -> market.volume();
            default -> throw new IllegalStateException(key + " has no window");
        };
    }

    private static void fill(SeriesKey key, double[] in, int from, int to, double[] out) {
        switch (key.kind()) {
            case STOCHASTIC_K -> StochasticKs.of(in, from, to, key.b(), key.c(), out);
            case ATR_AVERAGE -> Means.of(in, from, to, key.b(), out);
            case VOLUME_AVERAGE -> Means.of(in, from, to, key.a(), out);
            case BAND_WIDTH -> BandWidths.of(in, from, to, key.a(), out);
            case BAND_WIDTH_RATIO -> ratio(in, from, to, key.b(), out);
            default -> throw new IllegalStateException(key + " has no window");
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
