package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.FeeSchedule;
import aiquant.simulator.account.Fill;
import aiquant.simulator.account.FundingPayment;
import aiquant.simulator.account.History;
import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.account.MergedFills;
import aiquant.simulator.account.Performance;
import aiquant.simulator.account.TwapRow;
import aiquant.simulator.book.BookLevel;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.PublicTrade;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderView;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the exchange shows: markets to everybody, and any account to whoever asks.
///
/// An address nobody has used looks like an empty account. A coin that is not listed throws
/// `IllegalArgumentException`; ask `isListed` first.
public final class VenueQueries {

    public static final int BOOK_DEPTH = 20;

    private static final int FUNDING_ROWS = 500;

    private final Floor floor;
    private final TwapDesk twapDesk;
    private final Views views;

    VenueQueries(Floor floor, TwapDesk twapDesk) {
        this.floor = floor;
        this.twapDesk = twapDesk;
        this.views = new Views(floor);
    }

    // Markets

    /// In order of their asset ids.
    public List<Asset> universe() {
        return floor.markets().stream().map(Market::asset).toList();
    }

    public boolean isListed(String coin) {
        return floor.find(coin).isPresent();
    }

    public AssetContext context(String coin) {
        return views.context(floor.market(coin));
    }

    /// Middle of the book, or the last trade while a side is empty; coins without either are left out.
    public Map<String, BigDecimal> mids() {
        Map<String, BigDecimal> mids = new LinkedHashMap<>();
        for (Market market : floor.markets()) {
            market.book().mid().or(market::lastTrade).ifPresent(mid -> mids.put(market.coin(), mid));
        }
        return mids;
    }

    /// Best first, at most 20.
    public List<BookLevel> book(String coin, Side side) {
        return floor.market(coin).book().levels(side, BOOK_DEPTH);
    }

    /// Likewise, merged to `figures` significant figures (2 to 5) and steps of `mantissa` (1, 2 or 5).
    public List<BookLevel> book(String coin, Side side, int figures, int mantissa) {
        return floor.market(coin).book().levels(side, BOOK_DEPTH, figures, mantissa);
    }

    /// Newest first.
    public List<PublicTrade> trades(String coin, int limit) {
        return floor.market(coin).trades(limit);
    }

    /// Oldest first; the one that contains `fromMs` is included.
    public List<VenueCandle> candles(String coin, CandleInterval interval, long fromMs, long toMs) {
        return floor.market(coin).candles().between(interval, fromMs, toMs, floor.nowMs());
    }

    /// The candle that is still open.
    public Optional<VenueCandle> candle(String coin, CandleInterval interval) {
        return floor.market(coin).candles().current(interval, floor.nowMs()).stream()
                .findFirst();
    }

    /// Oldest first, at most 500.
    public List<FundingRow> fundingHistory(String coin, long fromMs, long toMs) {
        return floor.market(coin).fundingRows().stream()
                .filter(row -> row.timeMs() >= fromMs && row.timeMs() <= toMs)
                .limit(FUNDING_ROWS)
                .toList();
    }

    public List<String> atOpenInterestCap() {
        return floor.markets().stream()
                .filter(market -> market.gate() == OpenInterestGate.CAPPED)
                .map(Market::coin)
                .toList();
    }

    // Accounts

    public boolean exists(String address) {
        return floor.known(address).isFunded();
    }

    public AccountState state(String address) {
        return views.state(floor.known(address));
    }

    public BigDecimal spotUsd(String address) {
        return floor.known(address).spotUsd();
    }

    /// Newest first.
    public List<OrderView> openOrders(String address) {
        return floor.known(address).openOrders().reversed().stream()
                .map(OrderView::of)
                .toList();
    }

    /// Empty for an id that is unknown, or was forgotten.
    public Optional<History.OrderRow> orderStatus(String address, long orderId) {
        Account account = floor.known(address);
        return account.openOrder(orderId)
                .map(VenueQueries::row)
                .or(() -> account.history().order(orderId));
    }

    /// The newest order of that name.
    public Optional<History.OrderRow> orderStatus(String address, String cloid) {
        Account account = floor.known(address);
        return account.history().order(cloid).or(() -> account.openOrder(cloid).map(VenueQueries::row));
    }

    /// Newest first, at most 2000.
    public List<History.OrderRow> historicalOrders(String address) {
        return floor.known(address).history().orders();
    }

    /// Newest first, at most 2000.
    public List<Fill> fills(String address) {
        return floor.known(address).history().fills();
    }

    /// Likewise, with the partial fills of one crossing order at one time as a single one.
    public List<Fill> mergedFills(String address) {
        return MergedFills.of(fills(address), false);
    }

    /// Of the range the oldest 2000; oldest first unless switched otherwise.
    public List<Fill> fillsByTime(String address, long fromMs, long toMs) {
        return inOrder(floor.known(address).history().fills(fromMs, toMs));
    }

    /// Likewise, with the partial fills of one crossing order at one time as a single one.
    public List<Fill> mergedFillsByTime(String address, long fromMs, long toMs) {
        return inOrder(MergedFills.of(floor.known(address).history().fills(fromMs, toMs), true));
    }

    private List<Fill> inOrder(List<Fill> oldestFirst) {
        return floor.rules().has(Switch.FILLS_BY_TIME_NEWEST_FIRST) ? oldestFirst.reversed() : oldestFirst;
    }

    /// Those that are running, oldest first.
    public List<TwapRow> twaps(String address) {
        return twapDesk.rows(address);
    }

    /// Beginnings and ends, newest first.
    public List<TwapRow> twapHistory(String address) {
        return floor.known(address).history().twaps();
    }

    /// Newest first, at most 2000; they are not among the other fills.
    public List<Fill> twapSlices(String address) {
        return floor.known(address).history().slices();
    }

    /// Oldest first, at most 500.
    public List<FundingPayment> funding(String address, long fromMs, long toMs) {
        return floor.known(address).history().funding(fromMs, toMs);
    }

    /// Oldest first, at most 500.
    public List<LedgerUpdate> ledger(String address, long fromMs, long toMs) {
        return floor.known(address).history().ledger(fromMs, toMs);
    }

    public RateLimit rateLimit(String address) {
        Account account = floor.known(address);
        BigDecimal volume = account.turnover().everUsd();
        return new RateLimit(volume, account.budget().used(), account.budget().cap(volume));
    }

    /// Hour by hour, and how it stands now; oldest first.
    public List<Performance.Sample> performance(String address, long fromMs) {
        Account account = floor.known(address);
        List<Performance.Sample> samples = new ArrayList<>(account.performance().since(fromMs));
        samples.add(views.performance(account));
        return samples;
    }

    /// Of the fourteen whole days before today: what the fee tier depends on.
    public BigDecimal recentVolumeUsd(String address) {
        return floor.known(address).turnover().recentUsd(floor.nowMs());
    }

    public FeeSchedule.Rates feeRates(String address) {
        return floor.known(address).rates();
    }

    public ActiveAsset activeAsset(String address, String coin) {
        return views.active(floor.known(address), floor.market(coin));
    }

    // Proofs

    /// The market's signed position: together with all accounts' it is zero.
    public BigDecimal marketPosition(String coin) {
        return floor.marketAccount().position(coin);
    }

    /// Raw dollars of all accounts, of the market and of the fee box: what was ever deposited less what was withdrawn.
    public BigDecimal totalUsd() {
        BigDecimal total = floor.marketAccount().rawUsd().add(floor.feesUsd());
        for (Account account : floor.accounts()) {
            total = total.add(views.state(account).summary().totalRawUsd()).add(account.spotUsd());
        }
        return total;
    }

    private static History.OrderRow row(Order order) {
        return new History.OrderRow(OrderView.of(order), order.status(), order.statusMs());
    }
}
