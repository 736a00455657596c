package aiquant.simulator;

import java.util.SplittableRandom;

/// Random draws that are the same on every machine: integer generator, strict mathematics.
///
/// Not thread-safe.
final class Draws {

    /// Beyond this a draw is an accident of the tail, not a market.
    private static final double WIDEST = 7;

    private final SplittableRandom random;

    Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    /// An independent source for each name, so that leaving one symbol out changes no other.
    static Draws named(long seed, String name) {
        return new Draws(seed + 0x5851F42D4C957F2DL * name.hashCode());
    }

    /// Uniform, strictly between 0 and 1.
    double uniform() {
        return (random.nextLong() >>> 12) * 0x1p-52 + 0x1p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /// Uniform between the two.
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// Standard normal, by Marsaglia's polar method.
    double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /// Student's t with four degrees of freedom, scaled to variance one: the usual size of surprises, fat tails
    /// included.
    double surprise() {
        double t = normal() * Math.sqrt(-1 / StrictMath.log(uniform() * uniform()));
        return Math.clamp(t, -WIDEST, WIDEST);
    }
}
