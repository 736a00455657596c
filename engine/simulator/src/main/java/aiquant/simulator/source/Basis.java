package aiquant.simulator.source;

import aiquant.simulator.market.Grid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/// How far the oracle lies from the book: a few hundredths of a percent that wander slowly.
///
/// Not thread-safe.
final class Basis {

    private static final double MEMORY = 0.995;
    private static final double STEP = 0.00003;

    private final Grid grid;
    private final SplittableRandom random;
    private double share;

    Basis(Grid grid, long seed, String coin) {
        this.grid = grid;
        this.random = new SplittableRandom(seed * 31 + coin.hashCode());
    }

    /// The oracle that goes with a price of the book.
    BigDecimal oracle(BigDecimal price) {
        // A sum of uniforms is near enough to a bell, and the same everywhere.
        double bell = 0;
        for (int i = 0; i < 4; i++) {
            bell += (random.nextLong() >>> 11) * 0x1p-53 - 0.5;
        }
        share = MEMORY * share + STEP * bell;
        return grid.onTick(price.multiply(BigDecimal.valueOf(1 - share)), RoundingMode.HALF_EVEN);
    }
}
