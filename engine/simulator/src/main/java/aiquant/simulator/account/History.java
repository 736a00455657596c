package aiquant.simulator.account;

import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What the exchange still remembers of an account, within its limits.
///
/// Lists are newest first unless said otherwise. Not thread-safe.
public final class History {

    public static final int PAGE = 2000;
    public static final int FILLS_KEPT = 10_000;
    public static final int BLOCK = 500;

    /// An order with the last thing that happened to it.
    public record OrderRow(OrderView order, OrderStatus status, long statusMs) {}

    private final Deque<Fill> fills = new ArrayDeque<>();
    private final LinkedHashMap<Long, OrderRow> orders = new LinkedHashMap<>();
    private final Deque<FundingPayment> funding = new ArrayDeque<>();
    private final Deque<LedgerUpdate> ledger = new ArrayDeque<>();
    private final Deque<Fill> slices = new ArrayDeque<>();
    private final Deque<TwapRow> twaps = new ArrayDeque<>();

    public void add(Fill fill) {
        fills.addFirst(fill);
        if (fills.size() > FILLS_KEPT) {
            fills.removeLast();
        }
    }

    /// Of a TWAP; not among the other fills.
    public void addSlice(Fill fill) {
        slices.addFirst(fill);
        if (slices.size() > FILLS_KEPT) {
            slices.removeLast();
        }
    }

    public void add(TwapRow row) {
        twaps.addFirst(row);
        if (twaps.size() > PAGE) {
            twaps.removeLast();
        }
    }

    /// The newest fills of TWAPs, at most 2000.
    public List<Fill> slices() {
        return slices.stream().limit(PAGE).toList();
    }

    /// Beginnings and ends of TWAPs.
    public List<TwapRow> twaps() {
        return List.copyOf(twaps);
    }

    public void add(FundingPayment payment) {
        funding.addFirst(payment);
    }

    public void add(LedgerUpdate update) {
        ledger.addFirst(update);
    }

    /// Keeps how the order looks now.
    public OrderRow note(Order order) {
        OrderRow row = new OrderRow(OrderView.of(order), order.status(), order.statusMs());
        orders.putLast(order.id(), row);
        if (orders.size() > PAGE) {
            orders.pollFirstEntry();
        }
        return row;
    }

    /// The newest fills, at most 2000.
    public List<Fill> fills() {
        return fills.stream().limit(PAGE).toList();
    }

    /// Of those with `fromMs <= time <= toMs` the oldest 2000, oldest first.
    public List<Fill> fills(long fromMs, long toMs) {
        return fills.reversed().stream()
                .filter(fill -> fill.timeMs() >= fromMs && fill.timeMs() <= toMs)
                .limit(PAGE)
                .toList();
    }

    /// At most 2000, by last change.
    public List<OrderRow> orders() {
        return List.copyOf(orders.reversed().values());
    }

    public Optional<OrderRow> order(long orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    /// The newest order of that name.
    public Optional<OrderRow> order(String cloid) {
        return orders.reversed().values().stream()
                .filter(row -> row.order().cloid().filter(cloid::equals).isPresent())
                .max((a, b) -> Long.compare(a.order().orderId(), b.order().orderId()));
    }

    /// Oldest first, at most 500.
    public List<FundingPayment> funding(long fromMs, long toMs) {
        return funding.reversed().stream()
                .filter(payment -> payment.timeMs() >= fromMs && payment.timeMs() <= toMs)
                .limit(BLOCK)
                .toList();
    }

    /// Oldest first, at most 500.
    public List<LedgerUpdate> ledger(long fromMs, long toMs) {
        return ledger.reversed().stream()
                .filter(update -> update.timeMs() >= fromMs && update.timeMs() <= toMs)
                .limit(BLOCK)
                .toList();
    }
}
