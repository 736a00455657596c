package aiquant.kernel.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The best results so far: by total profit, no number counting as worst, then by trial number. Not thread-safe.
///
/// Which results are kept does not depend on the order in which they come.
public final class TopK {

    /// Best first.
    public static final Comparator<TrialResult> BEST_FIRST = Comparator.comparingDouble(
                    (TrialResult result) -> rank(result.summary().totalPnl()))
            .reversed()
            .thenComparingLong(result -> result.trial().index());

    private final int size;
    private final PriorityQueue<TrialResult> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    /// @param size how many to keep, at least 1
    public TopK(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("must keep at least one result: " + size);
        }
        this.size = size;
    }

    /// What total profits are compared by: no number is the worst.
    public static double rank(double totalPnl) {
        return Double.isNaN(totalPnl) ? Double.NEGATIVE_INFINITY : totalPnl == 0.0 ? 0.0 : totalPnl;
    }

    public void add(TrialResult result) {
        if (worstFirst.size() < size) {
            worstFirst.add(result);
        } else if (BEST_FIRST.compare(result, worstFirst.element()) < 0) {
            worstFirst.remove();
            worstFirst.add(result);
        }
    }

    /// Best first.
    public List<TrialResult> sorted() {
        List<TrialResult> results = new ArrayList<>(worstFirst);
        results.sort(BEST_FIRST);
        return results;
    }
}
