package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.pair;
import static aiquant.simulator.server.Nodes.text;

import aiquant.simulator.account.FeeSchedule;
import aiquant.simulator.account.Fill;
import aiquant.simulator.account.FundingPayment;
import aiquant.simulator.account.History;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.account.MarginSummary;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderView;
import aiquant.simulator.venue.AccountState;
import aiquant.simulator.venue.ActiveAsset;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/// Accounts in the exchange's words.
final class AccountJson {

    private AccountJson() {}

    static ObjectNode state(AccountState state) {
        ObjectNode node = object();
        node.set("assetPositions", array(state.positions(), position -> {
            ObjectNode entry = object();
            entry.set("position", position(position));
            return entry.put("type", "oneWay");
        }));
        node.set("marginSummary", summary(state.summary()));
        node.set("crossMarginSummary", summary(state.crossSummary()));
        return node.put("crossMaintenanceMarginUsed", text(state.crossMaintenanceUsd()))
                .put("withdrawable", text(state.withdrawableUsd()))
                .put("time", state.timeMs());
    }

    private static ObjectNode position(AccountState.PositionView position) {
        ObjectNode node = object().put("coin", position.coin())
                .put("szi", text(position.size()))
                .put("entryPx", text(position.entryPrice()))
                .put("positionValue", text(position.valueUsd()))
                .put("unrealizedPnl", text(position.unrealizedPnl()))
                .put("returnOnEquity", text(position.returnOnEquity()));
        MarketJson.put(node, "liquidationPx", position.liquidationPrice());
        node.put("marginUsed", text(position.marginUsed())).put("maxLeverage", position.maxLeverage());
        node.set("leverage", leverage(position.isCross(), position.leverage(), position.isolatedUsd()));
        node.set(
                "cumFunding",
                object().put("allTime", text(position.fundingEver()))
                        .put("sinceOpen", text(position.fundingSinceOpen()))
                        .put("sinceChange", text(position.fundingSinceChange())));
        return node;
    }

    private static ObjectNode leverage(boolean isCross, int leverage, BigDecimal isolatedUsd) {
        ObjectNode node = object().put("type", isCross ? "cross" : "isolated").put("value", leverage);
        return isCross ? node : node.put("rawUsd", text(isolatedUsd));
    }

    private static ObjectNode summary(MarginSummary summary) {
        return object().put("accountValue", text(summary.accountValue()))
                .put("totalNtlPos", text(summary.totalNtlPos()))
                .put("totalRawUsd", text(summary.totalRawUsd()))
                .put("totalMarginUsed", text(summary.totalMarginUsed()));
    }

    static ObjectNode spot(BigDecimal usd) {
        ObjectNode node = object();
        node.set(
                "balances",
                array().add(object().put("coin", "USDC")
                        .put("token", 0)
                        .put("total", text(usd))
                        .put("hold", "0.0")
                        .put("entryNtl", "0.0")));
        return node;
    }

    static ObjectNode active(String address, ActiveAsset asset) {
        ObjectNode node = object().put("user", address).put("coin", asset.coin());
        node.set("leverage", leverage(asset.isCross(), asset.leverage(), asset.isolatedUsd()));
        node.set("maxTradeSzs", pair(asset.maxBuySize(), asset.maxSellSize()));
        node.set("availableToTrade", pair(asset.availableToBuyUsd(), asset.availableToSellUsd()));
        return node.put("markPx", text(asset.markPrice()));
    }

    /// The short form of `openOrders` and `orderUpdates`.
    static ObjectNode order(OrderView order) {
        ObjectNode node = object().put("coin", order.coin())
                .put("side", order.side().letter())
                .put("limitPx", text(order.limitPrice()))
                .put("sz", text(order.size()))
                .put("oid", order.orderId())
                .put("timestamp", order.timestampMs())
                .put("origSz", text(order.originalSize()));
        order.cloid().ifPresent(cloid -> node.put("cloid", cloid));
        return node;
    }

    static ObjectNode openOrder(OrderView order) {
        ObjectNode node = order(order);
        return order.reduceOnly() ? node.put("reduceOnly", true) : node;
    }

    /// The long form of everything the web page shows.
    static ObjectNode frontendOrder(OrderView order) {
        ObjectNode node = object().put("coin", order.coin())
                .put("side", order.side().letter())
                .put("limitPx", text(order.limitPrice()))
                .put("sz", text(order.size()))
                .put("oid", order.orderId())
                .put("timestamp", order.timestampMs())
                .put("triggerCondition", order.triggerCondition())
                .put("isTrigger", order.isTrigger())
                .put("triggerPx", text(order.triggerPrice()));
        node.set("children", array(order.children(), AccountJson::frontendOrder));
        node.put("isPositionTpsl", order.isPositionTpsl())
                .put("reduceOnly", order.reduceOnly())
                .put("orderType", order.orderType())
                .put("origSz", text(order.originalSize()));
        order.timeInForce().ifPresentOrElse(tif -> node.put("tif", tif), () -> node.putNull("tif"));
        order.cloid().ifPresentOrElse(cloid -> node.put("cloid", cloid), () -> node.putNull("cloid"));
        return node;
    }

    static ObjectNode row(History.OrderRow row) {
        ObjectNode node = object();
        node.set("order", frontendOrder(row.order()));
        return node.put("status", row.status().text()).put("statusTimestamp", row.statusMs());
    }

    static ObjectNode update(OrderView order, OrderStatus status, long statusMs) {
        ObjectNode node = object();
        node.set("order", order(order));
        return node.put("status", status.text()).put("statusTimestamp", statusMs);
    }

    static ObjectNode fill(Fill fill) {
        ObjectNode node = object().put("coin", fill.coin())
                .put("px", text(fill.price()))
                .put("sz", text(fill.size()))
                .put("side", fill.side().letter())
                .put("time", fill.timeMs())
                .put("startPosition", text(fill.startPosition()))
                .put("dir", fill.direction())
                .put("closedPnl", text(fill.closedPnl()))
                .put("hash", fill.hash())
                .put("oid", fill.orderId())
                .put("crossed", fill.isTaker())
                .put("fee", text(fill.fee()))
                .put("tid", fill.tradeId())
                .put("feeToken", "USDC");
        if (fill.twapId().isPresent()) {
            node.put("twapId", fill.twapId().getAsLong());
        } else {
            node.putNull("twapId");
        }
        fill.cloid().ifPresent(cloid -> node.put("cloid", cloid));
        fill.liquidation()
                .ifPresent(liquidation -> node.set(
                        "liquidation",
                        object().put("liquidatedUser", liquidation.liquidatedUser())
                                .put("markPx", text(liquidation.markPrice()))
                                .put("method", liquidation.method())));
        return node;
    }

    /// As the account's history shows it.
    static ObjectNode funding(FundingPayment payment) {
        ObjectNode node = object().put("time", payment.timeMs()).put("hash", payment.hash());
        node.set(
                "delta",
                object().put("type", "funding")
                        .put("coin", payment.coin())
                        .put("usdc", text(payment.usd()))
                        .put("szi", text(payment.size()))
                        .put("fundingRate", text(payment.rate()))
                        .put("nSamples", payment.samples()));
        return node;
    }

    /// As streams tell it.
    static ObjectNode fundingEvent(FundingPayment payment) {
        return object().put("time", payment.timeMs())
                .put("coin", payment.coin())
                .put("usdc", text(payment.usd()))
                .put("szi", text(payment.size()))
                .put("fundingRate", text(payment.rate()));
    }

    static ObjectNode ledger(LedgerUpdate update) {
        ObjectNode node = object().put("time", update.timeMs()).put("hash", update.hash());
        node.set("delta", delta(update.entry()));
        return node;
    }

    private static ObjectNode delta(LedgerUpdate.Entry entry) {
        return switch (entry) {
            case LedgerUpdate.Deposit(BigDecimal usd) ->
                object().put("type", "deposit").put("usdc", text(usd));
            case LedgerUpdate.Withdraw(BigDecimal usd, BigDecimal feeUsd) ->
                object().put("type", "withdraw")
                        .put("usdc", text(usd))
                        .put("nonce", 0)
                        .put("fee", text(feeUsd));
            case LedgerUpdate.ClassTransfer(BigDecimal usd, boolean toPerp) ->
                object().put("type", "accountClassTransfer")
                        .put("usdc", text(usd))
                        .put("toPerp", toPerp);
            case LedgerUpdate.InternalTransfer(String from, String destination, BigDecimal usd) ->
                object().put("type", "internalTransfer")
                        .put("usdc", text(usd))
                        .put("user", from)
                        .put("destination", destination)
                        .put("fee", "0.0");
            case LedgerUpdate.Liquidated liquidated -> {
                ObjectNode node = object().put("type", "liquidation")
                        .put("accountValue", text(liquidated.accountValue()))
                        .put("leverageType", liquidated.leverageType());
                node.set(
                        "liquidatedPositions",
                        array(
                                liquidated.positions(),
                                closed -> object().put("coin", closed.coin()).put("szi", text(closed.size()))));
                yield node;
            }
        };
    }

    static ObjectNode fees(FeeSchedule.Rates rates) {
        ObjectNode node = object();
        node.set("dailyUserVlm", array());
        node.set("feeSchedule", schedule());
        return node.put("userCrossRate", text(rates.taker()))
                .put("userAddRate", text(rates.maker()))
                .put("userSpotCrossRate", "0.0007")
                .put("userSpotAddRate", "0.0004")
                .put("activeReferralDiscount", "0.0")
                .putNull("trial")
                .put("feeTrialReward", "0.0")
                .putNull("nextTrialAvailableTimestamp");
    }

    private static ObjectNode schedule() {
        ObjectNode tiers = object();
        tiers.set("vip", array());
        tiers.set("mm", array());
        ObjectNode schedule = object().put("cross", "0.00045")
                .put("add", "0.00015")
                .put("spotCross", "0.0007")
                .put("spotAdd", "0.0004");
        schedule.set("tiers", tiers);
        schedule.put("referralDiscount", "0.04");
        schedule.set("stakingDiscountTiers", array());
        return schedule;
    }
}
