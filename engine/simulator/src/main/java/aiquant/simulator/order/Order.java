package aiquant.simulator.order;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// An order the exchange has taken, and how far it has come.
///
/// Belongs to the exchange's single thread.
public final class Order {

    private final long id;
    private final String owner;
    private final OrderRequest request;
    private final BigDecimal originalSize;
    private final long placedMs;
    private final boolean isPositionTpsl;

    private BigDecimal remaining;
    private BigDecimal filledSize = BigDecimal.ZERO;
    private BigDecimal filledUsd = BigDecimal.ZERO;
    private OrderStatus status = OrderStatus.OPEN;
    private long statusMs;
    private boolean isTriggered;
    private Optional<TpslGroup> group = Optional.empty();
    private OptionalLong twapId = OptionalLong.empty();

    /// @param size as accepted: a reduce-only order is cut to the position
    public Order(long id, String owner, OrderRequest request, BigDecimal size, long placedMs, boolean isPositionTpsl) {
        this.id = id;
        this.owner = owner;
        this.request = request;
        this.originalSize = size;
        this.remaining = size;
        this.placedMs = placedMs;
        this.statusMs = placedMs;
        this.isPositionTpsl = isPositionTpsl;
    }

    public long id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public OrderRequest request() {
        return request;
    }

    public String coin() {
        return request.coin();
    }

    public Side side() {
        return request.side();
    }

    public BigDecimal price() {
        return request.limitPrice();
    }

    public boolean reduceOnly() {
        return request.reduceOnly();
    }

    public Optional<String> cloid() {
        return request.cloid();
    }

    public BigDecimal originalSize() {
        return originalSize;
    }

    public BigDecimal remaining() {
        return remaining;
    }

    public BigDecimal filledSize() {
        return filledSize;
    }

    public BigDecimal filledUsd() {
        return filledUsd;
    }

    public boolean isPositionTpsl() {
        return isPositionTpsl;
    }

    public OrderStatus status() {
        return status;
    }

    public long placedMs() {
        return placedMs;
    }

    public long statusMs() {
        return statusMs;
    }

    public Optional<TpslGroup> group() {
        return group;
    }

    public void join(TpslGroup newGroup) {
        group = Optional.of(newGroup);
    }

    /// The TWAP that this order is a slice of.
    public OptionalLong twapId() {
        return twapId;
    }

    public void beSliceOf(long twap) {
        twapId = OptionalLong.of(twap);
    }

    /// A trigger order that has not fired.
    public boolean isWaiting() {
        return request.isTrigger() && !isTriggered;
    }

    /// A child whose parent is not filled.
    public boolean isAsleep() {
        return isWaiting() && group.map(TpslGroup::isAsleep).orElse(false);
    }

    /// A waiting trigger fires: it becomes an order of this size.
    public void trigger(BigDecimal size) {
        isTriggered = true;
        remaining = size;
    }

    public void fill(BigDecimal size, BigDecimal price) {
        if (!status.isLive() || size.compareTo(remaining) > 0) {
            throw new IllegalStateException(
                    "order " + id + " is " + status.text() + " with " + remaining + " left and cannot fill " + size);
        }
        remaining = remaining.subtract(size);
        filledSize = filledSize.add(size);
        filledUsd = filledUsd.add(size.multiply(price));
    }

    /// The order gets smaller, as a reduce-only order does with its position and a maker's when it likes.
    public void resize(BigDecimal size) {
        remaining = size;
    }

    public void become(OrderStatus newStatus, long timeMs) {
        if (!status.isLive()) {
            throw new IllegalStateException(
                    "order " + id + " is " + status.text() + " for good, not " + newStatus.text());
        }
        status = newStatus;
        statusMs = timeMs;
    }

    /// What may still rest or take; for a trigger order that fired, what its kind became.
    public TimeInForce timeInForce() {
        return switch (request.type()) {
            case OrderType.Limit limit -> limit.timeInForce();
            case OrderType.Trigger trigger -> trigger.isMarket() ? TimeInForce.IOC : TimeInForce.GTC;
        };
    }
}
