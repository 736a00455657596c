package aiquant.kernel.backtest;

import aiquant.kernel.indicator.Adx;
import aiquant.kernel.indicator.Atr;
import aiquant.kernel.indicator.Ema;
import aiquant.kernel.indicator.Macd;
import aiquant.kernel.indicator.Rsi;

/// Indicators whose every value waits for the one before, over all rows of a market.
///
/// They are fed to the very classes that live trading feeds, four symbols of about the same length in turn: while one
/// symbol's division is under way, the processor works on the others'.
final class Recurrences {
    private final Market market;
    private final int[] bySize;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] out;

    /// @param out a value for each row
    Recurrences(Market market, double[] out) {
        this.market = market;
        bySize = market.bySize();
        high = market.high();
        low = market.low();
        close = market.close();
        this.out = out;
    }

    void ema(int length) {
        for (int s = 0; s < bySize.length; s += 4) {
            Ema a = new Ema(length);
            Ema b = new Ema(length);
            Ema c = new Ema(length);
            Ema d = new Ema(length);
            int rowA = begin(s);
            int rowB = begin(s + 1);
            int rowC = begin(s + 2);
            int rowD = begin(s + 3);
            int common = common(s);
            for (int i = 0; i < common; i++) {
                out[rowA + i] = a.update(close[rowA + i]);
                out[rowB + i] = b.update(close[rowB + i]);
                out[rowC + i] = c.update(close[rowC + i]);
                out[rowD + i] = d.update(close[rowD + i]);
            }
            ema(a, rowA + common, end(s));
            ema(b, rowB + common, end(s + 1));
            ema(c, rowC + common, end(s + 2));
            ema(d, rowD + common, end(s + 3));
        }
    }

    private void ema(Ema ema, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = ema.update(close[i]);
        }
    }

    void macd() {
        for (int s = 0; s < bySize.length; s += 4) {
            Macd a = new Macd();
            Macd b = new Macd();
            Macd c = new Macd();
            Macd d = new Macd();
            int rowA = begin(s);
            int rowB = begin(s + 1);
            int rowC = begin(s + 2);
            int rowD = begin(s + 3);
            int common = common(s);
            for (int i = 0; i < common; i++) {
                out[rowA + i] = a.update(close[rowA + i]);
                out[rowB + i] = b.update(close[rowB + i]);
                out[rowC + i] = c.update(close[rowC + i]);
                out[rowD + i] = d.update(close[rowD + i]);
            }
            macd(a, rowA + common, end(s));
            macd(b, rowB + common, end(s + 1));
            macd(c, rowC + common, end(s + 2));
            macd(d, rowD + common, end(s + 3));
        }
    }

    private void macd(Macd macd, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = macd.update(close[i]);
        }
    }

    void rsi(int length) {
        for (int s = 0; s < bySize.length; s += 4) {
            Rsi a = new Rsi(length);
            Rsi b = new Rsi(length);
            Rsi c = new Rsi(length);
            Rsi d = new Rsi(length);
            int rowA = begin(s);
            int rowB = begin(s + 1);
            int rowC = begin(s + 2);
            int rowD = begin(s + 3);
            int common = common(s);
            for (int i = 0; i < common; i++) {
                out[rowA + i] = a.update(close[rowA + i]);
                out[rowB + i] = b.update(close[rowB + i]);
                out[rowC + i] = c.update(close[rowC + i]);
                out[rowD + i] = d.update(close[rowD + i]);
            }
            rsi(a, rowA + common, end(s));
            rsi(b, rowB + common, end(s + 1));
            rsi(c, rowC + common, end(s + 2));
            rsi(d, rowD + common, end(s + 3));
        }
    }

    private void rsi(Rsi rsi, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = rsi.update(close[i]);
        }
    }

    void atr(int length) {
        for (int s = 0; s < bySize.length; s += 4) {
            Atr a = new Atr(length);
            Atr b = new Atr(length);
            Atr c = new Atr(length);
            Atr d = new Atr(length);
            int rowA = begin(s);
            int rowB = begin(s + 1);
            int rowC = begin(s + 2);
            int rowD = begin(s + 3);
            int common = common(s);
            for (int i = 0; i < common; i++) {
                out[rowA + i] = a.update(high[rowA + i], low[rowA + i], close[rowA + i]);
                out[rowB + i] = b.update(high[rowB + i], low[rowB + i], close[rowB + i]);
                out[rowC + i] = c.update(high[rowC + i], low[rowC + i], close[rowC + i]);
                out[rowD + i] = d.update(high[rowD + i], low[rowD + i], close[rowD + i]);
            }
            atr(a, rowA + common, end(s));
            atr(b, rowB + common, end(s + 1));
            atr(c, rowC + common, end(s + 2));
            atr(d, rowD + common, end(s + 3));
        }
    }

    private void atr(Atr atr, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = atr.update(high[i], low[i], close[i]);
        }
    }

    void adx(int length) {
        for (int s = 0; s < bySize.length; s += 4) {
            Adx a = new Adx(length);
            Adx b = new Adx(length);
            Adx c = new Adx(length);
            Adx d = new Adx(length);
            int rowA = begin(s);
            int rowB = begin(s + 1);
            int rowC = begin(s + 2);
            int rowD = begin(s + 3);
            int common = common(s);
            for (int i = 0; i < common; i++) {
                out[rowA + i] = a.update(high[rowA + i], low[rowA + i], close[rowA + i]);
                out[rowB + i] = b.update(high[rowB + i], low[rowB + i], close[rowB + i]);
                out[rowC + i] = c.update(high[rowC + i], low[rowC + i], close[rowC + i]);
                out[rowD + i] = d.update(high[rowD + i], low[rowD + i], close[rowD + i]);
            }
            adx(a, rowA + common, end(s));
            adx(b, rowB + common, end(s + 1));
            adx(c, rowC + common, end(s + 2));
            adx(d, rowD + common, end(s + 3));
        }
    }

    private void adx(Adx adx, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = adx.update(high[i], low[i], close[i]);
        }
    }

    /// First row of the symbol that comes at `place` when those with the most rows come first; the number of rows when
    /// there is none.
    private int begin(int place) {
        return place < bySize.length ? market.firstRow(bySize[place]) : market.rowCount();
    }

    private int end(int place) {
        return place < bySize.length ? market.firstRow(bySize[place] + 1) : market.rowCount();
    }

    /// How many rows four symbols have in common, counted from their first ones.
    private int common(int place) {
        return end(place + 3) - begin(place + 3);
    }
}
