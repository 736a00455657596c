package aiquant.simulator.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// A mean in which a sample fades with its age: `n ← n·e^(-t/τ) + x·t`, `d ← d·e^(-t/τ) + t`, value `n / d`.
///
/// Sixteen decimals are kept. Not thread-safe.
final class MovingMean {

    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final int DECIMALS = 16;

    private final long fadeMs;
    private BigDecimal weighted = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;
    private long lastMs = Long.MIN_VALUE;

    MovingMean(long fadeMs) {
        this.fadeMs = fadeMs;
    }

    void add(long timeMs, BigDecimal sample) {
        long elapsed = lastMs == Long.MIN_VALUE ? 1 : timeMs - lastMs;
        if (elapsed <= 0) {
            return;
        }
        lastMs = timeMs;
        // The weight is no money: a strict exponential is the same on every machine.
        BigDecimal kept = BigDecimal.valueOf(StrictMath.exp(-(double) elapsed / fadeMs));
        BigDecimal fresh = BigDecimal.valueOf(elapsed);
        weighted = faded(weighted, kept).add(sample.multiply(fresh));
        weight = faded(weight, kept).add(fresh);
    }

    /// To a fixed number of decimals: what fades away otherwise grows longer and longer instead of becoming zero.
    private static BigDecimal faded(BigDecimal sum, BigDecimal kept) {
        return sum.multiply(kept).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    Optional<BigDecimal> value() {
        return weight.signum() == 0
                ? Optional.empty()
                : Optional.of(weighted.divide(weight, DIGITS).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
}
