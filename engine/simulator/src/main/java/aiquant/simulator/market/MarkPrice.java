package aiquant.simulator.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The price positions are valued at: the median of three estimates.
///
/// They are the oracle plus a 150 s mean of (mid - oracle); the median of best bid, best ask and last trade; and a 30 s
/// mean of the second, which stands in for the perpetuals of other exchanges that no simulation has. Not thread-safe.
public final class MarkPrice {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Grid grid;
    private final MovingMean basis = new MovingMean(150_000);
    private final MovingMean touch = new MovingMean(30_000);
    private Optional<BigDecimal> value = Optional.empty();

    public MarkPrice(Grid grid) {
        this.grid = grid;
    }

    /// Empty until the first update.
    public Optional<BigDecimal> value() {
        return value;
    }

    /// A mark from outside, until the next update.
    public void set(BigDecimal mark) {
        value = Optional.of(mark);
    }

    public void update(
            long timeMs,
            BigDecimal oracle,
            Optional<BigDecimal> bestBid,
            Optional<BigDecimal> bestAsk,
            Optional<BigDecimal> lastTrade) {
        if (bestBid.isPresent() && bestAsk.isPresent()) {
            BigDecimal mid = bestBid.get().add(bestAsk.get()).multiply(HALF);
            basis.add(timeMs, mid.subtract(oracle));
        }
        List<BigDecimal> quotes = new ArrayList<>();
        bestBid.ifPresent(quotes::add);
        bestAsk.ifPresent(quotes::add);
        lastTrade.ifPresent(quotes::add);

        List<BigDecimal> estimates = new ArrayList<>();
        estimates.add(basis.value().map(oracle::add).orElse(oracle));
        if (!quotes.isEmpty()) {
            BigDecimal near = median(quotes);
            touch.add(timeMs, near);
            estimates.add(near);
            touch.value().ifPresent(estimates::add);
        }
        value = Optional.of(grid.onTick(median(estimates), RoundingMode.HALF_EVEN));
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
    }
}
