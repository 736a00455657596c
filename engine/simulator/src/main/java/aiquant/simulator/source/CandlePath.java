package aiquant.simulator.source;

import aiquant.kernel.market.Candle;
import aiquant.simulator.market.Grid;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Prints that make up a candle again: they begin at its open, touch its high and low, end at its close, and their
/// sizes add up to its volume, all exactly.
final class CandlePath {

    /// @param side the aggressor's: the way the price went
    record Print(long timeMs, Side side, BigDecimal price, BigDecimal size) {}

    private final Grid grid;
    private final int prints;
    private final SplittableRandom random;

    /// @param prints how many a candle has unless it is too small
    CandlePath(Grid grid, int prints, long seed, String coin) {
        if (prints < 4) {
            throw new IllegalArgumentException("a candle needs at least 4 prints: " + prints);
        }
        this.grid = grid;
        this.prints = prints;
        this.random = new SplittableRandom(seed * 37 + coin.hashCode());
    }

    /// Empty for a candle without volume.
    List<Print> of(Candle candle) {
        BigDecimal volume = exact(candle.volume());
        if (volume.signum() <= 0) {
            return List.of();
        }
        List<BigDecimal> corners = corners(candle);
        int scale = Math.max(grid.sizeDecimals(), volume.scale());
        while (volume.movePointRight(scale).compareTo(BigDecimal.valueOf(corners.size())) < 0) {
            scale++;
        }
        BigDecimal units = volume.movePointRight(scale).setScale(0, RoundingMode.UNNECESSARY);
        int count = units.min(BigDecimal.valueOf(prints)).intValueExact();
        List<BigDecimal> prices = walk(corners, Math.max(count, corners.size()));
        List<BigDecimal> sizes = split(units, prices.size());

        long lengthMs = candle.interval().lengthMs();
        List<Print> path = new ArrayList<>(prices.size());
        BigDecimal before = prices.getFirst();
        Side side = candle.close() < candle.open() ? Side.SELL : Side.BUY;
        for (int i = 0; i < prices.size(); i++) {
            BigDecimal price = prices.get(i);
            int direction = price.compareTo(before);
            if (direction != 0) {
                side = direction > 0 ? Side.BUY : Side.SELL;
            }
            long timeMs = candle.openTimeMs() + lengthMs * (2L * i + 1) / (2L * prices.size());
            path.add(new Print(timeMs, side, price, sizes.get(i).movePointLeft(scale)));
            before = price;
        }
        return path;
    }

    /// Open, the extremes in the likelier order, close; a corner that repeats the one before it is left out.
    private List<BigDecimal> corners(Candle candle) {
        boolean isLowFirst = (candle.close() >= candle.open()) == (random.nextInt(4) > 0);
        double[] all = {
            candle.open(),
            isLowFirst ? candle.low() : candle.high(),
            isLowFirst ? candle.high() : candle.low(),
            candle.close()
        };
        List<BigDecimal> corners = new ArrayList<>(4);
        for (double corner : all) {
            BigDecimal price = exact(corner);
            if (corners.isEmpty() || corners.getLast().compareTo(price) != 0) {
                corners.add(price);
            }
        }
        return corners;
    }

    /// The corners with further prices between them, on the grid.
    private List<BigDecimal> walk(List<BigDecimal> corners, int count) {
        if (corners.size() == 1) {
            return Collections.nCopies(count, corners.getFirst());
        }
        int legs = corners.size() - 1;
        int between = count - corners.size();
        List<BigDecimal> prices = new ArrayList<>(count);
        for (int leg = 0; leg < legs; leg++) {
            BigDecimal from = corners.get(leg);
            BigDecimal to = corners.get(leg + 1);
            prices.add(from);
            int extra = between / legs + (leg < between % legs ? 1 : 0);
            for (int i = 1; i <= extra; i++) {
                BigDecimal share = BigDecimal.valueOf(i * 1000L / (extra + 1) + random.nextInt(-60, 61), 3);
                BigDecimal price = from.add(to.subtract(from).multiply(share));
                prices.add(grid.onTick(price, RoundingMode.HALF_EVEN)
                        .min(from.max(to))
                        .max(from.min(to)));
            }
        }
        prices.add(corners.getLast());
        return prices;
    }

    /// Whole parts, each at least one, that add up to `units`.
    private List<BigDecimal> split(BigDecimal units, int count) {
        List<BigDecimal> weights = new ArrayList<>(count);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            BigDecimal weight = BigDecimal.valueOf(random.nextInt(50, 151));
            weights.add(weight);
            sum = sum.add(weight);
        }
        BigDecimal free = units.subtract(BigDecimal.valueOf(count));
        List<BigDecimal> sizes = new ArrayList<>(count);
        BigDecimal left = free;
        for (int i = 0; i < count; i++) {
            BigDecimal share =
                    i == count - 1 ? left : free.multiply(weights.get(i)).divide(sum, 0, RoundingMode.DOWN);
            left = left.subtract(share);
            sizes.add(share.add(BigDecimal.ONE));
        }
        return sizes;
    }

    private static BigDecimal exact(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
