package aiquant.simulator.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// A mean in which a sample fades with its age: `n ← n·e^(-t/τ) + x·t`, `d ← d·e^(-t/τ) + t`, value `n / d`.
///
/// Sixteen digits. Not thread-safe.
final class MovingMean {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

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
        weighted = weighted.multiply(kept, DIGITS).add(sample.multiply(fresh), DIGITS);
        weight = weight.multiply(kept, DIGITS).add(fresh, DIGITS);
    }

    Optional<BigDecimal> value() {
        return weight.signum() == 0 ? Optional.empty() : Optional.of(weighted.divide(weight, DIGITS));
    }
}
