package aiquant.engine.risk;

import aiquant.engine.fact.Fact;
import java.util.ArrayDeque;
import java.util.Deque;

/// Peaks, daily sums and rates that limits look at. A fold of the ledger, so a restart resets nothing. Days are UTC
/// days
/// of market time. Engine thread only.
public final class RiskWindows {
    private static final long DAY_MS = 86_400_000L;
    private static final long MINUTE_MS = 60_000L;

    private final Deque<Long> entries = new ArrayDeque<>();
    private double peakEquity;
    private double equity;
    private double dayStartEquity;
    private double dayRealised;
    private long day = Long.MIN_VALUE;

    public void started(double initialBalance) {
        peakEquity = initialBalance;
        equity = initialBalance;
        dayStartEquity = initialBalance;
    }

    public void filled(Fact.FillBooked fill) {
        roll(fill.timeMs());
        boolean isExit = fill.action().startsWith("CLOSE") || fill.action().startsWith("REDUCE");
        dayRealised +=
                isExit ? fill.pnl().minus(fill.fee()).toDouble() : -fill.fee().toDouble();
        if (!isExit) {
            entries.addLast(fill.timeMs());
        }
    }

    public void decided(Fact.RoundDecided round) {
        roll(round.timeMs());
        equity = round.equity();
        peakEquity = Math.max(peakEquity, equity);
    }

    private void roll(long timeMs) {
        long today = Math.floorDiv(timeMs, DAY_MS);
        if (today > day) {
            day = today;
            dayStartEquity = equity;
            dayRealised = 0.0;
        }
        while (!entries.isEmpty() && entries.peekFirst() <= timeMs - MINUTE_MS) {
            entries.removeFirst();
        }
    }

    /// Entries and adds in the minute before `timeMs`.
    public int entriesInMinute(long timeMs) {
        return (int) entries.stream().filter(time -> time > timeMs - MINUTE_MS).count();
    }

    /// Equity after the last round.
    public double equity() {
        return equity;
    }

    /// Fall from the highest equity ever reached, in percent of it.
    public double drawdownPct() {
        return peakEquity > 0.0 ? Math.max(0.0, (peakEquity - equity) / peakEquity * 100.0) : 0.0;
    }

    /// Realised loss of the day including fees, as a positive number.
    public double dayLossUsd() {
        return Math.max(0.0, -dayRealised);
    }

    public double dayPnl() {
        return equity - dayStartEquity;
    }
}
