package aiquant.kernel.backtest;

import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import java.util.Arrays;

/// Finds raw signals, one symbol after the other: the gates look at many rows at once, the rules at what they leave.
///
/// Room that one thread uses again for each table.
final class SignalScan {
    /// Rows of a symbol that look back beyond its first one.
    private static final int BEGINNING = 3;

    private final IndicatorSnapshot snapshot = new IndicatorSnapshot();
    private final GateResult gates = new GateResult();
    private final Signal signal = new Signal();
    private final long[] uncounted = new long[GateCount.PLACES];
    private int[] rows = new int[1024];
    private int[] symbols = new int[1024];
    private byte[] codes = new byte[1024];
    private double[] thresholds = new double[1024];
    private int size;

    void restart() {
        size = 0;
    }

    /// Adds the signals of one symbol's rows inside the window, from its `lookback`-th on.
    void symbol(MarketFrames frames, RuleParams rules, BacktestData data, int symbol, long[] counts) {
        Market market = frames.market();
        int first = market.firstRow(symbol);
        int end = market.latest(data.endBar() - 1, symbol) + 1;
        int row = first + Math.max(0, data.lookback() - 1);
        row = Math.max(row, market.latest(data.firstBar() - 1, symbol) + 1);
        for (; row < Math.min(end, first + BEGINNING); row++) {
            decide(frames, rules, row, symbol, counts);
        }
        RowGates many = new RowGates(frames, rules, symbol);
        while (row < end) {
            int n = Math.min(RowGates.ROWS, end - row);
            long hopeful = many.evaluate(row, n, counts);
            decide(frames, rules, row, n, hopeful, symbol, counts);
            row += n;
        }
    }

    /// Asks the rules about the hopeful ones of `n` rows whose gates are counted.
    private void decide(
            MarketFrames frames, RuleParams rules, int row, int n, long hopeful, int symbol, long[] counts) {
        int found = size;
        for (long mask = hopeful; mask != 0; mask &= mask - 1) {
            if (decide(frames, rules, row + Long.numberOfTrailingZeros(mask), symbol, uncounted)) {
                counts[signal.side > 0 ? GateCount.BUY : GateCount.SELL]++;
            }
        }
        counts[GateCount.NEUTRAL] += n - (size - found);
    }

    /// Asks the rules about one row and notes their signal; returns whether they gave one.
    private boolean decide(MarketFrames frames, RuleParams rules, int row, int symbol, long[] counts) {
        boolean isBtc = frames.market().isBtc(symbol);
        frames.load(row, symbol, snapshot);
        MainBar.signal(rules, snapshot, isBtc, frames.btcAtRow(row), snapshot.emaSlowSlope, gates, signal, counts);
        if (signal.side == 0) {
            return false;
        }
        if (size == rows.length) {
            grow();
        }
        rows[size] = row;
        symbols[size] = symbol;
        codes[size] = (byte) (signal.confidence << 1 | (signal.side > 0 ? 1 : 0));
        thresholds[size] = signal.adxThreshold;
        size++;
        return true;
    }

    private void grow() {
        rows = Arrays.copyOf(rows, 2 * size);
        symbols = Arrays.copyOf(symbols, 2 * size);
        codes = Arrays.copyOf(codes, 2 * size);
        thresholds = Arrays.copyOf(thresholds, 2 * size);
    }

    /// How many signals were found.
    int size() {
        return size;
    }

    int row(int index) {
        return rows[index];
    }

    int symbol(int index) {
        return symbols[index];
    }

    /// Confidence and side, as [SignalTable] keeps them.
    byte code(int index) {
        return codes[index];
    }

    double threshold(int index) {
        return thresholds[index];
    }
}
