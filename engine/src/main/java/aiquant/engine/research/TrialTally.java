package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.statistics.Moments;
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
        long lot = lot(index);
        boolean isDrawn = sampled > 0 && (sample.size() < sampled || lot < sample.lastKey());
        if (!isBest && !isDrawn) {
            return;
        }
        SweepRow row = new SweepRow(
                index,
                overrides.get(),
                summary.totalPnl(),
                summary.totalTrades(),
                summary.profitFactor(),
                summary.maxDrawdownPct());
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
        double pnl = rank(summary.totalPnl());
        double other = rank(than.totalPnl());
        return pnl > other || (pnl == other && index < than.index());
    }

    private static double rank(double pnl) {
        return Double.isNaN(pnl) ? Double.NEGATIVE_INFINITY : pnl;
    }

    /// A number as good as drawn, the same for the same index (the mixing step of SplitMix64, which repeats none).
    private static long lot(long index) {
        long mixed = (index + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
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
