package aiquant.simulator.venue;

import aiquant.simulator.account.Fill;
import aiquant.simulator.account.FundingPayment;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.account.TwapRow;
import aiquant.simulator.market.PublicTrade;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderView;
import java.math.BigDecimal;

/// Something that happened, in the order in which it happened.
public sealed interface VenueEvent {

    long timeMs();

    /// An order came, filled in part, or ended. A partial fill keeps `OPEN` with a smaller size.
    record OrderChanged(long timeMs, String address, OrderView order, OrderStatus status) implements VenueEvent {}

    record Filled(long timeMs, String address, Fill fill) implements VenueEvent {}

    /// A slice of a TWAP traded; it is in no other list.
    record SliceFilled(long timeMs, String address, Fill fill) implements VenueEvent {}

    /// A TWAP began or ended.
    record TwapChanged(long timeMs, String address, TwapRow twap) implements VenueEvent {}

    record FundingPaid(long timeMs, String address, FundingPayment payment) implements VenueEvent {}

    /// @param notionalUsd of the positions at the mark when it began
    record Liquidated(
            long timeMs,
            long liquidationId,
            String liquidator,
            String address,
            BigDecimal notionalUsd,
            BigDecimal accountValue)
            implements VenueEvent {}

    /// What a liquidation took from an account beyond its fills; negative is a debt that nobody collects.
    record CollateralTaken(long timeMs, String address, BigDecimal usd) implements VenueEvent {}

    record LedgerChanged(long timeMs, String address, LedgerUpdate update) implements VenueEvent {}

    /// Candles of every interval changed with it.
    record Traded(long timeMs, PublicTrade trade) implements VenueEvent {}

    /// At most once for each coin between two drains.
    record BookChanged(long timeMs, String coin) implements VenueEvent {}

    record MarkChanged(long timeMs, String coin, BigDecimal mark, BigDecimal oracle) implements VenueEvent {}

    record FundingRateSet(long timeMs, String coin, BigDecimal rate, BigDecimal premium) implements VenueEvent {}

    /// A listing, a delisting or a change of leverage or tiers.
    record UniverseChanged(long timeMs, String coin) implements VenueEvent {}
}
