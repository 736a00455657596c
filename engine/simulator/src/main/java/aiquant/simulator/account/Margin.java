package aiquant.simulator.account;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What an account is worth, what its positions and orders tie up, and how far it is from liquidation.
///
/// Everything is valued at the mark. Exact to 34 digits unless said otherwise.
public final class Margin {

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int PRICE_DECIMALS = 8;

    private final Prices prices;

    public Margin(Prices prices) {
        this.prices = prices;
    }

    /// Equity behind the cross positions.
    public BigDecimal crossValue(Account account) {
        BigDecimal value = account.rawUsd();
        for (Holding holding : account.holdings()) {
            if (holding.isCross() && !holding.isFlat()) {
                value = value.add(holding.size().multiply(prices.mark(holding.coin())));
            }
        }
        return value;
    }

    /// All positions, isolated ones included.
    public MarginSummary summary(Account account) {
        return summary(account, _ -> true);
    }

    public MarginSummary crossSummary(Account account) {
        return summary(account, Holding::isCross);
    }

    private MarginSummary summary(Account account, Predicate<Holding> counted) {
        BigDecimal raw = account.rawUsd();
        BigDecimal value = account.rawUsd();
        BigDecimal notional = BigDecimal.ZERO;
        BigDecimal used = BigDecimal.ZERO;
        for (Holding holding : account.holdings()) {
            if (holding.isFlat() || !counted.test(holding)) {
                continue;
            }
            BigDecimal mark = prices.mark(holding.coin());
            raw = raw.add(holding.isolatedUsd());
            value = value.add(holding.equity(mark));
            notional = notional.add(holding.notional(mark));
            used = used.add(marginUsed(holding));
        }
        return new MarginSummary(value, notional, raw, MicroUsd.cut(used));
    }

    /// Of one position: initial margin when cross, equity when isolated.
    public BigDecimal marginUsed(Holding holding) {
        BigDecimal mark = prices.mark(holding.coin());
        return holding.isCross() ? initial(holding.notional(mark), holding) : holding.equity(mark);
    }

    /// What the cross positions must keep.
    public BigDecimal crossMaintenance(Account account) {
        return account.holdings().stream()
                .filter(holding -> holding.isCross() && !holding.isFlat())
                .map(this::maintenance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal maintenance(Holding holding) {
        return prices.marginTable(holding.coin()).maintenance(holding.notional(prices.mark(holding.coin())));
    }

    /// Cross equity that neither positions nor resting orders claim; negative when they claim too much.
    public BigDecimal available(Account account) {
        return available(account, wanted(account, _ -> true));
    }

    /// Whether one more order of this size fits beside the open orders that are counted.
    public boolean covers(Account account, Holding holding, Side side, BigDecimal size, Predicate<Order> counted) {
        Map<String, Wanted> wanted = wanted(account, counted);
        BigDecimal before = available(account, wanted);
        wanted.merge(holding.coin(), Wanted.of(side, size), Wanted::plus);
        BigDecimal after = available(account, wanted);
        return after.signum() >= 0 || after.compareTo(before) >= 0;
    }

    private record Wanted(BigDecimal bought, BigDecimal sold) {

        static final Wanted NOTHING = new Wanted(BigDecimal.ZERO, BigDecimal.ZERO);

        static Wanted of(Side side, BigDecimal size) {
            return side == Side.BUY ? new Wanted(size, BigDecimal.ZERO) : new Wanted(BigDecimal.ZERO, size);
        }

        Wanted plus(Wanted other) {
            return new Wanted(bought.add(other.bought), sold.add(other.sold));
        }
    }

    /// What resting orders that may open something would trade, by coin.
    private static Map<String, Wanted> wanted(Account account, Predicate<Order> counted) {
        Map<String, Wanted> wanted = new HashMap<>();
        for (Order order : account.openOrders()) {
            if (!order.isWaiting() && !order.reduceOnly() && counted.test(order)) {
                wanted.merge(order.coin(), Wanted.of(order.side(), order.remaining()), Wanted::plus);
            }
        }
        return wanted;
    }

    private BigDecimal available(Account account, Map<String, Wanted> wanted) {
        BigDecimal available = crossValue(account);
        for (Holding holding : account.holdings()) {
            Wanted orders = wanted.getOrDefault(holding.coin(), Wanted.NOTHING);
            available = available.subtract(claim(holding, orders.bought(), orders.sold()));
        }
        return available;
    }

    /// Cross margin tied up by a position when orders of these sizes wait beside it: that of the worst of them filled.
    private BigDecimal claim(Holding holding, BigDecimal bought, BigDecimal sold) {
        BigDecimal size = holding.size();
        BigDecimal worst =
                size.abs().max(size.add(bought).abs()).max(size.subtract(sold).abs());
        if (worst.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal own = holding.isCross() ? BigDecimal.ZERO : size.abs();
        return initial(worst.subtract(own).multiply(prices.mark(holding.coin())), holding);
    }

    /// Whether the account can pay for a trade right now: equity after it covers what all positions need after it.
    public boolean affords(Account account, Holding holding, BigDecimal signed, BigDecimal price, BigDecimal feeUsd) {
        if (!holding.increases(signed)) {
            return true;
        }
        BigDecimal mark = prices.mark(holding.coin());
        BigDecimal free = crossValue(account).subtract(feeUsd);
        for (Holding other : account.holdings()) {
            if (other != holding && other.isCross() && !other.isFlat()) {
                free = free.subtract(initial(other.notional(prices.mark(other.coin())), other));
            }
        }
        BigDecimal size = holding.size().add(signed).abs();
        if (holding.isCross()) {
            BigDecimal gain = signed.multiply(mark.subtract(price));
            return free.add(gain).compareTo(initial(size.multiply(mark), holding)) >= 0;
        }
        BigDecimal opened = signed.abs().subtract(holding.closedBy(signed));
        return free.compareTo(Account.isolatedMargin(opened, price, holding.leverage())) >= 0;
    }

    /// What may leave the account: the rest must keep every position's initial margin, and a tenth of all notional.
    public BigDecimal transferable(Account account) {
        return withdrawable(account, true);
    }

    /// @param keepsTenth whether the tenth of notional counts
    public BigDecimal withdrawable(Account account, boolean keepsTenth) {
        MarginSummary cross = crossSummary(account);
        BigDecimal kept = cross.totalMarginUsed();
        if (keepsTenth) {
            kept = kept.max(cross.totalNtlPos().multiply(TENTH));
        }
        return cross.accountValue().subtract(kept).max(BigDecimal.ZERO);
    }

    /// What an isolated position can give back.
    public BigDecimal removable(Holding holding) {
        BigDecimal mark = prices.mark(holding.coin());
        BigDecimal notional = holding.notional(mark);
        BigDecimal kept = initial(notional, holding).max(notional.multiply(TENTH));
        return holding.equity(mark).subtract(kept);
    }

    public BigDecimal initial(BigDecimal notional, Holding holding) {
        return notional.divide(BigDecimal.valueOf(holding.leverage()), EXACT);
    }

    /// Where the mark must go for this position to be liquidated while all else stands still; eight decimals.
    public Optional<BigDecimal> liquidationPrice(Account account, Holding holding) {
        BigDecimal raw = holding.isolatedUsd();
        BigDecimal keep = BigDecimal.ZERO;
        if (holding.isCross()) {
            raw = crossValue(account).subtract(holding.size().multiply(prices.mark(holding.coin())));
            keep = crossMaintenance(account).subtract(maintenance(holding));
        }
        return prices.marginTable(holding.coin())
                .liquidationPrice(holding.size(), raw, keep)
                .map(price -> price.setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /// Unrealized profit over the margin its entry took; ten decimals.
    public static BigDecimal returnOnEquity(BigDecimal unrealizedPnl, BigDecimal size, BigDecimal entry, int leverage) {
        BigDecimal margin = size.abs().multiply(entry).divide(BigDecimal.valueOf(leverage), EXACT);
        return unrealizedPnl.divide(margin, 10, RoundingMode.HALF_EVEN);
    }
}
