package aiquant.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.account.Fill;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.OrderView;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/// What holds after any sequence of actions and market moves.
class VenuePropertyTest {

    private static final int STEPS = 250;

    @Property(tries = 30)
    void keepsItsBooks(@ForAll long seed) {
        keepsItsBooksFor(seed, STEPS);
    }

    @Property(tries = 300)
    @Tag("soak")
    void keepsItsBooksForLong(@ForAll long seed) {
        keepsItsBooksFor(seed, STEPS);
    }

    @Property(tries = 5)
    void tellsTheSameStoryTwice(@ForAll long seed) {
        assertThat(story(seed)).isEqualTo(story(seed));
    }

    @Example
    void meetsEveryKindOfEnd() {
        Set<String> met = new HashSet<>();
        for (long seed = 0; seed < 25; seed++) {
            for (VenueEvent event : story(seed)) {
                switch (event) {
                    case VenueEvent.OrderChanged changed ->
                        met.add(changed.status().text());
                    case VenueEvent.Filled filled ->
                        filled.fill().liquidation().ifPresent(liquidation -> met.add(liquidation.method()));
                    default -> {}
                }
            }
        }
        assertThat(met)
                .contains(
                        "open",
                        "filled",
                        "triggered",
                        "canceled",
                        "selfTradeCanceled",
                        "reduceOnlyCanceled",
                        "siblingFilledCanceled",
                        "liquidatedCanceled",
                        "perpMarginRejected",
                        "reduceOnlyRejected",
                        "badAloPxRejected",
                        "iocCancelRejected",
                        "badTriggerPxRejected",
                        "marginCanceled",
                        "market",
                        "backstop");
    }

    private static List<VenueEvent> story(long seed) {
        RandomTraders traders = new RandomTraders(seed);
        for (int i = 0; i < STEPS; i++) {
            traders.step();
        }
        return traders.venue.drainEvents();
    }

    private static void keepsItsBooksFor(long seed, int steps) {
        RandomTraders traders = new RandomTraders(seed);
        Audit audit = new Audit(traders);
        for (int i = 0; i < steps; i++) {
            traders.step();
            audit.check();
        }
    }

    /// Follows the events and compares what they add up to with what the exchange shows.
    private static final class Audit {

        private final RandomTraders traders;
        private final VenueQueries queries;
        private final Map<String, BigDecimal> cash = new HashMap<>();
        private final Map<String, BigDecimal> positions = new HashMap<>();
        private final Set<Long> ended = new HashSet<>();
        private final Map<Long, OrderView> orders = new HashMap<>();

        Audit(RandomTraders traders) {
            this.traders = traders;
            this.queries = traders.venue.queries();
        }

        void check() {
            traders.venue.drainEvents().forEach(this::follow);
            for (String coin : RandomTraders.COINS) {
                sumsToZero(coin);
                isNotCrossed(coin);
            }
            assertThat(queries.totalUsd()).isEqualByComparingTo(traders.paidInUsd);
            for (String address : RandomTraders.ADDRESSES) {
                addsUp(address);
                neverReducesTooMuch(address);
            }
        }

        private void follow(VenueEvent event) {
            switch (event) {
                case VenueEvent.Filled(long _, String address, Fill fill) -> fill(address, fill);
                case VenueEvent.SliceFilled(long _, String address, Fill fill) -> fill(address, fill);
                case VenueEvent.FundingPaid(long _, String address, var payment) -> add(address, payment.usd());
                case VenueEvent.CollateralTaken(long _, String address, BigDecimal usd) -> add(address, usd.negate());
                case VenueEvent.LedgerChanged(long _, String address, LedgerUpdate update) ->
                    ledger(address, update.entry());
                case VenueEvent.OrderChanged(long _, String _, OrderView order, OrderStatus status) -> {
                    assertThat(ended).as("an ended order changes no more").doesNotContain(order.orderId());
                    orders.put(order.orderId(), order);
                    if (!status.isLive()) {
                        ended.add(order.orderId());
                    }
                }
                case VenueEvent.Liquidated _, VenueEvent.Traded _, VenueEvent.BookChanged _ -> {}
                case VenueEvent.TwapChanged _ -> {}
                case VenueEvent.MarkChanged _, VenueEvent.FundingRateSet _, VenueEvent.UniverseChanged _ -> {}
            }
        }

        private void fill(String address, Fill fill) {
            assertThat(ended).as("an ended order never fills").doesNotContain(fill.orderId());
            BigDecimal signed = fill.side().signed(fill.size());
            String key = address + fill.coin();
            BigDecimal start = positions.getOrDefault(key, BigDecimal.ZERO);
            assertThat(fill.startPosition()).isEqualByComparingTo(start);
            OrderView order = orders.get(fill.orderId());
            if (order != null && order.reduceOnly()) {
                assertThat(start.add(signed).abs()).as("a reduction reduces").isLessThan(start.abs());
                assertThat(start.add(signed).signum() * start.signum()).isNotNegative();
            }
            positions.put(key, start.add(signed));
            add(address, signed.multiply(fill.price()).negate().subtract(fill.fee()));
        }

        private void ledger(String address, LedgerUpdate.Entry entry) {
            switch (entry) {
                case LedgerUpdate.Deposit deposit -> add(address, deposit.usd());
                case LedgerUpdate.Withdraw withdraw ->
                    add(address, withdraw.usd().add(withdraw.feeUsd()).negate());
                case LedgerUpdate.InternalTransfer sent ->
                    add(address, sent.from().equals(address) ? sent.usd().negate() : sent.usd());
                case LedgerUpdate.ClassTransfer moved ->
                    add(address, moved.toPerp() ? moved.usd() : moved.usd().negate());
                case LedgerUpdate.Liquidated _ -> {}
            }
        }

        private void add(String address, BigDecimal usd) {
            cash.merge(address, usd, BigDecimal::add);
        }

        private void sumsToZero(String coin) {
            BigDecimal sum = queries.marketPosition(coin);
            for (String address : RandomTraders.ADDRESSES) {
                BigDecimal position = queries.state(address).positions().stream()
                        .filter(one -> one.coin().equals(coin))
                        .map(AccountState.PositionView::size)
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
                assertThat(position).isEqualByComparingTo(positions.getOrDefault(address + coin, BigDecimal.ZERO));
                sum = sum.add(position);
            }
            assertThat(sum).isEqualByComparingTo("0");
        }

        private void isNotCrossed(String coin) {
            var bids = queries.book(coin, Side.BUY);
            var asks = queries.book(coin, Side.SELL);
            if (!bids.isEmpty() && !asks.isEmpty()) {
                assertThat(bids.getFirst().price()).isLessThan(asks.getFirst().price());
            }
            assertThat(bids).allSatisfy(level -> assertThat(level.size()).isPositive());
            assertThat(asks).allSatisfy(level -> assertThat(level.size()).isPositive());
        }

        /// Fills, fees, funding and transfers are all that moves an account's dollars.
        private void addsUp(String address) {
            assertThat(queries.state(address).summary().totalRawUsd())
                    .isEqualByComparingTo(cash.getOrDefault(address, BigDecimal.ZERO));
        }

        private void neverReducesTooMuch(String address) {
            for (OrderView order : queries.openOrders(address)) {
                if (order.reduceOnly() && !order.isTrigger()) {
                    BigDecimal position = positions.getOrDefault(address + order.coin(), BigDecimal.ZERO);
                    assertThat(order.size()).isLessThanOrEqualTo(position.abs());
                }
            }
        }
    }
}
