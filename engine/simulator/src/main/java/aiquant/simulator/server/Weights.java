package aiquant.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// The budget of one network address: so much weight in any minute of wall time. Not thread-safe.
final class Weights {
    private static final long MINUTE_MS = 60_000;
    private static final int LIGHT = 2;
    private static final int USUAL = 20;
    private static final int ROLE = 60;

    private static final Set<String> LIGHT_TYPES = Set.of(
            "l2Book", "allMids", "clearinghouseState", "orderStatus", "spotClearinghouseState", "exchangeStatus");
    private static final Set<String> BY_ITEM = Set.of(
            "recentTrades",
            "historicalOrders",
            "userFills",
            "userFillsByTime",
            "fundingHistory",
            "userFunding",
            "userNonFundingLedgerUpdates",
            "twapHistory",
            "userTwapSliceFills");

    private record Spent(long timeMs, long weight) {}

    private final long perMinute;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private long sum;

    Weights(long perMinute) {
        this.perMinute = perMinute;
    }

    static long ofInfo(JsonNode request) {
        String type = request.path("type").asText();
        return type.equals("userRole") ? ROLE : LIGHT_TYPES.contains(type) ? LIGHT : USUAL;
    }

    /// What an answer adds by its length.
    static long ofItems(JsonNode request, JsonNode answer) {
        String type = request.path("type").asText();
        int items = answer.isArray() ? answer.size() : 0;
        return type.equals("candleSnapshot") ? items / 60 : BY_ITEM.contains(type) ? items / 20 : 0;
    }

    static long ofAction(JsonNode request) {
        long longest = 0;
        for (JsonNode field : request.path("action")) {
            longest = Math.max(longest, field.isArray() ? field.size() : 0);
        }
        return 1 + longest / 40;
    }

    /// Whether `weight` still fits into the minute; if so it is spent.
    boolean spend(long weight, long nowMs) {
        while (!spent.isEmpty() && spent.peekFirst().timeMs() <= nowMs - MINUTE_MS) {
            sum -= spent.pollFirst().weight();
        }
        if (sum + weight > perMinute) {
            return false;
        }
        charge(weight, nowMs);
        return true;
    }

    /// Spends what was not known before.
    void charge(long weight, long nowMs) {
        if (weight > 0) {
            spent.addLast(new Spent(nowMs, weight));
            sum += weight;
        }
    }
}
