package aiquant.simulator.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How many requests an address may still make: one per dollar traded, and 10000 to begin with.
///
/// When it is spent, one action every ten seconds passes. Cancels have an allowance of their own. Not thread-safe.
public final class RequestBudget {

    private static final long TO_BEGIN_WITH = 10_000;
    private static final long MORE_FOR_CANCELS = 100_000;
    private static final long TRICKLE_MS = 10_000;

    private long used;
    private long reserved;
    private long lastTrickleMs = Long.MIN_VALUE / 2;

    public long used() {
        return used;
    }

    public long cap(BigDecimal everUsd) {
        return TO_BEGIN_WITH + everUsd.setScale(0, RoundingMode.FLOOR).longValueExact() + reserved;
    }

    /// Requests bought in addition.
    public void reserve(long requests) {
        reserved += requests;
    }

    /// What a stale action costs, without asking.
    public void charge(long requests) {
        used += requests;
    }

    /// Takes `requests` out of the budget, or says in the exchange's words why not.
    public Optional<String> spend(long requests, boolean isCancel, BigDecimal everUsd, long nowMs) {
        long cap = cap(everUsd);
        long limit = isCancel ? Math.min(cap + MORE_FOR_CANCELS, 2 * cap) : cap;
        if (used + requests > limit) {
            if (nowMs - lastTrickleMs < TRICKLE_MS) {
                return Optional.of(refusal(used + requests, limit, everUsd));
            }
            lastTrickleMs = nowMs;
        }
        used += requests;
        return Optional.empty();
    }

    private static String refusal(long asked, long limit, BigDecimal everUsd) {
        return "Too many cumulative requests sent (" + asked + " > " + limit + ") for cumulative volume traded $"
                + everUsd.setScale(2, RoundingMode.DOWN).toPlainString()
                + ". Place taker orders to free up 1 request per USDC traded.";
    }
}
