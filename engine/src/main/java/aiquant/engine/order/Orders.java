package aiquant.engine.order;

import aiquant.engine.fact.Fact;
import aiquant.money.Price;
import aiquant.money.Quantity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All orders that may still move, the newest that cannot, and the fills already booked. A fold of the ledger.
/// Engine thread only.
public final class Orders {
    private static final int REMEMBERED = 200;

    private final Map<String, Tracked> open = new LinkedHashMap<>();
    private final Deque<Tracked> ended = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> tradeIds = new HashSet<>();

    /// An order with what is known about it.
    ///
    /// @param sequence of the ledger entry that changed it last
    public record Tracked(
            Order order, OrderState state, Quantity filled, Optional<Price> lastPrice, String text, long sequence) {}

    public void created(Order order, long sequence) {
        known.add(order.clientOrderId());
        open.put(
                order.clientOrderId(),
                new Tracked(order, OrderState.CREATED, Quantity.ZERO, Optional.empty(), "", sequence));
    }

    /// Remembers that an intent was answered with a refusal.
    public void denied(Fact.IntentDenied denial) {
        known.add(denial.clientOrderId());
    }

    public void reported(Fact.OrderReported report, long sequence) {
        Tracked tracked = open.get(report.clientOrderId());
        if (tracked != null) {
            put(new Tracked(
                    tracked.order(), report.state(), tracked.filled(), tracked.lastPrice(), report.text(), sequence));
        }
    }

    public void filled(Fact.FillBooked fill, long sequence) {
        tradeIds.add(fill.tradeId());
        Tracked tracked = open.get(fill.clientOrderId());
        if (tracked != null) {
            Quantity filled = tracked.filled().plus(fill.quantity());
            boolean isWhole = filled.compareTo(tracked.order().quantity()) >= 0;
            put(new Tracked(
                    tracked.order(),
                    isWhole ? OrderState.FILLED : OrderState.PARTIALLY_FILLED,
                    filled,
                    Optional.of(fill.price()),
                    tracked.text(),
                    sequence));
        }
    }

    private void put(Tracked tracked) {
        String id = tracked.order().clientOrderId();
        if (!tracked.state().isEnded()) {
            open.put(id, tracked);
            return;
        }
        open.remove(id);
        ended.addFirst(tracked);
        if (ended.size() > REMEMBERED) {
            ended.removeLast();
        }
    }

    /// Whether an order or a refusal of this identity exists already.
    public boolean isKnown(String clientOrderId) {
        return known.contains(clientOrderId);
    }

    public boolean isBooked(String tradeId) {
        return tradeIds.contains(tradeId);
    }

    public Optional<Tracked> open(String clientOrderId) {
        return Optional.ofNullable(open.get(clientOrderId));
    }

    /// Orders that may still move, oldest first.
    public List<Tracked> open() {
        return List.copyOf(open.values());
    }

    public boolean hasOpen() {
        return !open.isEmpty();
    }

    /// Ended orders, newest first.
    public List<Tracked> ended() {
        return List.copyOf(ended);
    }
}
