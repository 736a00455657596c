package aiquant.simulator.server;

import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderType;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.order.TriggerKind;
import aiquant.simulator.venue.Action;
import aiquant.simulator.venue.VenueQueries;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Turns a trading action as it was posted into one of the model's.
///
/// An action is added here and in `aiquant.simulator.venue.Action`.
final class ActionReader {
    private static final int MICRO = 6;
    private static final Pattern CLOID = Pattern.compile("0x[0-9a-fA-F]{32}");

    private final VenueQueries venue;

    ActionReader(VenueQueries venue) {
        this.venue = venue;
    }

    /// @throws BadRequest if it is no action this exchange knows, or has the wrong shape
    Action read(JsonNode json) {
        Body action = new Body(json);
        return switch (action.text("type")) {
            case "order" ->
                new Action.Place(action.list("orders").stream().map(this::order).toList(), grouping(action));
            case "cancel" ->
                new Action.Cancel(
                        action.list("cancels").stream()
                                .map(one -> new Action.ById(coin(one, "a"), one.number("o")))
                                .toList(),
                        action.flagIfAny("f"));
            case "cancelByCloid" ->
                new Action.CancelByCloid(
                        action.list("cancels").stream()
                                .map(one -> new Action.ByCloid(coin(one, "asset"), cloid(one.text("cloid"))))
                                .toList(),
                        action.flagIfAny("f"));
            case "modify" -> new Action.Modify(List.of(change(action)), action.flagIfAny("a"));
            case "batchModify" ->
                new Action.Modify(
                        action.list("modifies").stream().map(this::change).toList(), action.flagIfAny("a"));
            case "scheduleCancel" -> new Action.ScheduleCancel(action.numberIfAny("time"));
            case "updateLeverage" ->
                new Action.UpdateLeverage(coin(action, "asset"), action.flag("isCross"), (int)
                        Math.min(action.number("leverage"), Integer.MAX_VALUE));
            case "updateIsolatedMargin" ->
                new Action.UpdateIsolatedMargin(
                        coin(action, "asset"), BigDecimal.valueOf(action.signed("ntli"), MICRO));
            case "topUpIsolatedOnlyMargin" ->
                new Action.TopUpIsolatedMargin(coin(action, "asset"), action.decimal("leverage"));
            case "twapOrder" -> twap(action.inside("twap"));
            case "twapCancel" -> new Action.CancelTwap(coin(action, "a"), action.number("t"));
            case "reserveRequestWeight" -> new Action.ReserveRequests(action.number("weight"));
            case "noop" -> new Action.Noop();
            default -> throw new BadRequest("unknown action type " + action.text("type"));
        };
    }

    private Action twap(Body twap) {
        return new Action.PlaceTwap(
                coin(twap, "a"),
                twap.flag("b") ? Side.BUY : Side.SELL,
                twap.decimal("s"),
                twap.flag("r"),
                (int) Math.min(twap.number("m"), Integer.MAX_VALUE),
                twap.flag("t"));
    }

    private Grouping grouping(Body action) {
        if (action.node().path("grouping").isObject()) {
            // A priority fee, which changes nothing here.
            long unused = action.inside("grouping").number("p");
            return Grouping.NONE;
        }
        String word = action.text("grouping");
        return Arrays.stream(Grouping.values())
                .filter(grouping -> grouping.text().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest("unknown grouping " + word));
    }

    private Action.Change change(Body change) {
        OrderRequest order = order(change.inside("order"));
        JsonNode oid = change.node().path("oid");
        return oid.isTextual()
                ? new Action.Change(OptionalLong.empty(), Optional.of(cloid(oid.textValue())), order)
                : Action.Change.of(change.number("oid"), order);
    }

    private OrderRequest order(Body order) {
        return new OrderRequest(
                coin(order, "a"),
                order.flag("b") ? Side.BUY : Side.SELL,
                order.decimal("p"),
                order.decimal("s"),
                order.flag("r"),
                type(order.inside("t")),
                order.textIfAny("c").map(ActionReader::cloid));
    }

    private static String cloid(String text) {
        if (!CLOID.matcher(text).matches()) {
            throw new BadRequest("a cloid must be 0x and 32 hexadecimal digits: " + text);
        }
        return text;
    }

    private static OrderType type(Body type) {
        if (type.has("limit")) {
            String word = type.inside("limit").text("tif");
            return new OrderType.Limit(Arrays.stream(TimeInForce.values())
                    .filter(tif -> tif.text().equals(word) && tif != TimeInForce.LIQUIDATION_MARKET)
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("unknown tif " + word)));
        }
        Body trigger = type.inside("trigger");
        String word = trigger.text("tpsl");
        TriggerKind kind = Arrays.stream(TriggerKind.values())
                .filter(one -> one.text().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest("unknown tpsl " + word));
        return new OrderType.Trigger(trigger.flag("isMarket"), trigger.decimal("triggerPx"), kind);
    }

    private String coin(Body body, String field) {
        long asset = body.number(field);
        var universe = venue.universe();
        if (asset >= universe.size()) {
            throw new BadRequest("no asset " + asset);
        }
        return universe.get((int) asset).coin();
    }
}
