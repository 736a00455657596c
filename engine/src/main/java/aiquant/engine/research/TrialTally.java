package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.statistics.Moments;
import aiquant.kernel.sweep.Draws;
import aiquant.kernel.sweep.TopK;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// What a walk-forward keeps of the trials of one search: the best, a sample, how many and how their Sharpe ratios
/// spread.
///
/// The same whatever order the trials come in. Thread-safe.
public final class TrialTally {

    private final int sampled;
    private final TreeMap<Long, SweepRow> sample = new TreeMap<>();
    private double[] sharpes = new double[64];
    private int count;
    private Optional<SweepRow> best = Optional.empty();

    /// @param sampled how many trials to keep at random
    public TrialTally(int sampled) {
        this.sampled = sampled;
    }

    /// @param overrides asked for only when the trial is kept
    public synchronized void add(long index, BacktestSummary summary, Supplier<Map<String, Double>> overrides) {
        if (count == sharpes.length) {
            sharpes = Arrays.copyOf(sharpes, count * 2);
        }
        sharpes[count++] = Double.isFinite(summary.sharpeRatio()) ? summary.sharpeRatio() : 0;
        boolean isBest = best.map(row -> isBetter(index, summary, row)).orElse(true);
        long lot = Draws.bits(0, index, 0);
        boolean isDrawn = sampled > 0 && (sample.size() < sampled || lot < sample.lastKey());
        if (!isBest && !isDrawn) {
            return;
        }
        SweepRow row = SweepRow.of(index, overrides.get(), summary);
        if (isBest) {
            best = Optional.of(row);
        }
        if (isDrawn) {
            sample.put(lot, row);
            if (sample.size() > sampled) {
                sample.pollLastEntry();
            }
        }
    }

    /// By profit, then by number; a profit that is no number is the worst.
    private static boolean isBetter(long index, BacktestSummary summary, SweepRow than) {
        double pnl = TopK.rank(summary.totalPnl());
        double other = TopK.rank(than.totalPnl());
        return pnl > other || (pnl == other && index < than.index());
    }

    public synchronized long count() {
        return count;
    }

    synchronized Optional<SweepRow> best() {
        return best;
    }

    /// By number.
    synchronized List<SweepRow> sample() {
        return sample.values().stream()
                .sorted(Comparator.comparingLong(SweepRow::index))
                .toList();
    }

    /// Of the annual Sharpe ratios of all trials; 0 of none.
    synchronized double sharpeVariance() {
        double[] sorted = Arrays.copyOf(sharpes, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : Moments.of(sorted).variance();
    }
}
