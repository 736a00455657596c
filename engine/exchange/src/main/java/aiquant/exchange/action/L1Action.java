package aiquant.exchange.action;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What an agent may do: trade, and change how it trades. Hashed as MessagePack in the order of [#toJson()].
///
/// Optional flags that are off are left out, never sent as false.
public sealed interface L1Action extends Action {

    /// @param builder who else earns from the order; not used by this program's own trading
    record PlaceOrders(List<OrderRequest> orders, Grouping grouping, Optional<BuilderFee> builder) implements L1Action {
        public PlaceOrders {
            orders = Fields.notEmpty("orders", orders);
        }

        public static PlaceOrders of(OrderRequest... orders) {
            return new PlaceOrders(List.of(orders), Grouping.NONE, Optional.empty());
        }
    }

    /// @param tenthsOfBasisPoint 10 is one basis point
    record BuilderFee(Address builder, int tenthsOfBasisPoint) {}

    /// @param isFast takes the fast lane, which is refused for trigger orders
    record Cancel(List<OidAtAsset> cancels, boolean isFast) implements L1Action {
        public Cancel {
            cancels = Fields.notEmpty("cancels", cancels);
        }
    }

    record OidAtAsset(int asset, Oid oid) {}

    /// @param isFast takes the fast lane, which is refused for trigger orders
    record CancelByCloid(List<CloidAtAsset> cancels, boolean isFast) implements L1Action {
        public CancelByCloid {
            cancels = Fields.notEmpty("cancels", cancels);
        }
    }

    record CloidAtAsset(int asset, Cloid cloid) {}

    /// Answers without the new order's number: prefer [BatchModify].
    ///
    /// @param isAlwaysPlacing whether the new order is placed even if the old one is gone
    record Modify(Modification modification, boolean isAlwaysPlacing) implements L1Action {}

    /// @param isAlwaysPlacing whether the new orders are placed even if the old ones are gone
    record BatchModify(List<Modification> modifies, boolean isAlwaysPlacing) implements L1Action {
        public BatchModify {
            modifies = Fields.notEmpty("modifies", modifies);
        }
    }

    /// @param old   the order to cancel
    /// @param order the one that takes its place, under a new number
    record Modification(OrderRef old, OrderRequest order) {}

    /// @param timeMs when all open orders are cancelled, protective stops too; empty clears it
    record ScheduleCancel(OptionalLong timeMs) implements L1Action {}

    record UpdateLeverage(int asset, boolean isCross, int leverage) implements L1Action {
        public UpdateLeverage {
            if (leverage < 1) {
                throw new IllegalArgumentException("leverage must be at least 1: " + leverage);
            }
        }
    }

    /// @param microUsd millionths of a dollar to add to the position's margin; negative takes away
    record UpdateIsolatedMargin(int asset, long microUsd) implements L1Action {

        /// @throws IllegalArgumentException if it has more than six decimals
        public static UpdateIsolatedMargin ofUsd(int asset, BigDecimal usd) {
            return new UpdateIsolatedMargin(asset, WireDecimal.toInteger(usd, 6).longValueExact());
        }
    }

    /// Adds the margin that brings an isolated-only position to this leverage.
    record TopUpIsolatedOnlyMargin(int asset, WireDecimal leverage) implements L1Action {}

    record TwapOrder(
            int asset, boolean isBuy, WireDecimal size, boolean isReduceOnly, int minutes, boolean isRandomized)
            implements L1Action {}

    record TwapCancel(int asset, long twapId) implements L1Action {}

    record ReserveRequestWeight(long weight) implements L1Action {}

    /// Does nothing but use up its nonce, so that an action on its way with the same nonce can never be included.
    record Noop() implements L1Action {}

    @Override
    default String type() {
        return switch (this) {
            case PlaceOrders _ -> "order";
            case Cancel _ -> "cancel";
            case CancelByCloid _ -> "cancelByCloid";
            case Modify _ -> "modify";
            case BatchModify _ -> "batchModify";
            case ScheduleCancel _ -> "scheduleCancel";
            case UpdateLeverage _ -> "updateLeverage";
            case UpdateIsolatedMargin _ -> "updateIsolatedMargin";
            case TopUpIsolatedOnlyMargin _ -> "topUpIsolatedOnlyMargin";
            case TwapOrder _ -> "twapOrder";
            case TwapCancel _ -> "twapCancel";
            case ReserveRequestWeight _ -> "reserveRequestWeight";
            case Noop _ -> "noop";
        };
    }

    @Override
    default int count() {
        return switch (this) {
            case PlaceOrders action -> action.orders().size();
            case Cancel action -> action.cancels().size();
            case CancelByCloid action -> action.cancels().size();
            case BatchModify action -> action.modifies().size();
            case Modify _,
                    ScheduleCancel _,
                    UpdateLeverage _,
                    UpdateIsolatedMargin _,
                    TopUpIsolatedOnlyMargin _,
                    TwapOrder _,
                    TwapCancel _,
                    ReserveRequestWeight _,
                    Noop _ -> 1;
        };
    }

    /// What is hashed and sent, field by field in that order.
    default ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type());
        switch (this) {
            case PlaceOrders action -> {
                ArrayNode orders = json.putArray("orders");
                action.orders().forEach(order -> orders.add(order.toJson()));
                json.put("grouping", action.grouping().word());
                action.builder()
                        .ifPresent(fee -> json.putObject("builder")
                                .put("b", fee.builder().text())
                                .put("f", fee.tenthsOfBasisPoint()));
            }
            case Cancel action -> {
                ArrayNode cancels = json.putArray("cancels");
                action.cancels()
                        .forEach(one -> cancels.addObject()
                                .put("a", one.asset())
                                .set("o", one.oid().toJson()));
                Fields.putIf(action.isFast(), json, "f");
            }
            case CancelByCloid action -> {
                ArrayNode cancels = json.putArray("cancels");
                action.cancels()
                        .forEach(one -> cancels.addObject()
                                .put("asset", one.asset())
                                .put("cloid", one.cloid().text()));
                Fields.putIf(action.isFast(), json, "f");
            }
            case Modify action -> {
                Fields.putModification(action.modification(), json);
                Fields.putIf(action.isAlwaysPlacing(), json, "a");
            }
            case BatchModify action -> {
                ArrayNode modifies = json.putArray("modifies");
                action.modifies().forEach(one -> Fields.putModification(one, modifies.addObject()));
                Fields.putIf(action.isAlwaysPlacing(), json, "a");
            }
            case ScheduleCancel action -> action.timeMs().ifPresent(time -> json.put("time", time));
            case UpdateLeverage action ->
                json.put("asset", action.asset())
                        .put("isCross", action.isCross())
                        .put("leverage", action.leverage());
            case UpdateIsolatedMargin action ->
                json.put("asset", action.asset()).put("isBuy", true).put("ntli", action.microUsd());
            case TopUpIsolatedOnlyMargin action ->
                json.put("asset", action.asset())
                        .put("leverage", action.leverage().toString());
            case TwapOrder action ->
                json.putObject("twap")
                        .put("a", action.asset())
                        .put("b", action.isBuy())
                        .put("s", action.size().toString())
                        .put("r", action.isReduceOnly())
                        .put("m", action.minutes())
                        .put("t", action.isRandomized());
            case TwapCancel action -> json.put("a", action.asset()).put("t", action.twapId());
            case ReserveRequestWeight action -> json.put("weight", action.weight());
            case Noop _ -> {}
        }
        return json;
    }
}
