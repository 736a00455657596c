package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderOutcome;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.Refusal;
import aiquant.simulator.source.MarketSource;
import aiquant.simulator.source.MarketStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// A perpetuals exchange in memory: the same seed, source and actions give the same events.
///
/// Time is virtual. `advanceTo` lets the world, marks, funding and timers happen up to a moment; actions happen at the
/// moment reached. What happened is collected until `drainEvents` takes it. One thread owns it all.
public final class VenueModel {

    private static final long PREMIUM_MS = 5000;
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long STALE_COST = 5;

    private final Floor floor;
    private final MarketSource source;
    private final OrderDesk orders;
    private final CancelDesk cancels;
    private final LeverageDesk leverage;
    private final Treasury treasury;
    private final TwapDesk twaps;
    private final Liquidator liquidator;
    private final FundingClock funding;
    private final World world;
    private final OrderEnds ends;
    private final FeeTiers fees;
    private final Views views;
    private final VenueQueries queries;
    private long nextMarkMs;
    private long nextPremiumMs;
    private long fundingDueMs = MarketSource.NEVER;
    private long postOnlyUntilMs = Long.MIN_VALUE;

    public VenueModel(VenueRules rules, List<Asset> assets, long startMs, long seed, MarketSource source) {
        this.source = source;
        floor = new Floor(rules, seed, startMs);
        assets.forEach(floor::list);
        ends = new OrderEnds(floor);
        Booking booking = new Booking(floor, ends);
        Matching matching = new Matching(floor, ends, booking);
        EntryCheck check = new EntryCheck(floor);
        orders = new OrderDesk(floor, check, ends, matching);
        cancels = new CancelDesk(floor, ends);
        TriggerDesk triggers = new TriggerDesk(floor, check, ends, orders);
        leverage = new LeverageDesk(floor);
        treasury = new Treasury(floor);
        twaps = new TwapDesk(floor, orders);
        liquidator = new Liquidator(floor, cancels, twaps, orders, matching, ends, booking);
        funding = new FundingClock(floor);
        MarketMaker maker = new MarketMaker(floor, matching, booking);
        ListingDesk listings = new ListingDesk(floor, ends, booking, maker);
        world = new World(floor, maker, listings, triggers, liquidator);
        fees = new FeeTiers(floor);
        views = new Views(floor);
        queries = new VenueQueries(floor, twaps);
        nextMarkMs = after(startMs, rules.markEveryMs());
        nextPremiumMs = after(startMs, PREMIUM_MS);
    }

    public long nowMs() {
        return floor.nowMs();
    }

    /// What the exchange shows to whoever asks; never changes anything.
    public VenueQueries queries() {
        return queries;
    }

    /// Everything since the last call, in order.
    public List<VenueEvent> drainEvents() {
        return floor.drain();
    }

    // Time

    /// Lets everything happen that is due up to and including `timeMs`.
    public void advanceTo(long timeMs) {
        for (long dueMs = nextDueMs(); dueMs <= timeMs; dueMs = nextDueMs()) {
            floor.setNowMs(Math.max(dueMs, floor.nowMs()));
            happen(dueMs);
        }
        floor.setNowMs(timeMs);
    }

    private long nextDueMs() {
        long timerMs = floor.accounts().stream()
                .map(account -> account.cancelTimer().atMs())
                .flatMapToLong(OptionalLong::stream)
                .min()
                .orElse(MarketSource.NEVER);
        return Math.min(
                Math.min(Math.min(source.nextMs(), timerMs), Math.min(fundingDueMs, twaps.nextMs())),
                Math.min(nextMarkMs, nextPremiumMs));
    }

    private void happen(long dueMs) {
        if (source.nextMs() == dueMs) {
            source.next().forEach(world::step);
        }
        if (nextMarkMs == dueMs) {
            nextMarkMs += floor.rules().markEveryMs();
            world.updateMarks();
        }
        if (nextPremiumMs == dueMs) {
            nextPremiumMs += PREMIUM_MS;
            onPremiumTick(dueMs);
        }
        if (fundingDueMs == dueMs) {
            fundingDueMs = MarketSource.NEVER;
            funding.pay();
        }
        cancels.fireTimers();
        twaps.run();
        liquidator.checkTouched();
    }

    private void onPremiumTick(long dueMs) {
        if (dueMs % HOUR_MS == 0) {
            floor.accounts().forEach(account -> account.performance().add(views.performance(account)));
            funding.closeHour();
            fundingDueMs = dueMs + floor.rules().fundingDelayMs();
        }
        if (dueMs % DAY_MS == 0) {
            fees.update();
        }
        funding.sample();
    }

    private static long after(long timeMs, long everyMs) {
        return Math.floorDiv(timeMs, everyMs) * everyMs + everyMs;
    }

    // The world

    /// Applies one step of the world now, beside those of the source.
    public void apply(MarketStep step) {
        world.step(step);
        liquidator.checkTouched();
    }

    /// Candles from before the first trade, oldest first.
    public void preload(String coin, CandleInterval interval, List<VenueCandle> history) {
        floor.market(coin).candles().preload(interval, history);
    }

    /// Whether positions in a coin may grow.
    public void setOpenInterestGate(String coin, OpenInterestGate gate) {
        floor.market(coin).setGate(gate);
    }

    /// Cancels an order without being asked, as the exchange does for reasons of its own.
    ///
    /// @return whether there was such an open order
    public boolean cancelByExchange(String address, long orderId) {
        Optional<Order> order = floor.known(address).openOrder(orderId);
        floor.ids().beginTransaction();
        order.ifPresent(live -> ends.end(live, OrderStatus.INTERNAL_CANCEL));
        return order.isPresent();
    }

    /// As after a network upgrade: until then only post-only orders are taken.
    public void allowOnlyPostOnlyUntil(long timeMs) {
        postOnlyUntilMs = timeMs;
    }

    // Money

    public void deposit(String address, BigDecimal usd) {
        floor.ids().beginTransaction();
        treasury.deposit(floor.account(address), usd);
    }

    /// @return the text of a refusal, empty when done
    public Optional<String> withdraw(String address, BigDecimal usd) {
        floor.ids().beginTransaction();
        return treasury.withdraw(floor.account(address), usd);
    }

    /// Between the spot and the perpetual pocket.
    public Optional<String> transferClass(String address, BigDecimal usd, boolean toPerp) {
        floor.ids().beginTransaction();
        return treasury.transfer(floor.account(address), usd, toPerp);
    }

    public Optional<String> send(String from, String to, BigDecimal usd) {
        floor.ids().beginTransaction();
        return treasury.send(floor.account(from), floor.account(to), usd);
    }

    // Actions

    /// What an action refused as stale costs in the address limit.
    public void chargeStale(String address) {
        floor.account(address).budget().charge(STALE_COST);
    }

    /// The actions of one block: first those that cannot take, then cancels, then those that may; else as submitted.
    ///
    /// @return in the order of submission
    public List<ActionResult> executeBlock(List<Submission> block) {
        List<Integer> order = IntStream.range(0, block.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer index) -> block.get(index).action().blockClass()))
                .toList();
        List<ActionResult> results = new ArrayList<>(
                block.stream().<ActionResult>map(_ -> new ActionResult.Done()).toList());
        for (int index : order) {
            results.set(index, execute(block.get(index)));
        }
        return List.copyOf(results);
    }

    public ActionResult execute(Submission submission) {
        Account account = floor.known(submission.address());
        Action action = submission.action();
        if (!account.isFunded()) {
            return new ActionResult.Refused("Must deposit before performing actions. User: " + submission.address());
        }
        Optional<String> overspent = account.budget()
                .spend(action.requests(), action.isCancel(), account.turnover().everUsd(), floor.nowMs());
        if (overspent.isPresent()) {
            return new ActionResult.Refused(overspent.get());
        }
        boolean isPostOnlyNow = floor.nowMs() < postOnlyUntilMs;
        if (isPostOnlyNow && !action.orders().stream().allMatch(OrderRequest::isPostOnly)) {
            return new ActionResult.Refused("Only post-only orders allowed immediately after a network upgrade");
        }
        floor.ids().beginTransaction();
        ActionResult result = perform(account, action);
        liquidator.checkTouched();
        return result;
    }

    private ActionResult perform(Account account, Action action) {
        return switch (action) {
            case Action.Place place -> new ActionResult.Orders(orders.place(account, place.orders(), place.grouping()));
            case Action.Cancel cancel -> new ActionResult.Cancels(cancels.cancel(account, cancel));
            case Action.CancelByCloid cancel -> new ActionResult.Cancels(cancels.cancelByCloid(account, cancel));
            case Action.Modify modify -> new ActionResult.Orders(modify(account, modify));
            case Action.ScheduleCancel schedule -> cancels.schedule(account, schedule.atMs());
            case Action.UpdateLeverage update -> leverage.update(account, update);
            case Action.UpdateIsolatedMargin update -> leverage.addMargin(account, update.coin(), update.usd());
            case Action.TopUpIsolatedMargin topUp -> leverage.topUp(account, topUp.coin(), topUp.leverage());
            case Action.PlaceTwap twap -> twaps.start(account, twap);
            case Action.CancelTwap cancel -> twaps.cancel(account, cancel);
            case Action.ReserveRequests reserve -> treasury.buyRequests(account, reserve.weight());
            case Action.Noop _ -> new ActionResult.Done();
        };
    }

    private List<OrderOutcome> modify(Account account, Action.Modify modify) {
        return modify.changes().stream()
                .map(change -> {
                    var old = change.orderId().isPresent()
                            ? account.openOrder(change.orderId().getAsLong())
                            : change.cloid().flatMap(account::openOrder);
                    if (old.isPresent()) {
                        return orders.modify(account, old.get(), change.order(), modify.alwaysPlace());
                    }
                    return modify.alwaysPlace()
                            ? orders.place(account, change.order())
                            : orders.reject(account, change.order(), Refusal.NOT_MODIFIABLE);
                })
                .toList();
    }
}
