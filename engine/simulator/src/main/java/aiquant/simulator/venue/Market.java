package aiquant.simulator.venue;

import aiquant.simulator.book.OrderBook;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.CandleTape;
import aiquant.simulator.market.Funding;
import aiquant.simulator.market.MarkPrice;
import aiquant.simulator.market.PublicTrade;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// One coin: its book, its tape, its waiting trigger orders and what prices it.
final class Market {

    private static final int TRADES_KEPT = 500;
    private static final int FUNDING_KEPT = 24 * 365;

    private final int index;
    private Asset asset;
    private final OrderBook book = new OrderBook();
    private final CandleTape candles;
    private final MarkPrice mark;
    private final Deque<PublicTrade> trades = new ArrayDeque<>();
    private final TreeMap<Long, Order> triggers = new TreeMap<>();
    private final Deque<FundingRow> fundingRows = new ArrayDeque<>();
    private final DayVolume dayVolume = new DayVolume();
    private OpenInterestGate gate = OpenInterestGate.OPEN;
    private Optional<BigDecimal> oracle = Optional.empty();
    private Optional<BigDecimal> lastTrade = Optional.empty();
    private Optional<BigDecimal> lastPremium = Optional.empty();
    private Optional<BigDecimal> previousMark = Optional.empty();
    private BigDecimal premiumSum = BigDecimal.ZERO;
    private int premiumSamples;

    Market(int index, Asset asset, boolean fillsEmptyIntervals) {
        this.index = index;
        this.asset = asset;
        this.candles = new CandleTape(fillsEmptyIntervals);
        this.mark = new MarkPrice(asset.grid());
    }

    int index() {
        return index;
    }

    String coin() {
        return asset.coin();
    }

    Asset asset() {
        return asset;
    }

    void setAsset(Asset changed) {
        asset = changed;
    }

    OrderBook book() {
        return book;
    }

    CandleTape candles() {
        return candles;
    }

    OpenInterestGate gate() {
        return gate;
    }

    void setGate(OpenInterestGate newGate) {
        gate = newGate;
    }

    /// Waiting trigger orders, oldest first.
    List<Order> triggers() {
        return List.copyOf(triggers.values());
    }

    void addTrigger(Order order) {
        triggers.put(order.id(), order);
    }

    void removeTrigger(Order order) {
        triggers.remove(order.id());
    }

    Optional<BigDecimal> oracle() {
        return oracle;
    }

    void setOracle(BigDecimal price) {
        oracle = Optional.of(price);
    }

    Optional<BigDecimal> lastTrade() {
        return lastTrade;
    }

    /// Newest first.
    List<PublicTrade> trades(int limit) {
        return trades.stream().limit(limit).toList();
    }

    void add(PublicTrade trade) {
        lastTrade = Optional.of(trade.price());
        candles.add(trade.timeMs(), trade.price(), trade.size());
        dayVolume.add(trade.timeMs(), trade.price(), trade.size());
        trades.addFirst(trade);
        if (trades.size() > TRADES_KEPT) {
            trades.removeLast();
        }
    }

    DayVolume.Sum dayVolume(long nowMs) {
        return dayVolume.until(nowMs);
    }

    /// The mark, or the best stand-in before there is one.
    Optional<BigDecimal> mark() {
        return mark.value().or(() -> oracle).or(() -> lastTrade);
    }

    /// The mark before it became what it is.
    Optional<BigDecimal> previousMark() {
        return previousMark;
    }

    void setMark(BigDecimal price) {
        previousMark = mark.value();
        mark.set(price);
    }

    /// @return whether the mark is another one now
    boolean updateMark(long timeMs) {
        Optional<BigDecimal> before = mark.value();
        Optional<BigDecimal> anchor = oracle.or(book::mid).or(() -> lastTrade);
        anchor.ifPresent(price -> mark.update(timeMs, price, book.best(Side.BUY), book.best(Side.SELL), lastTrade));
        boolean isAnother = !before.equals(mark.value());
        if (isAnother) {
            previousMark = before;
        }
        return isAnother;
    }

    /// What it takes to trade a sample amount right now; empty while the book is too thin.
    Optional<BigDecimal> impact(Side resting) {
        boolean isLarge = coin().equals("BTC") || coin().equals("ETH");
        return book.impact(resting, BigDecimal.valueOf(isLarge ? 20_000 : 6_000));
    }

    void samplePremium() {
        Optional<BigDecimal> bid = impact(Side.BUY);
        Optional<BigDecimal> ask = impact(Side.SELL);
        if (bid.isEmpty() || ask.isEmpty() || oracle.isEmpty()) {
            lastPremium = Optional.empty();
            return;
        }
        BigDecimal premium = Funding.premium(oracle.get(), bid.get(), ask.get());
        lastPremium = Optional.of(premium);
        premiumSum = premiumSum.add(premium);
        premiumSamples++;
    }

    Optional<BigDecimal> lastPremium() {
        return lastPremium;
    }

    int premiumSamples() {
        return premiumSamples;
    }

    /// Of the running hour.
    BigDecimal averagePremium() {
        return premiumSamples == 0
                ? BigDecimal.ZERO
                : premiumSum.divide(BigDecimal.valueOf(premiumSamples), Funding.DECIMALS, RoundingMode.HALF_EVEN);
    }

    void beginHour() {
        premiumSum = BigDecimal.ZERO;
        premiumSamples = 0;
    }

    void add(FundingRow row) {
        fundingRows.addLast(row);
        if (fundingRows.size() > FUNDING_KEPT) {
            fundingRows.removeFirst();
        }
    }

    /// Oldest first.
    List<FundingRow> fundingRows() {
        return new ArrayList<>(fundingRows);
    }
}
