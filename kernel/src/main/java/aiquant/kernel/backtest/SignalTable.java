package aiquant.kernel.backtest;

import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.Signal;

/// The raw signals of all main bars inside a window, in time and symbol order.
///
/// A raw signal depends on the indicators and on the gates' and modes' thresholds, never on positions, so that
/// configurations which differ in the rest share one table. Read-only after construction.
final class SignalTable {
    private final int words;
    private final int firstBar;

    /// Per bar and 64 symbols: which have a signal.
    private final long[] masks;

    /// Per bar: index of its first signal.
    private final int[] starts;

    private final int[] rows;
    private final byte[] codes;
    private final double[] thresholds;
    private final long[] counts = new long[GateCount.PLACES];

    /// @param scan room that one thread uses again for each table
    SignalTable(MarketFrames frames, Lineup lineup, BacktestData data, SignalScan scan) {
        Market market = frames.market();
        words = words(market.symbolCount());
        firstBar = data.firstBar();
        scan.restart();
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            scan.symbol(frames, lineup.rules(symbol), data, symbol, counts);
        }
        int bars = data.endBar() - firstBar;
        masks = new long[bars * words];
        starts = new int[bars + 1];
        rows = new int[scan.size()];
        codes = new byte[rows.length];
        thresholds = new double[rows.length];
        sort(market, scan);
    }

    static int words(int symbols) {
        return (symbols + 63) >>> 6;
    }

    /// From symbol and time order to time and symbol order.
    private void sort(Market market, SignalScan scan) {
        int[] next = new int[starts.length];
        for (int i = 0; i < rows.length; i++) {
            starts[market.barOfRow(scan.row(i)) - firstBar + 1]++;
        }
        for (int bar = 1; bar < starts.length; bar++) {
            starts[bar] += starts[bar - 1];
            next[bar] = starts[bar];
        }
        for (int i = 0; i < rows.length; i++) {
            int row = scan.row(i);
            int symbol = scan.symbol(i);
            int bar = market.barOfRow(row) - firstBar;
            masks[bar * words + (symbol >>> 6)] |= 1L << symbol;
            int at = next[bar]++;
            rows[at] = row;
            codes[at] = scan.code(i);
            thresholds[at] = scan.threshold(i);
        }
    }

    /// Symbols with a signal at the bar: bit `symbol % 64` of word `symbol / 64`.
    long mask(int bar, int word) {
        return masks[(bar - firstBar) * words + word];
    }

    int size() {
        return rows.length;
    }

    int row(int index) {
        return rows[index];
    }

    /// Where the symbol's signal at the bar stands, or −1 when it has none.
    int find(int bar, int symbol) {
        int word = symbol >>> 6;
        long mask = mask(bar, word);
        long bit = 1L << symbol;
        if ((mask & bit) == 0) {
            return -1;
        }
        int index = starts[bar - firstBar] + Long.bitCount(mask & (bit - 1));
        for (int before = 0; before < word; before++) {
            index += Long.bitCount(mask(bar, before));
        }
        return index;
    }

    void load(int index, Signal into) {
        into.side = (codes[index] & 1) != 0 ? 1 : -1;
        into.confidence = codes[index] >> 1;
        into.adxThreshold = thresholds[index];
    }

    /// Adds what the evaluations counted.
    void addCounts(long[] to) {
        for (int i = 0; i < counts.length; i++) {
            to[i] += counts[i];
        }
    }
}
