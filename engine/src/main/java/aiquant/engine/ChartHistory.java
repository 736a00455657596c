package aiquant.engine;

import aiquant.engine.EngineClient.ChartSlice;
import aiquant.engine.EngineView.TradeRow;
import aiquant.kernel.rule.IndicatorSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One symbol's bars with what the strategy saw there, kept for charts.
///
/// The engine thread appends; any thread reads. Bars are published by the size, written last; the levels of the newest
/// bar may still change afterwards.
final class ChartHistory {
    private static final int COLUMNS = 10;
    private static final int STOP = 7;

    private volatile Block block = new Block(new long[256], new double[COLUMNS][256]);
    private volatile int size;
    private final List<TradeRow> fills = new CopyOnWriteArrayList<>();

    /// The arrays, exchanged as a whole when they grow.
    private record Block(long[] times, double[][] columns) {
        Block grown() {
            int room = times.length * 2;
            double[][] grown = new double[COLUMNS][];
            Arrays.setAll(grown, i -> Arrays.copyOf(columns[i], room));
            return new Block(Arrays.copyOf(times, room), grown);
        }
    }

    void add(IndicatorSnapshot s) {
        Block now = size == block.times().length ? block.grown() : block;
        int at = size;
        now.times()[at] = s.timeMs;
        double[] row = {
            s.open, s.high, s.low, s.close, s.volume, s.emaFast, s.emaSlow, Double.NaN, Double.NaN, Double.NaN
        };
        for (int i = 0; i < COLUMNS; i++) {
            now.columns()[i][at] = row[i];
        }
        block = now;
        size = at + 1;
    }

    /// Sets the levels of the newest bar; NaN where there is none.
    void levels(double stop, double trailing, double target) {
        int at = size - 1;
        if (at >= 0) {
            double[][] columns = block.columns();
            columns[STOP][at] = stop;
            columns[STOP + 1][at] = trailing;
            columns[STOP + 2][at] = target;
        }
    }

    void addFill(TradeRow fill) {
        fills.add(fill);
    }

    ChartSlice slice(int fromBar) {
        int to = size;
        Block now = block;
        int from = Math.max(0, Math.min(fromBar, to));
        long[] times = Arrays.copyOfRange(now.times(), from, to);
        double[][] c = new double[COLUMNS][];
        Arrays.setAll(c, i -> Arrays.copyOfRange(now.columns()[i], from, to));
        return new ChartSlice(
                from,
                to,
                times,
                c[0],
                c[1],
                c[2],
                c[3],
                c[4],
                c[5],
                c[6],
                c[STOP],
                c[STOP + 1],
                c[STOP + 2],
                fillsFrom(times));
    }

    private List<TradeRow> fillsFrom(long[] times) {
        if (times.length == 0) {
            return List.of();
        }
        List<TradeRow> inside = new ArrayList<>();
        for (int i = fills.size() - 1; i >= 0 && fills.get(i).atMs() >= times[0]; i--) {
            inside.add(fills.get(i));
        }
        return inside.reversed();
    }

    /// The close `bars` bars before the newest; NaN when there is none.
    double closeBefore(int bars) {
        int at = size - 1 - bars;
        return at < 0 ? Double.NaN : block.columns()[3][at];
    }

    /// Up to `count` newest closes, oldest first.
    double[] closes(int count) {
        return Arrays.copyOfRange(block.columns()[3], Math.max(0, size - count), size);
    }

    int size() {
        return size;
    }
}
