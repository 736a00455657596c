package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.account.Liquidation;
import aiquant.simulator.market.Grid;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Side;
import aiquant.simulator.venue.VenueEvent.Liquidated;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Closes what an account can no longer carry: first on the book, then by taking it over.
///
/// On the book, of a position above 100,000 dollars a fifth goes first and the rest after 30 s. When equity is below
/// two thirds of what must be kept, the market takes positions and collateral at the mark. When nothing is left of it
/// at
/// all, those on the other side are deleveraged first; the market takes only what they do not hold.
final class Liquidator {

    private static final BigDecimal LARGE_USD = new BigDecimal("100000");
    private static final BigDecimal FIRST_SHARE = new BigDecimal("0.2");
    private static final long COOL_DOWN_MS = 30_000;
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final Floor floor;
    private final CancelDesk cancels;
    private final TwapDesk twaps;
    private final OrderDesk orders;
    private final Matching matching;
    private final OrderEnds ends;
    private final Booking booking;
    private final Deleveraging deleveraging;

    /// When an account's cross or one isolated position may be tried again, and for everything.
    private final Map<String, Long> coolingUntilMs = new HashMap<>();

    Liquidator(
            Floor floor,
            CancelDesk cancels,
            TwapDesk twaps,
            OrderDesk orders,
            Matching matching,
            OrderEnds ends,
            Booking booking) {
        this.floor = floor;
        this.cancels = cancels;
        this.twaps = twaps;
        this.orders = orders;
        this.matching = matching;
        this.ends = ends;
        this.booking = booking;
        this.deleveraging = new Deleveraging(floor, ends, booking);
    }

    void checkAll() {
        List.copyOf(floor.accounts()).forEach(this::check);
        checkTouched();
    }

    /// Whoever traded since the last look, and whoever trades because of that.
    void checkTouched() {
        for (List<Account> touched = floor.takeTouched(); !touched.isEmpty(); touched = floor.takeTouched()) {
            touched.forEach(this::check);
        }
    }

    private void check(Account account) {
        for (Holding holding : List.copyOf(account.holdings())) {
            if (!holding.isCross() && !holding.isFlat() && isUnder(equity(holding), kept(holding))) {
                liquidate(account, List.of(holding), false);
            } else if (!holding.isCross()) {
                coolingUntilMs.remove(key(account, List.of(holding), false));
            }
        }
        if (isUnder(crossValue(account), floor.margin().crossMaintenance(account))) {
            liquidate(account, crossHoldings(account), true);
        } else {
            coolingUntilMs.remove(account.address());
        }
        absorbDebt(account);
    }

    private void liquidate(Account account, List<Holding> holdings, boolean isCross) {
        BigDecimal value = value(account, holdings, isCross);
        BigDecimal kept = kept(account, holdings, isCross);
        boolean isLost = isLost(value, kept);
        String key = key(account, holdings, isCross);
        boolean isFirst = !coolingUntilMs.containsKey(key);
        boolean isCooling = coolingUntilMs.getOrDefault(key, Long.MIN_VALUE) > floor.nowMs();
        if (holdings.isEmpty() || (isCooling && !isLost)) {
            return;
        }
        floor.ids().beginTransaction();
        announce(account, holdings, value, isCross);
        cancels.cancelAll(account, OrderStatus.LIQUIDATED_CANCELED);
        twaps.endAll(account);
        if (!isLost) {
            for (Holding holding : holdings) {
                if (isUnder(value(account, holdings, isCross), kept(account, holdings, isCross))) {
                    sell(account, holding, isFirst);
                    if (!holding.isFlat()) {
                        coolingUntilMs.put(key, floor.nowMs() + COOL_DOWN_MS);
                    }
                }
            }
            isLost = isLost(value(account, holdings, isCross), kept(account, holdings, isCross));
        }
        if (isLost) {
            takeOver(account, holdings, isCross);
            coolingUntilMs.remove(key);
        }
    }

    private static String key(Account account, List<Holding> holdings, boolean isCross) {
        return isCross
                ? account.address()
                : account.address() + " " + holdings.getFirst().coin();
    }

    private void announce(Account account, List<Holding> holdings, BigDecimal value, boolean isCross) {
        BigDecimal notional = holdings.stream()
                .map(holding -> holding.notional(floor.mark(holding.coin())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long id = floor.ids().nextLiquidation();
        floor.tell(new Liquidated(floor.nowMs(), id, Floor.MARKET, account.address(), notional, value));
        List<LedgerUpdate.Closed> closed = holdings.stream()
                .map(holding -> new LedgerUpdate.Closed(holding.coin(), holding.size()))
                .toList();
        floor.tell(account, new LedgerUpdate.Liquidated(value, isCross ? "Cross" : "Isolated", closed));
    }

    /// Sends a market order for the position, or for the first fifth of a large one.
    private void sell(Account account, Holding holding, boolean isFirst) {
        Market market = floor.market(holding.coin());
        BigDecimal mark = floor.mark(holding.coin());
        Grid grid = market.asset().grid();
        BigDecimal size = holding.size().abs();
        if (isFirst && holding.notional(mark).compareTo(LARGE_USD) > 0) {
            size = grid.onLot(size.multiply(FIRST_SHARE)).max(grid.lot());
        }
        Side side = Side.closing(holding.size());
        Optional<BigDecimal> worst = market.book().worst(side.opposite());
        if (worst.isPresent()) {
            Order order = orders.liquidation(account, holding.coin(), side, worst.get(), size);
            matching.take(market, order, Optional.of(new Liquidation(account.address(), mark, "market")));
            if (order.status().isLive()) {
                ends.end(order, OrderStatus.CANCELED);
            }
        }
    }

    /// The market takes the positions at the mark, and what is left behind them.
    private void takeOver(Account account, List<Holding> holdings, boolean isCross) {
        boolean isBankrupt = value(account, holdings, isCross).signum() < 0;
        boolean isTaken = false;
        for (Holding holding : holdings) {
            if (isBankrupt && !holding.isFlat()) {
                deleveraging.close(account, holding);
            }
            if (holding.isFlat()) {
                continue;
            }
            isTaken = true;
            BigDecimal mark = floor.mark(holding.coin());
            if (!isCross) {
                // The collateral goes with the position: nothing comes back to the cross dollars.
                BigDecimal equity = holding.equity(mark);
                holding.addIsolatedUsd(equity.negate());
                floor.take(account, equity);
            }
            booking.handOver(
                    account,
                    holding,
                    mark,
                    Booking.liquidated(holding, holding.size()),
                    floor.ids().hash(),
                    Optional.of(new Liquidation(account.address(), mark, "backstop")));
        }
        if (isCross && isTaken) {
            takeRaw(account);
        }
    }

    /// Cross dollars below nothing, with no position to answer for them, are the market's loss.
    private void absorbDebt(Account account) {
        if (account.rawUsd().signum() < 0 && crossHoldings(account).isEmpty()) {
            takeRaw(account);
        }
    }

    private void takeRaw(Account account) {
        BigDecimal usd = account.rawUsd();
        account.addRawUsd(usd.negate());
        floor.take(account, usd);
    }

    private List<Holding> crossHoldings(Account account) {
        return account.holdings().stream()
                .filter(holding -> holding.isCross() && !holding.isFlat())
                .sorted(Comparator.comparing((Holding holding) -> holding.notional(floor.mark(holding.coin())))
                        .reversed())
                .toList();
    }

    private BigDecimal value(Account account, List<Holding> holdings, boolean isCross) {
        return isCross ? crossValue(account) : equity(holdings.getFirst());
    }

    private BigDecimal kept(Account account, List<Holding> holdings, boolean isCross) {
        return isCross ? floor.margin().crossMaintenance(account) : kept(holdings.getFirst());
    }

    private BigDecimal crossValue(Account account) {
        return floor.margin().crossValue(account);
    }

    private BigDecimal equity(Holding holding) {
        return holding.equity(floor.mark(holding.coin()));
    }

    private BigDecimal kept(Holding holding) {
        return floor.margin().maintenance(holding);
    }

    private static boolean isUnder(BigDecimal value, BigDecimal kept) {
        return kept.signum() > 0 && value.compareTo(kept) < 0;
    }

    /// Below two thirds of what must be kept.
    private static boolean isLost(BigDecimal value, BigDecimal kept) {
        return kept.signum() > 0 && value.multiply(THREE).compareTo(kept.multiply(TWO)) < 0;
    }
}
