package aiquant.simulator;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;

/// The price of one symbol on its way: a share of the market's push, one of its own, and a candle drawn from both.
///
/// Not thread-safe.
final class SymbolPath {

    private static final double MARKET_DAILY_VOLATILITY = 0.021;
    private static final double DAY_MS = 86_400_000.0;

    /// Pull towards the anchor per bar, in standard deviations for each unit of log distance.
    private static final double PULL = 0.2;

    private static final double VOLUME_MEMORY = 0.6;

    private final Listing listing;
    private final Interval interval;
    private final Draws draws;
    private final Force own;
    private final double barFraction;
    private double close;
    private double interest;

    SymbolPath(Listing listing, Interval interval, long seed) {
        this.listing = listing;
        this.interval = interval;
        draws = Draws.named(seed, listing.symbol().name());
        own = new Force(Draws.named(seed, "own " + listing.symbol().name()));
        barFraction = interval.lengthMs() / DAY_MS;
        close = listing.onTick(listing.anchorPrice());
    }

    /// The next bar, opening where the last one closed.
    ///
    /// @param activity how busy this time of day is; 1 is average
    Candle next(long openTimeMs, Force.Push market, double activity) {
        Force.Push particular = own.next();
        double scale = Math.sqrt(barFraction * activity);
        double marketScale = MARKET_DAILY_VOLATILITY * listing.beta() * scale;
        double ownScale = listing.dailyVolatility() * scale;
        double spread = length(marketScale * market.spread(), ownScale * particular.spread());
        double ordinary = length(marketScale, ownScale);
        double pull = -PULL * ordinary * StrictMath.log(close / listing.anchorPrice());
        double move = marketScale * market.move() + ownScale * particular.move() + pull;

        double open = close;
        close = listing.onTick(open * StrictMath.exp(move));
        double high = listing.onTick(open * StrictMath.exp(reach(move, spread)));
        double low = listing.onTick(open * StrictMath.exp(-reach(-move, spread)));
        return new Candle(
                listing.symbol(),
                interval,
                openTimeMs,
                open,
                Math.max(high, Math.max(open, close)),
                Math.min(low, Math.min(open, close)),
                close,
                volume(market, particular, move / ordinary, activity));
    }

    /// How far a path that ends at `move` got above its start: the maximum of a Brownian bridge.
    private double reach(double move, double spread) {
        double detour = -2 * spread * spread * StrictMath.log(draws.uniform());
        return (move + Math.sqrt(move * move + detour)) / 2;
    }

    /// People come when prices move, when others come, and when it is daytime.
    private double volume(Force.Push market, Force.Push particular, double moved, double activity) {
        interest = VOLUME_MEMORY * interest + 0.22 * draws.normal();
        double excitement = 0.55 + 0.45 * Math.min(Math.abs(moved), 6);
        double crowd = (1 + (market.crowd() - 1) * 0.8) * (1 + (particular.crowd() - 1) * 0.8);
        double turnoverUsd =
                listing.dailyVolumeUsd() * barFraction * activity * excitement * crowd * StrictMath.exp(interest);
        return listing.onLot(turnoverUsd / close);
    }

    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
