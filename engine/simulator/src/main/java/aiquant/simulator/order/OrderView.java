package aiquant.simulator.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An order as the exchange shows it at one moment.
///
/// @param size             what remains; zero for a position's trigger order
/// @param triggerPrice     zero when the order is not a trigger order
/// @param triggerCondition `N/A`, or text such as `Price below 225.97`
/// @param orderType        such as `Limit`, `Stop Market`
/// @param timeInForce      empty for trigger orders
/// @param children         trigger orders that wait for this one
public record OrderView(
        String coin,
        Side side,
        BigDecimal limitPrice,
        BigDecimal size,
        BigDecimal originalSize,
        long orderId,
        long timestampMs,
        boolean reduceOnly,
        boolean isTrigger,
        BigDecimal triggerPrice,
        String triggerCondition,
        boolean isPositionTpsl,
        String orderType,
        Optional<String> timeInForce,
        Optional<String> cloid,
        List<OrderView> children) {

    public static OrderView of(Order order) {
        OrderRequest request = order.request();
        Shape shape = Shape.of(request);
        return new OrderView(
                request.coin(),
                request.side(),
                request.limitPrice(),
                order.remaining(),
                order.originalSize(),
                order.id(),
                order.placedMs(),
                request.reduceOnly(),
                request.isTrigger(),
                shape.triggerPrice,
                shape.condition,
                order.isPositionTpsl(),
                order.twapId().isPresent() ? "Twap Slice" : shape.name,
                shape.timeInForce,
                request.cloid(),
                order.group()
                        .filter(group -> group.isParent(order))
                        .map(group -> group.members().stream()
                                .filter(member -> member.status().isLive())
                                .map(OrderView::of)
                                .toList())
                        .orElse(List.of()));
    }

    private record Shape(BigDecimal triggerPrice, String condition, String name, Optional<String> timeInForce) {

        static Shape of(OrderRequest request) {
            return switch (request.type()) {
                case OrderType.Limit limit -> ofLimit(limit.timeInForce());
                case OrderType.Trigger trigger ->
                    new Shape(
                            trigger.triggerPrice(),
                            (trigger.kind().firesBelow(request.side()) ? "Price below " : "Price above ")
                                    + trigger.triggerPrice()
                                            .stripTrailingZeros()
                                            .toPlainString(),
                            (trigger.kind() == TriggerKind.STOP_LOSS ? "Stop " : "Take Profit ")
                                    + (trigger.isMarket() ? "Market" : "Limit"),
                            Optional.empty());
            };
        }

        private static Shape ofLimit(TimeInForce tif) {
            boolean isMarket = tif == TimeInForce.FRONTEND_MARKET || tif == TimeInForce.LIQUIDATION_MARKET;
            return new Shape(BigDecimal.ZERO, "N/A", isMarket ? "Market" : "Limit", Optional.of(tif.text()));
        }
    }
}
