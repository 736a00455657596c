package aiquant.simulator.book;

import aiquant.simulator.order.Order;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/// Resting orders, best price first and oldest first within a price.
///
/// It does not match: whoever adds an order has taken what it crosses. Not thread-safe.
public final class OrderBook {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final int AVERAGE_DECIMALS = 8;

    private final NavigableMap<BigDecimal, SequencedSet<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, SequencedSet<Order>> asks = new TreeMap<>();

    public void add(Order order) {
        side(order.side())
                .computeIfAbsent(order.price(), _ -> new LinkedHashSet<>())
                .add(order);
    }

    /// @return false if it was not here
    public boolean remove(Order order) {
        var levels = side(order.side());
        SequencedSet<Order> level = levels.get(order.price());
        if (level == null || !level.remove(order)) {
            return false;
        }
        if (level.isEmpty()) {
            levels.remove(order.price());
        }
        return true;
    }

    /// The order that is first in line on a side.
    public Optional<Order> first(Side side) {
        var level = side(side).firstEntry();
        return level == null ? Optional.empty() : Optional.of(level.getValue().getFirst());
    }

    public Optional<BigDecimal> best(Side side) {
        var levels = side(side);
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.firstKey());
    }

    /// The price that is furthest from the touch.
    public Optional<BigDecimal> worst(Side side) {
        var levels = side(side);
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.lastKey());
    }

    public Optional<BigDecimal> mid() {
        return best(Side.BUY)
                .flatMap(bid -> best(Side.SELL).map(ask -> bid.add(ask).multiply(HALF)));
    }

    /// Whether an order of this side and limit would match at once.
    public boolean wouldMatch(Side side, BigDecimal limit) {
        return best(side.opposite()).filter(price -> side.accepts(limit, price)).isPresent();
    }

    /// The best `depth` prices, best first.
    public List<BookLevel> levels(Side side, int depth) {
        return side(side).entrySet().stream()
                .limit(depth)
                .map(level -> new BookLevel(
                        level.getKey(),
                        total(level.getValue()),
                        level.getValue().size()))
                .toList();
    }

    /// Prices rounded away from the touch to a multiple of `10^exponent · mantissa` at `figures` significant figures.
    ///
    /// @param figures  2 to 5
    /// @param mantissa 1, 2 or 5
    public List<BookLevel> levels(Side side, int depth, int figures, int mantissa) {
        RoundingMode away = side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        List<BookLevel> merged = new ArrayList<>();
        for (BookLevel level : levels(side, Integer.MAX_VALUE)) {
            BigDecimal price = rounded(level.price(), figures, mantissa, away);
            if (!merged.isEmpty() && merged.getLast().price().compareTo(price) == 0) {
                BookLevel last = merged.removeLast();
                merged.add(new BookLevel(price, last.size().add(level.size()), last.orders() + level.orders()));
            } else if (merged.size() == depth) {
                break;
            } else {
                merged.add(new BookLevel(price, level.size(), level.orders()));
            }
        }
        return merged;
    }

    /// The average price of taking `usd` from the resting side; empty when there is not that much.
    public Optional<BigDecimal> impact(Side resting, BigDecimal usd) {
        BigDecimal left = usd;
        BigDecimal size = BigDecimal.ZERO;
        for (var level : side(resting).entrySet()) {
            BigDecimal offered = total(level.getValue()).multiply(level.getKey());
            BigDecimal taken = offered.min(left);
            size = size.add(taken.divide(level.getKey(), 20, RoundingMode.HALF_EVEN));
            left = left.subtract(taken);
            if (left.signum() == 0) {
                return Optional.of(usd.divide(size, AVERAGE_DECIMALS, RoundingMode.HALF_EVEN));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal rounded(BigDecimal price, int figures, int mantissa, RoundingMode rounding) {
        int exponent = price.precision() - price.scale() - figures;
        BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
        return price.divide(step, 0, rounding).multiply(step);
    }

    private static BigDecimal total(Set<Order> level) {
        return level.stream().map(Order::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private NavigableMap<BigDecimal, SequencedSet<Order>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
