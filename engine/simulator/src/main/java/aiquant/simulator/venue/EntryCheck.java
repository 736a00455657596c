package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.market.Grid;
import aiquant.simulator.market.OrderValueLimit;
import aiquant.simulator.order.Order;
import aiquant.simulator.order.OrderRequest;
import aiquant.simulator.order.OrderType;
import aiquant.simulator.order.Refusal;
import aiquant.simulator.order.Side;
import aiquant.simulator.order.TimeInForce;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/// The ladder of questions an order must pass: shape, price, value, count, position, match, open interest, margin.
final class EntryCheck {

    /// How an order stands to others of its action.
    ///
    /// @param parent  for a child, what it waits for
    /// @param replaced for a modify, the order that goes
    record Context(boolean isPositionTpsl, Optional<OrderRequest> parent, Optional<Order> replaced) {

        static final Context PLAIN = new Context(false, Optional.empty(), Optional.empty());

        boolean counts(Order order) {
            return replaced.filter(old -> old == order).isEmpty();
        }
    }

    private static final int ORDERS = 1000;
    private static final int MOST_ORDERS = 5000;
    private static final BigDecimal VOLUME_PER_ORDER = new BigDecimal("5000000");

    private final Floor floor;

    EntryCheck(Floor floor) {
        this.floor = floor;
    }

    /// What the order's own numbers say, without looking at the account.
    Optional<Refusal> ofPayload(OrderRequest request, boolean isPositionTpsl) {
        Optional<Market> market = floor.find(request.coin());
        if (market.isEmpty() || market.get().asset().isDelisted()) {
            return Optional.of(Refusal.HALTED);
        }
        Grid grid = market.get().asset().grid();
        boolean mayBeZero = isPositionTpsl && request.isTrigger();
        if (request.size().signum() == 0 && !mayBeZero) {
            return Optional.of(Refusal.ZERO_SIZE);
        }
        if (request.size().signum() != 0 && !grid.isSize(request.size())) {
            return Optional.of(Refusal.INVALID_SIZE);
        }
        Optional<Refusal> price = ofPrice(grid, request.limitPrice());
        if (price.isPresent()) {
            return price;
        }
        return switch (request.type()) {
            case OrderType.Limit _ -> ofDistance(market.get(), request.limitPrice());
            case OrderType.Trigger trigger ->
                ofPrice(grid, trigger.triggerPrice())
                        .or(() -> Optional.of(Refusal.BAD_TRIGGER)
                                .filter(_ -> request.side().isWorse(trigger.triggerPrice(), request.limitPrice())));
        };
    }

    /// What the account and the market say. Call it only when the payload is fine.
    Optional<Refusal> ofState(Account account, OrderRequest request, Context context) {
        Market market = floor.market(request.coin());
        if (isDuplicate(account, request, context)) {
            return Optional.of(Refusal.DUPLICATE_CLOID);
        }
        if (isTooSmall(account, request)) {
            return Optional.of(Refusal.MINIMUM);
        }
        if (isTooLarge(market, request)) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        if (isOneTooMany(account, request, context)) {
            return Optional.of(Refusal.TOO_MANY_ORDERS);
        }
        BigDecimal position = account.position(request.coin());
        boolean isChild = context.parent().isPresent();
        if (request.reduceOnly()
                && !isChild
                && OrderEnds.reducible(position, request.side()).signum() == 0) {
            return Optional.of(Refusal.REDUCE_ONLY);
        }
        return switch (request.type()) {
            case OrderType.Trigger trigger ->
                fires(market, request, trigger, context) ? Optional.of(Refusal.BAD_TRIGGER) : Optional.empty();
            case OrderType.Limit limit ->
                ofRisk(account, market, request, context).or(() -> ofMatch(market, request, limit.timeInForce()));
        };
    }

    private static Optional<Refusal> ofPrice(Grid grid, BigDecimal price) {
        if (!grid.hasPriceDecimals(price)) {
            return Optional.of(Refusal.INVALID_PRICE);
        }
        return grid.isPrice(price) ? Optional.empty() : Optional.of(Refusal.TICK);
    }

    private Optional<Refusal> ofDistance(Market market, BigDecimal price) {
        VenueRules rules = floor.rules();
        if (market.mark()
                .filter(mark -> isBeyond(price, mark, rules.maxDistance()))
                .isPresent()) {
            return Optional.of(Refusal.distance(rules.maxDistance()));
        }
        return market.oracle()
                .filter(oracle -> isBeyond(price, oracle, rules.maxOracleDistance()))
                .map(_ -> Refusal.ORACLE);
    }

    private static boolean isBeyond(BigDecimal price, BigDecimal reference, BigDecimal share) {
        return price.subtract(reference).abs().compareTo(reference.multiply(share)) > 0;
    }

    private boolean isDuplicate(Account account, OrderRequest request, Context context) {
        if (!floor.rules().has(Switch.REFUSE_DUPLICATE_CLOID) || request.cloid().isEmpty()) {
            return false;
        }
        String cloid = request.cloid().get();
        boolean isItsOwn =
                context.replaced().flatMap(Order::cloid).filter(cloid::equals).isPresent();
        return !isItsOwn
                && (account.openOrder(cloid).isPresent()
                        || account.history().order(cloid).isPresent());
    }

    private boolean isTooSmall(Account account, OrderRequest request) {
        if (request.size().signum() == 0
                || request.size()
                                .multiply(request.limitPrice())
                                .compareTo(floor.rules().minimumValueUsd())
                        >= 0) {
            return false;
        }
        BigDecimal most = OrderEnds.reducible(account.position(request.coin()), request.side());
        boolean closesAll =
                request.reduceOnly() && most.signum() > 0 && request.size().compareTo(most) >= 0;
        return !closesAll || floor.rules().has(Switch.MINIMUM_ALSO_WHEN_CLOSING);
    }

    private static boolean isTooLarge(Market market, OrderRequest request) {
        boolean mayRest = switch (request.type()) {
            case OrderType.Limit limit -> limit.timeInForce().mayRest();
            case OrderType.Trigger trigger -> !trigger.isMarket();
        };
        BigDecimal most = mayRest
                ? OrderValueLimit.limitOrderUsd(market.asset())
                : OrderValueLimit.marketOrderUsd(market.asset());
        return request.size().multiply(request.limitPrice()).compareTo(most) > 0;
    }

    private boolean isOneTooMany(Account account, OrderRequest request, Context context) {
        boolean goesAtOnce = request.type() instanceof OrderType.Limit limit
                && !limit.timeInForce().mayRest();
        if (goesAtOnce) {
            return false;
        }
        int open = account.openOrderCount() - (context.replaced().isPresent() ? 1 : 0);
        int earned = account.turnover()
                .everUsd()
                .divideToIntegralValue(VOLUME_PER_ORDER)
                .intValue();
        boolean isExtra = request.reduceOnly() || request.isTrigger();
        return open >= (isExtra ? ORDERS : Math.min(MOST_ORDERS, ORDERS + earned));
    }

    /// A child is measured against the better of mark and parent's limit: the price its position will begin at.
    private static boolean fires(Market market, OrderRequest request, OrderType.Trigger trigger, Context context) {
        Optional<BigDecimal> start = context.parent().map(OrderRequest::limitPrice);
        Optional<BigDecimal> reference = market.mark()
                .map(mark -> start.map(
                                limit -> context.parent().get().side() == Side.BUY ? mark.min(limit) : mark.max(limit))
                        .orElse(mark));
        return reference
                .filter(price -> trigger.kind().fires(request.side(), trigger.triggerPrice(), price))
                .isPresent();
    }

    Optional<Refusal> ofRisk(Account account, Market market, OrderRequest request, Context context) {
        Holding holding = floor.holding(account, market.coin());
        BigDecimal signed = request.side().signed(request.size());
        if (request.reduceOnly() || !holding.increases(signed)) {
            return Optional.empty();
        }
        Optional<Refusal> gate = ofGate(market, holding, request, signed);
        if (gate.isPresent()) {
            return gate;
        }
        BigDecimal after = holding.size().add(signed).abs().multiply(floor.mark(market.coin()));
        if (market.asset().marginTable().maxLeverageAt(after) < holding.leverage()) {
            return Optional.of(Refusal.MAX_POSITION);
        }
        Predicate<Order> counted = context::counts;
        boolean isCovered = floor.margin().covers(account, holding, request.side(), request.size(), counted);
        return isCovered ? Optional.empty() : Optional.of(Refusal.MARGIN);
    }

    private static Optional<Refusal> ofGate(Market market, Holding holding, OrderRequest request, BigDecimal signed) {
        return switch (market.gate()) {
            case OPEN -> Optional.empty();
            case TOO_FAST -> Optional.of(Refusal.OPEN_INTEREST_TOO_FAST);
            case CAPPED -> {
                boolean isAggressive = market.oracle()
                        .filter(oracle -> request.side().isWorse(request.limitPrice(), oracle))
                        .isPresent();
                if (isAggressive) {
                    yield Optional.of(Refusal.AGGRESSIVE_AT_CAP);
                }
                yield Optional.of(holding.flips(signed) ? Refusal.FLIP_AT_CAP : Refusal.INCREASE_AT_CAP);
            }
        };
    }

    private static Optional<Refusal> ofMatch(Market market, OrderRequest request, TimeInForce tif) {
        boolean matches = market.book().wouldMatch(request.side(), request.limitPrice());
        return switch (tif) {
            case GTC, LIQUIDATION_MARKET -> Optional.empty();
            case ALO -> matches ? Optional.of(crosses(market)) : Optional.empty();
            case IOC -> matches ? Optional.empty() : Optional.of(Refusal.NO_MATCH);
            case FRONTEND_MARKET -> matches ? Optional.empty() : Optional.of(Refusal.NO_LIQUIDITY);
        };
    }

    private static Refusal crosses(Market market) {
        return Refusal.crosses(
                text(market.book().best(Side.BUY)), text(market.book().best(Side.SELL)));
    }

    private static String text(Optional<BigDecimal> price) {
        return price.map(one -> one.stripTrailingZeros().toPlainString()).orElse("0");
    }
}
