package aiquant.kernel.backtest;

import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signals;

/// Applies the gates to up to 64 rows of one symbol at once, one gate after the other, a bit for each row.
///
/// Counts what each gate found and tells at which rows the rules may still give a signal; whether they do is theirs to
/// say. One gate over many rows needs a few arrays and parameters only, which stay in registers, and takes the same
/// way most times, which the processor guesses. Not thread-safe.
final class RowGates {
    static final int ROWS = 64;

    private final MarketFrame frame;
    private final MarketFrames frames;
    private final RuleParams p;
    private final boolean isBtc;
    private final int first;

    /// @param symbol whose rows are looked at
    RowGates(MarketFrames frames, RuleParams rules, int symbol) {
        this.frames = frames;
        frame = frames.of(symbol);
        p = rules;
        isBtc = frames.market().isBtc(symbol);
        first = frames.market().firstRow(symbol);
    }

    /// Looks at `n` rows from `row` on, each with three rows of its symbol before it, and adds to `counts` what
    /// [GateCount] would count of the gates, but not of the signals.
    ///
    /// @return rows at which a signal is possible: bit k for the k-th row looked at
    long evaluate(int row, int n, long[] counts) {
        long all = -1L >>> (ROWS - n);
        long ranging = ranging(row, n);
        long anomalous = anomalous(row, n);
        long extended = extended(row, n);
        long strong = strong(row, n);
        long rising = rising(row, n);
        long trading = trading(row, n);
        long free = free(row, n);
        counts[GateCount.CHECKS] += n;
        counts[GateCount.RANGING] += Long.bitCount(ranging);
        counts[GateCount.ANOMALY] += Long.bitCount(anomalous);
        counts[GateCount.EXTENSION] += Long.bitCount(extended);
        counts[GateCount.ADX_LOW] += Long.bitCount(all & ~strong);
        counts[GateCount.ADX_NOT_RISING] += Long.bitCount(all & ~rising);
        counts[GateCount.VOLUME] += Long.bitCount(all & ~trading);
        counts[GateCount.BTC] += Long.bitCount(all & ~free);
        long calm = trading & ~(ranging | anomalous | extended);
        boolean hasOtherModes = p.enablePullbackEntries || p.enableSlowDriftEntries;
        return hasOtherModes ? calm : aligned(row, calm & strong & rising, free);
    }

    private long ranging(int row, int n) {
        double[] adx = frame.adx;
        double[] width = frame.bandRatio;
        double[] rsi = frame.rsi;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            int i = row + k;
            bits |= bit(Gates.isRanging(p, adx[i], width[i], rsi[i])) << k;
        }
        for (long mask = p.enableSlowDriftEntries ? bits : 0L; mask != 0; mask &= mask - 1) {
            if (Gates.isDrifting(p, frame.slope(row + Long.numberOfTrailingZeros(mask), first))) {
                bits &= ~(mask & -mask);
            }
        }
        return bits;
    }

    private long anomalous(int row, int n) {
        double[] close = frame.close;
        double[] emaFast = frame.emaFast;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            int i = row + k;
            bits |= bit(Gates.isAnomaly(p, close[i], close[i - 1], emaFast[i])) << k;
        }
        return bits;
    }

    private long extended(int row, int n) {
        double[] close = frame.close;
        double[] emaFast = frame.emaFast;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            bits |= bit(Gates.isExtended(p, close[row + k], emaFast[row + k])) << k;
        }
        return bits;
    }

    private long strong(int row, int n) {
        double[] adx = frame.adx;
        double[] atr = frame.atr;
        double[] average = frame.avgAtr;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            int i = row + k;
            bits |= bit(adx[i] > Gates.adxFloor(p, adx[i] - adx[i - 1], atr[i], average[i])) << k;
        }
        return bits;
    }

    private long rising(int row, int n) {
        double[] adx = frame.adx;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            int i = row + k;
            bits |= bit(Gates.isRisingOk(p, adx[i], adx[i] - adx[i - 1])) << k;
        }
        return bits;
    }

    private long trading(int row, int n) {
        if (!p.requireVolumeConfirmation) {
            return -1L >>> (ROWS - n);
        }
        double[] volume = frame.volume;
        double[] average = frame.volumeAverage;
        double[] recent = frame.volumeRecent;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            int i = row + k;
            bits |= bit(Gates.isVolumeOk(p, volume[i], average[i], recent[i] > average[i])) << k;
        }
        return bits;
    }

    private long free(int row, int n) {
        double[] adx = frame.adx;
        long bits = 0L;
        for (int k = 0; k < n; k++) {
            bits |= bit(Gates.isFreeOfBtc(p, isBtc, frames.btcAtRow(row + k), adx[row + k])) << k;
        }
        return bits;
    }

    /// The rows of `mask` at which the averages, the price, MACD and BTC do not rule the standard mode out.
    private long aligned(int row, long mask, long free) {
        long bits = 0L;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            long bit = rest & -rest;
            int i = row + Long.numberOfTrailingZeros(rest);
            boolean isFree = (free & bit) != 0;
            bits |= isLong(i, isFree) || isShort(i, isFree) ? bit : 0L;
        }
        return bits;
    }

    private boolean isLong(int i, boolean isFree) {
        return frame.close[i] > frame.emaFast[i]
                && Gates.isBull(p, frame.emaFast[i], frame.emaSlow[i], frame.emaMacro[i])
                && Signals.isMacdLong(p, frame.macd[i], frame.macd[i - 1])
                && (isFree || frames.btcAtRow(i) == Gates.BTC_BULLISH);
    }

    private boolean isShort(int i, boolean isFree) {
        return frame.close[i] < frame.emaFast[i]
                && Gates.isBear(p, frame.emaFast[i], frame.emaSlow[i], frame.emaMacro[i])
                && Signals.isMacdShort(p, frame.macd[i], frame.macd[i - 1])
                && (isFree || frames.btcAtRow(i) == Gates.BTC_BEARISH);
    }

    private static long bit(boolean holds) {
        return holds ? 1L : 0L;
    }
}
