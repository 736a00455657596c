package aiquant.simulator.account;

import aiquant.simulator.MicroUsd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fills as the exchange shows them on request: the partial fills of one crossing order at one time as a single one.
public final class MergedFills {

    private static final int PRICE_DECIMALS = 8;

    private record Key(long orderId, long timeMs, boolean isTaker) {}

    private MergedFills() {}

    /// Keeps the order of the list it is given, by the first fill of each group.
    ///
    /// @param oldestFirst whether the list runs forward in time, so that its first fill knows the start position
    public static List<Fill> of(List<Fill> fills, boolean oldestFirst) {
        Map<Key, List<Fill>> groups = new LinkedHashMap<>();
        long alone = -1;
        for (Fill fill : fills) {
            // Fills as the resting side stay apart.
            long id = fill.isTaker() ? fill.orderId() : alone--;
            groups.computeIfAbsent(new Key(id, fill.timeMs(), fill.isTaker()), _ -> new ArrayList<>())
                    .add(fill);
        }
        return groups.values().stream()
                .map(group -> merge(oldestFirst ? group : group.reversed()))
                .toList();
    }

    private static Fill merge(List<Fill> group) {
        Fill first = group.getFirst();
        if (group.size() == 1) {
            return first;
        }
        BigDecimal size = sum(group.stream().map(Fill::size).toList());
        BigDecimal usd = sum(
                group.stream().map(fill -> fill.size().multiply(fill.price())).toList());
        return new Fill(
                first.coin(),
                usd.divide(size, PRICE_DECIMALS, RoundingMode.HALF_EVEN),
                size,
                first.side(),
                first.timeMs(),
                first.startPosition(),
                first.direction(),
                MicroUsd.cut(sum(group.stream().map(Fill::closedPnl).toList())),
                first.hash(),
                first.orderId(),
                true,
                sum(group.stream().map(Fill::fee).toList()),
                first.tradeId(),
                first.cloid(),
                first.liquidation(),
                first.twapId());
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
