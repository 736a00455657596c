package aiquant.simulator.account;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One address: its dollars, positions, open orders and past.
///
/// Perpetual dollars are kept raw: a purchase takes `size · price` away, so that nothing is ever divided and the sum
/// over both sides of a trade is zero. Belongs to the exchange's single thread.
public final class Account {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final String address;
    private final boolean isMarket;
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Order> openOrders = new LinkedHashMap<>();
    private final Turnover turnover = new Turnover();
    private final RequestBudget budget = new RequestBudget();
    private final History history = new History();
    private final CancelTimer cancelTimer = new CancelTimer();
    private final Performance performance = new Performance();
    private FeeSchedule.Rates rates = FeeSchedule.rates(BigDecimal.ZERO, BigDecimal.ZERO);
    private BigDecimal rawUsd = BigDecimal.ZERO;
    private BigDecimal spotUsd = BigDecimal.ZERO;
    private BigDecimal netDepositUsd = BigDecimal.ZERO;
    private boolean isFunded;

    /// @param isMarket the rest of the world: no fees, no margin, never liquidated
    public Account(String address, boolean isMarket) {
        this.address = address;
        this.isMarket = isMarket;
    }

    public String address() {
        return address;
    }

    public boolean isMarket() {
        return isMarket;
    }

    /// Dollars that back the cross positions; what the exchange calls `totalRawUsd` without isolated positions.
    public BigDecimal rawUsd() {
        return rawUsd;
    }

    public BigDecimal spotUsd() {
        return spotUsd;
    }

    /// Whether anything was ever deposited.
    public boolean isFunded() {
        return isFunded;
    }

    public Turnover turnover() {
        return turnover;
    }

    public RequestBudget budget() {
        return budget;
    }

    public History history() {
        return history;
    }

    public CancelTimer cancelTimer() {
        return cancelTimer;
    }

    public Performance performance() {
        return performance;
    }

    /// What was put in less what was taken out.
    public BigDecimal netDepositUsd() {
        return netDepositUsd;
    }

    public FeeSchedule.Rates rates() {
        return rates;
    }

    public void setRates(FeeSchedule.Rates newRates) {
        rates = newRates;
    }

    public Optional<Holding> holding(String coin) {
        return Optional.ofNullable(holdings.get(coin));
    }

    public Collection<Holding> holdings() {
        return holdings.values();
    }

    public void add(Holding holding) {
        holdings.put(holding.coin(), holding);
    }

    /// Signed; zero when there is none.
    public BigDecimal position(String coin) {
        return holding(coin).map(Holding::size).orElse(BigDecimal.ZERO);
    }

    /// Oldest first; resting orders and waiting trigger orders.
    public List<Order> openOrders() {
        return List.copyOf(openOrders.values());
    }

    public int openOrderCount() {
        return openOrders.size();
    }

    public List<Order> openOrders(String coin) {
        return openOrders.values().stream()
                .filter(order -> order.coin().equals(coin))
                .toList();
    }

    public Optional<Order> openOrder(long orderId) {
        return Optional.ofNullable(openOrders.get(orderId));
    }

    /// The newest live order of that name.
    public Optional<Order> openOrder(String cloid) {
        return openOrders.values().stream()
                .filter(order -> order.cloid().filter(cloid::equals).isPresent())
                .reduce((_, newer) -> newer);
    }

    public void open(Order order) {
        openOrders.put(order.id(), order);
    }

    public void close(Order order) {
        openOrders.remove(order.id());
    }

    public void deposit(BigDecimal usd) {
        isFunded = true;
        netDepositUsd = netDepositUsd.add(usd);
        addRawUsd(usd);
    }

    /// Dollars that leave the exchange or go to somebody else.
    public void payOut(BigDecimal usd) {
        netDepositUsd = netDepositUsd.subtract(usd);
        addRawUsd(usd.negate());
    }

    public void addRawUsd(BigDecimal usd) {
        rawUsd = rawUsd.add(usd);
    }

    public void addSpotUsd(BigDecimal usd) {
        spotUsd = spotUsd.add(usd);
    }

    /// What a trade did to the account.
    ///
    /// @param closedPnl   before fees
    /// @param deficitUsd  what an isolated position lost beyond its margin, which nobody can collect from it
    public record Booked(BigDecimal startPosition, BigDecimal closedPnl, BigDecimal deficitUsd) {}

    /// Books a trade and its fee. Margin of an isolated position moves from and back to the cross dollars.
    public Booked trade(Holding holding, Side side, BigDecimal size, BigDecimal price, BigDecimal feeUsd) {
        BigDecimal start = holding.size();
        BigDecimal signed = side.signed(size);
        BigDecimal deficit = BigDecimal.ZERO;
        if (holding.isCross()) {
            addRawUsd(signed.multiply(price).negate());
        } else {
            BigDecimal closed = holding.closedBy(signed);
            deficit = closeIsolated(holding, side, closed, price);
            openIsolated(holding, side, size.subtract(closed), price);
        }
        addRawUsd(feeUsd.negate());
        return new Booked(start, holding.trade(signed, price), deficit);
    }

    /// Dollars that opening this much of an isolated position moves away from the cross dollars.
    public static BigDecimal isolatedMargin(BigDecimal size, BigDecimal price, int leverage) {
        return size.multiply(price).divide(BigDecimal.valueOf(leverage), MicroUsd.DECIMALS, RoundingMode.UP);
    }

    private void openIsolated(Holding holding, Side side, BigDecimal size, BigDecimal price) {
        BigDecimal margin = isolatedMargin(size, price, holding.leverage());
        addRawUsd(margin.negate());
        holding.addIsolatedUsd(margin.subtract(side.signed(size).multiply(price)));
    }

    private BigDecimal closeIsolated(Holding holding, Side side, BigDecimal size, BigDecimal price) {
        if (size.signum() == 0) {
            return BigDecimal.ZERO;
        }
        boolean isAll = size.compareTo(holding.size().abs()) == 0;
        BigDecimal share = size.divide(holding.size().abs(), EXACT);
        BigDecimal raw = isAll
                ? holding.isolatedUsd()
                : MicroUsd.cut(holding.isolatedUsd().multiply(share));
        holding.addIsolatedUsd(raw.negate());
        BigDecimal back = raw.subtract(side.signed(size).multiply(price));
        addRawUsd(back.max(BigDecimal.ZERO));
        return back.min(BigDecimal.ZERO).negate();
    }
}
