package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.account.Margin;
import aiquant.simulator.account.Prices;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.venue.VenueEvent.BookChanged;
import aiquant.simulator.venue.VenueEvent.CollateralTaken;
import aiquant.simulator.venue.VenueEvent.LedgerChanged;
import aiquant.simulator.venue.VenueEvent.OrderChanged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What all parts of the exchange share: the clock, the coins, the accounts, and the list of what happened.
final class Floor implements Prices {

    /// The rest of the world: the maker, the crowd, and whoever takes over what is liquidated.
    static final String MARKET = "0xffffffffffffffffffffffffffffffffffffffff";

    private static final int USUAL_LEVERAGE = 20;

    private final VenueRules rules;
    private final Ids ids;
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Account market = new Account(MARKET, true);
    private final Margin margin = new Margin(this);
    private final Set<String> booksChanged = new LinkedHashSet<>();
    private final Set<Account> touched = new LinkedHashSet<>();
    private List<VenueEvent> events = new ArrayList<>();
    private BigDecimal feesUsd = BigDecimal.ZERO;
    private long nowMs;

    Floor(VenueRules rules, long seed, long startMs) {
        this.rules = rules;
        this.ids = new Ids(seed);
        this.nowMs = startMs;
    }

    VenueRules rules() {
        return rules;
    }

    Ids ids() {
        return ids;
    }

    Margin margin() {
        return margin;
    }

    long nowMs() {
        return nowMs;
    }

    void setNowMs(long timeMs) {
        if (timeMs < nowMs) {
            throw new IllegalArgumentException("time cannot go back from " + nowMs + " to " + timeMs);
        }
        nowMs = timeMs;
    }

    void list(Asset asset) {
        if (markets.containsKey(asset.coin())) {
            throw new IllegalArgumentException(asset.coin() + " is listed already");
        }
        boolean fills = !rules.has(Switch.NO_CANDLE_FOR_EMPTY_INTERVAL);
        markets.put(asset.coin(), new Market(markets.size(), asset, fills));
    }

    Collection<Market> markets() {
        return markets.values();
    }

    Optional<Market> find(String coin) {
        return Optional.ofNullable(markets.get(coin));
    }

    Market market(String coin) {
        return find(coin).orElseThrow(() -> new IllegalArgumentException(coin + " is not listed"));
    }

    /// All but the market's.
    Collection<Account> accounts() {
        return accounts.values();
    }

    Account marketAccount() {
        return market;
    }

    Account account(String address) {
        if (address.equals(MARKET)) {
            return market;
        }
        return accounts.computeIfAbsent(address, name -> new Account(name, false));
    }

    /// For looking only: an unknown address is an empty account and stays unknown.
    Account known(String address) {
        Account account = accounts.get(address);
        return account == null ? new Account(address, false) : account;
    }

    Holding holding(Account account, String coin) {
        Optional<Holding> known = account.holding(coin);
        if (known.isPresent()) {
            return known.get();
        }
        Holding holding = newHolding(account, market(coin));
        account.add(holding);
        return holding;
    }

    /// A flat one with the settings an account begins with.
    Holding newHolding(Account account, Market of) {
        boolean isCross = account.isMarket() || of.asset().marginMode().allowsCross();
        return new Holding(of.coin(), Math.min(USUAL_LEVERAGE, of.asset().maxLeverage()), isCross);
    }

    @Override
    public BigDecimal mark(String coin) {
        return market(coin).mark().orElse(BigDecimal.ZERO);
    }

    @Override
    public MarginTable marginTable(String coin) {
        return market(coin).asset().marginTable();
    }

    BigDecimal feesUsd() {
        return feesUsd;
    }

    void collectFee(BigDecimal usd) {
        feesUsd = feesUsd.add(usd);
    }

    /// Moves dollars that left an account to the market; negative moves a debt.
    void take(Account from, BigDecimal usd) {
        if (usd.signum() != 0) {
            market.addRawUsd(usd);
            tell(new CollateralTaken(nowMs, from.address(), usd));
        }
    }

    void tell(VenueEvent event) {
        events.add(event);
    }

    void bookChanged(String coin) {
        if (booksChanged.add(coin)) {
            tell(new BookChanged(nowMs, coin));
        }
    }

    /// Tells and remembers where an order stands. The market's orders are nobody's business.
    void tell(Account account, Order order) {
        if (!account.isMarket()) {
            var row = account.history().note(order);
            tell(new OrderChanged(nowMs, account.address(), row.order(), row.status()));
        }
    }

    void tell(Account account, Order order, OrderStatus status) {
        order.become(status, nowMs);
        tell(account, order);
    }

    void tell(Account account, LedgerUpdate.Entry entry) {
        LedgerUpdate update = new LedgerUpdate(nowMs, ids.hash(), entry);
        account.history().add(update);
        tell(new LedgerChanged(nowMs, account.address(), update));
    }

    /// Accounts whose margin must be looked at again.
    void touch(Account account) {
        if (!account.isMarket()) {
            touched.add(account);
        }
    }

    List<Account> takeTouched() {
        List<Account> taken = List.copyOf(touched);
        touched.clear();
        return taken;
    }

    List<VenueEvent> drain() {
        List<VenueEvent> drained = events;
        events = new ArrayList<>();
        booksChanged.clear();
        return drained;
    }
}
