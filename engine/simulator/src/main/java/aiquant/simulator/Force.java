package aiquant.simulator;

/// What moves a price from bar to bar: a regime, clustered volatility, bursts of orders and the odd jump.
///
/// One force drives the whole market, and each symbol has a smaller one of its own. Not thread-safe.
final class Force {

    private static final double REACTION = 0.10;
    private static final double PERSISTENCE = 0.87;
    private static final double CALMEST = 0.25;
    private static final double WILDEST = 6;
    private static final double JUMP_CHANCE = 0.002;

    private static final double BURST_GOES_ON = 0.5;
    private static final double PAUSE_MEMORY = 0.75;

    private final Draws draws;
    private Regime regime;
    private double variance = 1;
    private double recent;
    private boolean bursting;

    Force(Draws draws) {
        this.draws = draws;
        regime = Regime.any(draws);
    }

    /// One bar's worth of it.
    ///
    /// @param move   return in ordinary standard deviations
    /// @param spread standard deviation in force during the bar, in ordinary ones
    /// @param crowd  how many times the usual number of people came to trade
    record Push(double move, double spread, double crowd) {}

    Push next() {
        regime = regime.next(draws);
        double spread = Math.sqrt(variance) * regime.volatility();
        double surprise = draws.surprise();
        double move = regime.drift() + surprise;
        double crowd = 1;
        bursting = draws.chance(bursting ? BURST_GOES_ON : burstChance());
        if (bursting) {
            crowd = draws.between(3.0, 8.0);
            move += direction(surprise) * draws.between(0.2, 1.0);
        }
        if (draws.chance(JUMP_CHANCE)) {
            crowd *= 3;
            move += (draws.chance(0.5) ? 1 : -1) * draws.between(3.0, 6.0);
        }
        // GARCH(1,1) around one: large moves, either way, make the next bars wider.
        double next = 1 - REACTION - PERSISTENCE + (REACTION * move * move + PERSISTENCE) * variance;
        variance = Math.clamp(next, CALMEST, WILDEST);
        recent = PAUSE_MEMORY * recent + (1 - PAUSE_MEMORY) * move;
        return new Push(move * spread, spread, crowd);
    }

    /// In a trend people buy the dip: a burst is likely after a pause and rare when the move has already run.
    private double burstChance() {
        double run = recent * Math.signum(regime.drift());
        return regime.impulseChance() * Math.clamp(1.4 - 2.5 * run, 0.3, 3.0);
    }

    /// A burst follows the trend; without one it follows whatever just happened.
    private double direction(double surprise) {
        return regime.drift() == 0 ? Math.signum(surprise) : Math.signum(regime.drift());
    }
}
