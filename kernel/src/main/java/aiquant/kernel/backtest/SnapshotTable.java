package aiquant.kernel.backtest;

import aiquant.kernel.rule.IndicatorSnapshot;

/// Indicator snapshots of many bars, one after the other in one array. Written once, then read-only.
final class SnapshotTable {
    private static final int WIDTH = 32;

    private final double[] columns;
    private final long[] times;
    private final boolean[] trends;
    private final int[] counts;

    SnapshotTable(int rows) {
        columns = new double[Math.multiplyExact(rows, WIDTH)];
        times = new long[rows];
        trends = new boolean[rows];
        counts = new int[rows];
    }

    int size() {
        return times.length;
    }

    double close(int row) {
        return columns[row * WIDTH + 3];
    }

    double emaSlow(int row) {
        return columns[row * WIDTH + 5];
    }

    double emaFast(int row) {
        return columns[row * WIDTH + 6];
    }

    void store(int row, IndicatorSnapshot s) {
        int at = row * WIDTH;
        times[row] = s.timeMs;
        trends[row] = s.volumeTrend;
        counts[row] = (int) s.barCount;
        columns[at + 0] = s.open;
        columns[at + 1] = s.high;
        columns[at + 2] = s.low;
        columns[at + 3] = s.close;
        columns[at + 4] = s.volume;
        columns[at + 5] = s.emaSlow;
        columns[at + 6] = s.emaFast;
        columns[at + 7] = s.emaMacro;
        columns[at + 8] = s.emaSlowSlope;
        columns[at + 9] = s.adx;
        columns[at + 10] = s.adxPos;
        columns[at + 11] = s.adxNeg;
        columns[at + 12] = s.adxSlope;
        columns[at + 13] = s.bbUpper;
        columns[at + 14] = s.bbLower;
        columns[at + 15] = s.bbWidth;
        columns[at + 16] = s.bbWidthAvg;
        columns[at + 17] = s.bbWidthRatio;
        columns[at + 18] = s.atr;
        columns[at + 19] = s.atrSlope;
        columns[at + 20] = s.avgAtr;
        columns[at + 21] = s.rsi;
        columns[at + 22] = s.stochK;
        columns[at + 23] = s.stochD;
        columns[at + 24] = s.macdHist;
        columns[at + 25] = s.macdHistPrev;
        columns[at + 26] = s.macdHistPrev2;
        columns[at + 27] = s.macdHistPrev3;
        columns[at + 28] = s.volumeSma;
        columns[at + 29] = s.prevClose;
        columns[at + 30] = s.prevEmaFast;
        columns[at + 31] = s.prevEmaSlow;
    }

    void load(int row, IndicatorSnapshot s) {
        int at = row * WIDTH;
        s.timeMs = times[row];
        s.volumeTrend = trends[row];
        s.barCount = counts[row];
        s.open = columns[at + 0];
        s.high = columns[at + 1];
        s.low = columns[at + 2];
        s.close = columns[at + 3];
        s.volume = columns[at + 4];
        s.emaSlow = columns[at + 5];
        s.emaFast = columns[at + 6];
        s.emaMacro = columns[at + 7];
        s.emaSlowSlope = columns[at + 8];
        s.adx = columns[at + 9];
        s.adxPos = columns[at + 10];
        s.adxNeg = columns[at + 11];
        s.adxSlope = columns[at + 12];
        s.bbUpper = columns[at + 13];
        s.bbLower = columns[at + 14];
        s.bbWidth = columns[at + 15];
        s.bbWidthAvg = columns[at + 16];
        s.bbWidthRatio = columns[at + 17];
        s.atr = columns[at + 18];
        s.atrSlope = columns[at + 19];
        s.avgAtr = columns[at + 20];
        s.rsi = columns[at + 21];
        s.stochK = columns[at + 22];
        s.stochD = columns[at + 23];
        s.macdHist = columns[at + 24];
        s.macdHistPrev = columns[at + 25];
        s.macdHistPrev2 = columns[at + 26];
        s.macdHistPrev3 = columns[at + 27];
        s.volumeSma = columns[at + 28];
        s.prevClose = columns[at + 29];
        s.prevEmaFast = columns[at + 30];
        s.prevEmaSlow = columns[at + 31];
        s.fundingRate = 0.0;
    }
}
