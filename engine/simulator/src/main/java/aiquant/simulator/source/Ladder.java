package aiquant.simulator.source;

import aiquant.simulator.market.Grid;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Twenty quotes on a side, a tick apart, larger the deeper they lie.
///
/// The size at a price depends on the price and the seed alone, so a quote that stays keeps its size. Not thread-safe.
final class Ladder {

    static final int DEPTH = 20;

    private static final BigDecimal SIXTY_FOURTH = new BigDecimal("0.015625");

    private final Grid grid;
    private final long seed;

    Ladder(Grid grid, long seed) {
        this.grid = grid;
        this.seed = seed;
    }

    /// @param touch the best price of the side
    /// @param base  size around which the best quotes lie
    List<MarketStep.Quote> quotes(Side side, BigDecimal touch, BigDecimal base) {
        List<MarketStep.Quote> quotes = new ArrayList<>(DEPTH);
        extend(quotes, side, touch, base);
        return quotes;
    }

    /// Goes on from `from` until the side is full or prices end.
    void extend(List<MarketStep.Quote> quotes, Side side, BigDecimal from, BigDecimal base) {
        // One scale for all prices makes their digits a key.
        BigDecimal price = from.setScale(grid.priceDecimals(), RoundingMode.UNNECESSARY);
        while (quotes.size() < DEPTH && price.signum() > 0) {
            quotes.add(new MarketStep.Quote(price, size(price, base, quotes.size())));
            price = beyond(side, price);
        }
    }

    /// The next price further from the touch.
    BigDecimal beyond(Side side, BigDecimal price) {
        BigDecimal tick = grid.tickAt(price);
        return side == Side.BUY ? price.subtract(tick) : price.add(tick);
    }

    private BigDecimal size(BigDecimal price, BigDecimal base, int depth) {
        // Steps of 1/16 between a half and one and a half, times the depth.
        long mixed = mix(seed ^ price.unscaledValue().longValue());
        long sixteenths = 8L + Math.floorMod(mixed, 17);
        BigDecimal factor = BigDecimal.valueOf(sixteenths * (4L + depth)).multiply(SIXTY_FOURTH);
        return base.multiply(factor)
                .setScale(grid.sizeDecimals(), RoundingMode.HALF_EVEN)
                .max(grid.lot());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
