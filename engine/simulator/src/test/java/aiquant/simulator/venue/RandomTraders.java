package aiquant.simulator.venue;

import aiquant.simulator.market.Asset;
import aiquant.simulator.market.Grid;
import aiquant.simulator.market.MarginTable;
import aiquant.simulator.market.MarginTier;
import aiquant.simulator.order.Grouping;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderType;
import aiquant.simulator.order.OrderView;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.order.TriggerKind;
import aiquant.simulator.source.MarketSource;
import aiquant.simulator.source.MarketStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Three reckless traders and a jumpy world, all out of one seed.
final class RandomTraders {

    static final List<String> COINS = List.of("BTC", "DOGE");
    static final List<String> ADDRESSES = List.of("0xa1", "0xb2", "0xc3");

    private static final Map<String, Grid> GRIDS = Map.of("BTC", new Grid(5), "DOGE", new Grid(0));

    final VenueModel venue;
    BigDecimal paidInUsd = BigDecimal.ZERO;

    private final RandomGenerator random;
    private final Map<String, BigDecimal> prices = new HashMap<>();
    private long nowMs = 1_800_000_000_000L;

    RandomTraders(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        MarginTable tiered = new MarginTable(
                51,
                "tiered",
                List.of(new MarginTier(BigDecimal.ZERO, 40), new MarginTier(BigDecimal.valueOf(300_000), 20)));
        venue = new VenueModel(
                VenueRules.standard(),
                List.of(Asset.of("BTC", 5, tiered), Asset.of("DOGE", 0, MarginTable.single(10))),
                nowMs,
                seed,
                MarketSource.SILENT);
        prices.put("BTC", new BigDecimal("100000"));
        prices.put("DOGE", new BigDecimal("0.2"));
        COINS.forEach(this::quote);
        for (String address : ADDRESSES) {
            deposit(address, 50_000);
        }
    }

    void step() {
        nowMs += random.nextInt(1, 20_000);
        venue.advanceTo(nowMs);
        String coin = COINS.get(random.nextInt(COINS.size()));
        String address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
        switch (random.nextInt(21)) {
            case 0, 1, 2 -> move(coin);
            case 3 -> venue.apply(new MarketStep.Print(coin, side(), near(coin, 10), size(coin, 50_000)));
            case 4, 5, 6, 7 -> place(address, Grouping.NONE, limit(coin));
            case 8, 9 -> place(address, Grouping.NONE, reduction(address, coin));
            case 10 -> place(address, Grouping.NONE, trigger(coin, side(), size(coin, 20_000)));
            case 11, 12 -> family(address, coin);
            case 13 -> cancel(address);
            case 14, 15 -> modify(address);
            case 16 -> act(address, new Action.UpdateLeverage(coin, random.nextBoolean(), random.nextInt(1, 41)));
            case 17 ->
                act(address, new Action.UpdateIsolatedMargin(coin, BigDecimal.valueOf(random.nextInt(-500, 500))));
            case 18 -> money(address);
            case 19 ->
                act(
                        address,
                        new Action.PlaceTwap(
                                coin, side(), size(coin, 50_000), random.nextBoolean(), 5, random.nextBoolean()));
            default -> place(address, Grouping.NONE, limit(coin), limit(coin), reduction(address, coin));
        }
    }

    private void move(String coin) {
        double factor = Math.exp(random.nextGaussian() * 0.01);
        if (random.nextInt(25) == 0) {
            factor *= random.nextBoolean() ? 0.9 : 1.1;
        }
        prices.merge(coin, BigDecimal.valueOf(factor), BigDecimal::multiply);
        prices.computeIfPresent(coin, (_, price) -> grid(coin).onTick(price, RoundingMode.HALF_EVEN));
        quote(coin);
    }

    private void quote(String coin) {
        BigDecimal price = prices.getOrDefault(coin, BigDecimal.ONE);
        BigDecimal tick = grid(coin).tickAt(price);
        List<MarketStep.Quote> bids = new ArrayList<>();
        List<MarketStep.Quote> asks = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            BigDecimal off = tick.multiply(BigDecimal.valueOf(i));
            bids.add(new MarketStep.Quote(
                    grid(coin).onTick(price.subtract(off), RoundingMode.DOWN), size(coin, 60_000)));
            asks.add(new MarketStep.Quote(grid(coin).onTick(price.add(off), RoundingMode.UP), size(coin, 60_000)));
        }
        venue.apply(new MarketStep.Oracle(coin, price));
        venue.apply(new MarketStep.Quotes(coin, bids, asks));
    }

    private OrderRequest limit(String coin) {
        TimeInForce[] kinds = {TimeInForce.GTC, TimeInForce.IOC, TimeInForce.ALO, TimeInForce.FRONTEND_MARKET};
        return OrderRequest.limit(
                coin, side(), near(coin, 15), size(coin, 200_000), kinds[random.nextInt(kinds.length)]);
    }

    private OrderRequest reduction(String address, String coin) {
        boolean isLong = venue.queries().state(address).positions().stream()
                .anyMatch(position ->
                        position.coin().equals(coin) && position.size().signum() > 0);
        TimeInForce tif = random.nextBoolean() ? TimeInForce.GTC : TimeInForce.IOC;
        return OrderRequest.limit(coin, isLong ? Side.SELL : Side.BUY, near(coin, 15), size(coin, 50_000), tif)
                .reducing();
    }

    private OrderRequest trigger(String coin, Side side, BigDecimal size) {
        TriggerKind kind = random.nextBoolean() ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT;
        BigDecimal price = near(coin, 60);
        BigDecimal slack = BigDecimal.valueOf(side == Side.BUY ? 1.01 : 0.99);
        BigDecimal limit = grid(coin).onTick(price.multiply(slack), RoundingMode.HALF_EVEN);
        OrderType type = new OrderType.Trigger(random.nextBoolean(), price, kind);
        return new OrderRequest(coin, side, limit, size, random.nextInt(4) > 0, type, Optional.empty());
    }

    private void family(String address, String coin) {
        OrderRequest parent = limit(coin);
        OrderRequest child =
                trigger(coin, parent.side().opposite(), parent.size()).reducing();
        OrderRequest other =
                trigger(coin, parent.side().opposite(), parent.size()).reducing();
        if (random.nextBoolean()) {
            place(address, Grouping.NORMAL_TPSL, parent, child, other);
        } else {
            OrderRequest whole = new OrderRequest(
                    coin, child.side(), child.limitPrice(), BigDecimal.ZERO, true, child.type(), Optional.empty());
            place(address, Grouping.POSITION_TPSL, whole, other);
        }
    }

    private void cancel(String address) {
        anyOrder(address)
                .ifPresent(order ->
                        act(address, new Action.Cancel(List.of(new Action.ById(order.coin(), order.orderId())))));
    }

    private void modify(String address) {
        anyOrder(address).ifPresent(order -> {
            OrderRequest with = order.isTrigger()
                    ? trigger(order.coin(), order.side(), size(order.coin(), 20_000))
                    : limit(order.coin());
            act(
                    address,
                    new Action.Modify(
                            List.of(new Action.Change(OptionalLong.of(order.orderId()), Optional.empty(), with)),
                            random.nextBoolean()));
        });
    }

    private Optional<OrderView> anyOrder(String address) {
        List<OrderView> orders = venue.queries().openOrders(address);
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(random.nextInt(orders.size())));
    }

    private void money(String address) {
        switch (random.nextInt(4)) {
            case 0 -> deposit(address, random.nextInt(1, 20_000));
            case 1 -> {
                BigDecimal usd = BigDecimal.valueOf(random.nextInt(2, 20_000));
                if (venue.withdraw(address, usd).isEmpty()) {
                    paidInUsd = paidInUsd.subtract(usd).add(BigDecimal.ONE);
                }
            }
            case 2 -> venue.transferClass(address, BigDecimal.valueOf(random.nextInt(1, 5000)), random.nextBoolean());
            default -> venue.send(address, "0xa1", BigDecimal.valueOf(random.nextInt(1, 5000)));
        }
    }

    private void deposit(String address, int usd) {
        venue.deposit(address, BigDecimal.valueOf(usd));
        paidInUsd = paidInUsd.add(BigDecimal.valueOf(usd));
    }

    private void place(String address, Grouping grouping, OrderRequest... orders) {
        act(address, new Action.Place(List.of(orders), grouping));
    }

    private void act(String address, Action action) {
        venue.execute(new Submission(address, action));
    }

    private Side side() {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }

    private BigDecimal near(String coin, int ticks) {
        BigDecimal price = prices.getOrDefault(coin, BigDecimal.ONE);
        BigDecimal off = grid(coin).tickAt(price).multiply(BigDecimal.valueOf(random.nextInt(-ticks, ticks + 1)));
        return grid(coin).onTick(price.add(off), RoundingMode.HALF_EVEN);
    }

    private BigDecimal size(String coin, int mostUsd) {
        BigDecimal price = prices.getOrDefault(coin, BigDecimal.ONE);
        BigDecimal usd = BigDecimal.valueOf(random.nextInt(5, mostUsd));
        return grid(coin)
                .onLot(usd.divide(price, 8, RoundingMode.DOWN))
                .max(grid(coin).lot());
    }

    private static Grid grid(String coin) {
        return GRIDS.getOrDefault(coin, new Grid(0));
    }
}
