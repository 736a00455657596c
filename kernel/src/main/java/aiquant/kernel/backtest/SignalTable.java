package aiquant.kernel.backtest;

import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;

/// The raw signals of all main bars inside a window, in time and symbol order.
///
/// A raw signal depends on the indicators and on the gates' and modes' thresholds, never on positions, so that
/// configurations which differ in the rest share one table. Read-only after construction.
final class SignalTable {
    private final int words;
    private final int firstBar;
    private final long[] masks;
    private final int[] rows;
    private final byte[] codes;
    private final double[] thresholds;
    private final long[] counts = new long[GateCount.MARGIN + 1];
    private final int size;

    SignalTable(MarketFrames frames, Lineup lineup, BacktestData data, Scratch scratch) {
        Market market = frames.market();
        words = words(market.symbolCount());
        firstBar = data.firstBar();
        masks = new long[(data.endBar() - firstBar) * words];
        scratch.reserve(market.rowCount());
        int found = 0;
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            found += evaluate(frames, lineup.rules(symbol), data, symbol, scratch);
        }
        size = found;
        rows = new int[size];
        codes = new byte[size];
        thresholds = new double[size];
        collect(market, scratch);
    }

    static int words(int symbols) {
        return (symbols + 63) >>> 6;
    }

    /// Evaluates one symbol's rows inside the window, from its `lookback`-th on.
    private int evaluate(MarketFrames frames, RuleParams rules, BacktestData data, int symbol, Scratch scratch) {
        Market market = frames.market();
        IndicatorSnapshot s = scratch.snapshot;
        Signal signal = scratch.signal;
        int first = market.firstRow(symbol);
        int end = market.latest(data.endBar() - 1, symbol) + 1;
        boolean isBtc = market.isBtc(symbol);
        int found = 0;
        for (int row = first + Math.max(0, data.lookback() - 1); row < end; row++) {
            int bar = market.barOfRow(row);
            if (bar < firstBar) {
                continue;
            }
            frames.load(row, symbol, s);
            MainBar.signal(rules, s, isBtc, frames.btc(bar), s.emaSlowSlope, scratch.gates, signal, counts);
            if (signal.side != 0) {
                masks[(bar - firstBar) * words + (symbol >>> 6)] |= 1L << symbol;
                scratch.codes[row] = (byte) (signal.confidence << 1 | (signal.side > 0 ? 1 : 0));
                scratch.thresholds[row] = signal.adxThreshold;
                found++;
            }
        }
        return found;
    }

    private void collect(Market market, Scratch scratch) {
        int at = 0;
        for (int i = 0; i < masks.length; i++) {
            int bar = firstBar + i / words;
            for (long mask = masks[i]; mask != 0; mask &= mask - 1) {
                int row = market.latest(bar, (i % words << 6) + Long.numberOfTrailingZeros(mask));
                rows[at] = row;
                codes[at] = scratch.codes[row];
                thresholds[at] = scratch.thresholds[row];
                at++;
            }
        }
    }

    /// Symbols with a signal at the bar: bit `symbol % 64` of word `symbol / 64`.
    long mask(int bar, int word) {
        return masks[(bar - firstBar) * words + word];
    }

    int size() {
        return size;
    }

    int row(int index) {
        return rows[index];
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

    /// Room that one thread uses again for each table.
    static final class Scratch {
        private final IndicatorSnapshot snapshot = new IndicatorSnapshot();
        private final GateResult gates = new GateResult();
        private final Signal signal = new Signal();
        private byte[] codes = new byte[0];
        private double[] thresholds = new double[0];

        private void reserve(int rows) {
            if (codes.length < rows) {
                codes = new byte[rows];
                thresholds = new double[rows];
            }
        }
    }
}
