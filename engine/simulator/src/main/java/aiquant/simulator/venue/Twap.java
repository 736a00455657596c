package aiquant.simulator.venue;

import aiquant.simulator.account.TwapRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/// How much of an order that is traded in slices should have been traded by now, and how much has been.
///
/// There are two slices a minute. One that traded less than it should is made up for by later ones, which grow to three
/// times the usual size at most. Not thread-safe.
final class Twap {

    static final long SLICE_MS = 30_000;

    private static final int SLICES_A_MINUTE = 2;
    private static final BigDecimal CATCH_UP = BigDecimal.valueOf(3);
    private static final double SPREAD = 0.2;

    private final long id;
    private final String owner;
    private final Action.PlaceTwap order;
    private final long startMs;
    private final SplittableRandom random;
    private int sent;
    private BigDecimal executedSize = BigDecimal.ZERO;
    private BigDecimal executedUsd = BigDecimal.ZERO;

    Twap(long id, String owner, Action.PlaceTwap order, long startMs) {
        this.id = id;
        this.owner = owner;
        this.order = order;
        this.startMs = startMs;
        this.random = new SplittableRandom(id);
    }

    long id() {
        return id;
    }

    String owner() {
        return owner;
    }

    Action.PlaceTwap order() {
        return order;
    }

    long nextMs() {
        return startMs + (sent + 1) * SLICE_MS;
    }

    private int slices() {
        return order.minutes() * SLICES_A_MINUTE;
    }

    boolean isOver() {
        return sent == slices() || executedSize.compareTo(order.size()) >= 0;
    }

    /// Goes on to the next slice.
    ///
    /// @param least a slice that is smaller is left to the next one
    /// @return what it should trade, before it is cut to lots
    BigDecimal nextSlice(BigDecimal least) {
        sent++;
        BigDecimal usual = order.size().divide(BigDecimal.valueOf(slices()), 18, RoundingMode.UP);
        BigDecimal due = order.size();
        if (sent < slices()) {
            double share = sent + (order.isRandomized() ? random.nextDouble(-SPREAD, SPREAD) : 0);
            due = usual.multiply(BigDecimal.valueOf(share));
        }
        BigDecimal missing = due.min(order.size()).subtract(executedSize);
        BigDecimal slice = missing.min(usual.multiply(CATCH_UP).max(least));
        return slice.compareTo(least) < 0 && sent < slices() ? BigDecimal.ZERO : slice.max(BigDecimal.ZERO);
    }

    void executed(BigDecimal size, BigDecimal usd) {
        executedSize = executedSize.add(size);
        executedUsd = executedUsd.add(usd);
    }

    TwapRow row(String status, long statusMs) {
        return new TwapRow(
                id,
                order.coin(),
                order.side(),
                order.size(),
                executedSize,
                executedUsd,
                order.minutes(),
                order.reduceOnly(),
                order.isRandomized(),
                startMs,
                status,
                statusMs);
    }
}
