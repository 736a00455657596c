package aiquant.simulator.order;

/// Where an order stands, under the exchange's names.
public enum OrderStatus {
    OPEN("open"),
    FILLED("filled"),
    TRIGGERED("triggered"),
    CANCELED("canceled"),
    REJECTED("rejected"),
    MARGIN_CANCELED("marginCanceled"),
    OPEN_INTEREST_CAP_CANCELED("openInterestCapCanceled"),
    SELF_TRADE_CANCELED("selfTradeCanceled"),
    REDUCE_ONLY_CANCELED("reduceOnlyCanceled"),
    SIBLING_FILLED_CANCELED("siblingFilledCanceled"),
    DELISTED_CANCELED("delistedCanceled"),
    LIQUIDATED_CANCELED("liquidatedCanceled"),
    SCHEDULED_CANCEL("scheduledCancel"),
    INTERNAL_CANCEL("internalCancel"),
    TICK_REJECTED("tickRejected"),
    MIN_TRADE_NTL_REJECTED("minTradeNtlRejected"),
    PERP_MARGIN_REJECTED("perpMarginRejected"),
    REDUCE_ONLY_REJECTED("reduceOnlyRejected"),
    BAD_ALO_PX_REJECTED("badAloPxRejected"),
    IOC_CANCEL_REJECTED("iocCancelRejected"),
    BAD_TRIGGER_PX_REJECTED("badTriggerPxRejected"),
    MARKET_ORDER_NO_LIQUIDITY_REJECTED("marketOrderNoLiquidityRejected"),
    POSITION_INCREASE_AT_OPEN_INTEREST_CAP_REJECTED("positionIncreaseAtOpenInterestCapRejected"),
    POSITION_FLIP_AT_OPEN_INTEREST_CAP_REJECTED("positionFlipAtOpenInterestCapRejected"),
    TOO_AGGRESSIVE_AT_OPEN_INTEREST_CAP_REJECTED("tooAggressiveAtOpenInterestCapRejected"),
    OPEN_INTEREST_INCREASE_REJECTED("openInterestIncreaseRejected"),
    ORACLE_REJECTED("oracleRejected"),
    PERP_MAX_POSITION_REJECTED("perpMaxPositionRejected"),
    TOO_MANY_OPEN_ORDERS_REJECTED("tooManyOpenOrdersRejected");

    private final String text;

    OrderStatus(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean isLive() {
        return this == OPEN || this == TRIGGERED;
    }

    /// Refused at entry; nothing traded.
    public boolean isRefusal() {
        return this == REJECTED || text.endsWith("Rejected");
    }

    /// Taken away by the exchange rather than by its owner.
    public boolean isCanceledByExchange() {
        return this != CANCELED && (text.endsWith("Canceled") || this == SCHEDULED_CANCEL || this == INTERNAL_CANCEL);
    }
}
