package aiquant.headless.soak;

import aiquant.sidecar.wire.UserEventsMessage.UserEvent;
import aiquant.simulator.account.Fill;
import aiquant.simulator.account.FundingPayment;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.server.Simulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Everything that happened to an account, from the exchange's own books, and what names the same thing in the log.
final class AccountTruth {

    private AccountTruth() {}

    private interface Page<T> {
        List<T> from(long timeMs);
    }

    static List<String> fills(Simulator simulator, String account) {
        return all(
                from -> simulator.with(venue -> venue.queries().fillsByTime(account, from, Long.MAX_VALUE)),
                Fill::timeMs,
                fill -> fillName(
                        fill.coin(), fill.timeMs(), fill.tradeId(), fill.orderId(), fill.price(), fill.size()));
    }

    static List<String> fundings(Simulator simulator, String account) {
        return all(
                from -> simulator.with(venue -> venue.queries().funding(account, from, Long.MAX_VALUE)),
                FundingPayment::timeMs,
                payment -> fundingName(payment.coin(), payment.timeMs(), payment.usd()));
    }

    static List<String> deposits(Simulator simulator, String account) {
        return all(
                from -> simulator.with(venue -> venue.queries().ledger(account, from, Long.MAX_VALUE)),
                LedgerUpdate::timeMs,
                update -> depositName(
                        update.timeMs(),
                        update.hash(),
                        update.entry() instanceof LedgerUpdate.Deposit deposit ? deposit.usd() : BigDecimal.ZERO));
    }

    private interface Naming<T> {
        String of(T item);
    }

    /// The exchange shows a limited number at once, oldest first.
    private static <T> List<String> all(Page<T> page, ToLongFunction<T> timeMs, Naming<T> naming) {
        Set<String> names = new LinkedHashSet<>();
        long fromMs = 0;
        while (true) {
            int before = names.size();
            for (T item : page.from(fromMs)) {
                names.add(naming.of(item));
                fromMs = timeMs.applyAsLong(item);
            }
            if (names.size() == before) {
                return names.stream().sorted().toList();
            }
        }
    }

    /// Those events of the log, in the words used above.
    static List<String> delivered(List<UserEvent> events, String kind) {
        List<String> names = new ArrayList<>();
        for (UserEvent event : events) {
            if (event.kind().equals(kind)) {
                names.add(name(kind, event.data()));
            }
        }
        return names.stream().sorted().toList();
    }

    private static String name(String kind, JsonNode data) {
        return switch (kind) {
            case "fill" ->
                fillName(
                        data.path("coin").asText(),
                        data.path("time").asLong(),
                        data.path("tid").asLong(),
                        data.path("oid").asLong(),
                        decimal(data, "px"),
                        decimal(data, "sz"));
            case "funding" ->
                fundingName(data.path("coin").asText(), data.path("time").asLong(), decimal(data, "usdc"));
            case "ledger_update" ->
                depositName(
                        data.path("time").asLong(), data.path("hash").asText(), decimal(data.path("delta"), "usdc"));
            default ->
                data.at("/order/oid") + " " + data.path("statusTimestamp") + " " + data.path("status") + " "
                        + data.at("/order/sz");
        };
    }

    private static BigDecimal decimal(JsonNode data, String field) {
        return new BigDecimal(data.path(field).asText());
    }

    private static String fillName(String coin, long timeMs, long tid, long oid, BigDecimal price, BigDecimal size) {
        return coin + " " + timeMs + " " + tid + " " + oid + " " + plain(price) + " " + plain(size);
    }

    private static String fundingName(String coin, long timeMs, BigDecimal usd) {
        return coin + " " + timeMs + " " + plain(usd);
    }

    private static String depositName(long timeMs, String hash, BigDecimal usd) {
        return timeMs + " " + hash + " " + plain(usd);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
