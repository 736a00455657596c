package aiquant.exchange.action;

/// What an action can do to the risk that the account carries: what a kill switch asks about.
public enum Effect {
    /// May open or enlarge a position.
    INCREASES,
    /// Can only make a position smaller: every order in it is reduce-only.
    REDUCES,
    /// Takes back what is still open, orders or an action on its way.
    CANCELS,
    /// Changes leverage, margin or allowances.
    SETTINGS,
    /// Moves money or hands out the right to trade.
    MONEY;

    public static Effect of(Action action) {
        return switch (action) {
            case L1Action.PlaceOrders orders ->
                orderEffect(orders.orders().stream().allMatch(OrderRequest::isReduceOnly));
            case L1Action.Modify modify ->
                orderEffect(modify.modification().order().isReduceOnly());
            case L1Action.BatchModify batch ->
                orderEffect(
                        batch.modifies().stream().allMatch(one -> one.order().isReduceOnly()));
            case L1Action.TwapOrder twap -> orderEffect(twap.isReduceOnly());
            case L1Action.Cancel _,
                    L1Action.CancelByCloid _,
                    L1Action.ScheduleCancel _,
                    L1Action.TwapCancel _,
                    L1Action.Noop _ -> CANCELS;
            case L1Action.UpdateLeverage _,
                    L1Action.UpdateIsolatedMargin _,
                    L1Action.TopUpIsolatedOnlyMargin _,
                    L1Action.ReserveRequestWeight _ -> SETTINGS;
            case UserSignedAction _ -> MONEY;
        };
    }

    private static Effect orderEffect(boolean isReduceOnly) {
        return isReduceOnly ? REDUCES : INCREASES;
    }
}
