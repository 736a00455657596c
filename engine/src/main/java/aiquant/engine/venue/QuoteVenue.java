package aiquant.engine.venue;

import aiquant.engine.feed.Mid;
import aiquant.engine.feed.PriceBook;
import aiquant.engine.feed.Stamp;
import aiquant.engine.feed.Touch;
import aiquant.engine.order.Order;
import aiquant.exchange.Clockwork;
import aiquant.exchange.Precision;
import aiquant.kernel.decision.Intent;
import aiquant.money.Price;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The paper venue on a real market: every order fills whole, some time after it was sent, at the bid or ask of
/// then.
///
/// Where bid and ask are too old the middle price stands in for them; where that is too old as well the order
/// waits and then expires. It is never filled at any other price.
///
/// It keeps nothing between runs: an order whose fill is not in the ledger has not happened here, so resuming it
/// sends it again, under the same trade id.
public final class QuoteVenue implements Venue {
    private static final long RETRY_MS = 50;
    private static final int FEE_DECIMALS = 6;

    private final PriceBook prices;
    private final Instruments instruments;
    private final FillRules rules;
    private final Clockwork clockwork;
    private volatile boolean isClosed;

    /// A price an order can be filled at.
    private record Offer(Price price, String what, Stamp stamp) {}

    /// @param clockwork by which orders take their time; deadlines of the engine must run at the same pace
    public QuoteVenue(PriceBook prices, Instruments instruments, FillRules rules, Clockwork clockwork) {
        this.prices = prices;
        this.instruments = instruments;
        this.rules = rules;
        this.clockwork = clockwork;
    }

    @Override
    public void submit(Order order, Consumer<VenueReport> reports) {
        long deadlineMs = clockwork.steadyMs() + rules.latencyMs() + rules.patienceMs();
        clockwork.schedule(rules.latencyMs(), () -> meet(order, deadlineMs, reports));
    }

    @Override
    public void resume(Order order, Consumer<VenueReport> reports) {
        submit(order, reports);
    }

    /// The order is at the venue: it fills, waits a little or ends.
    private void meet(Order order, long deadlineMs, Consumer<VenueReport> reports) {
        if (isClosed) {
            return; // it has no fate and is resumed by the next run
        }
        long sinceBarMs = prices.time().clock().millis() - order.timeMs();
        if (!order.reduceOnly() && sinceBarMs > rules.entryMs()) {
            reports.accept(new VenueReport.Rejected(
                    order.clientOrderId(),
                    "too late to enter: its bar opened " + sinceBarMs / 1_000 + " s ago, more than "
                            + rules.entryMs() / 1_000 + " s"));
            return;
        }
        Optional<Offer> offer = offer(order);
        if (offer.isPresent()) {
            fill(order, offer.get(), reports);
        } else if (clockwork.steadyMs() < deadlineMs) {
            prices.want(order.symbol());
            clockwork.schedule(RETRY_MS, () -> meet(order, deadlineMs, reports));
        } else {
            reports.accept(new VenueReport.Expired(
                    order.clientOrderId(),
                    "within " + rules.patienceMs() + " ms there was neither bid and ask of " + order.symbol()
                            + " no older than " + rules.touchMs() + " ms nor a middle price no older than "
                            + rules.midMs() + " ms"));
        }
    }

    private Optional<Offer> offer(Order order) {
        Optional<Touch> touch = prices.touch(order.symbol(), rules.touchMs());
        if (touch.isPresent()) {
            Touch best = touch.get();
            return Optional.of(
                    order.isBuy()
                            ? new Offer(best.ask(), "ask", best.stamp())
                            : new Offer(best.bid(), "bid", best.stamp()));
        }
        Optional<Mid> mid = prices.mid(order.symbol(), rules.midMs());
        return mid.map(one -> new Offer(one.price(), "middle", one.stamp()));
    }

    private void fill(Order order, Offer offer, Consumer<VenueReport> reports) {
        Optional<Price> price = onTick(order, offer.price());
        if (price.isEmpty()) {
            reports.accept(new VenueReport.Rejected(
                    order.clientOrderId(),
                    "the exchange takes no price of " + order.symbol() + " near " + offer.price()));
            return;
        }
        BigDecimal worth = price.get().times(order.quantity()).value();
        boolean isClosing = order.intent() instanceof Intent.Close;
        if (!isClosing && worth.compareTo(rules.leastUsd()) < 0) {
            reports.accept(new VenueReport.Rejected(
                    order.clientOrderId(),
                    "worth " + worth.setScale(2, RoundingMode.DOWN) + " USD, less than the exchange's least of "
                            + rules.leastUsd() + " USD"));
            return;
        }
        reports.accept(new VenueReport.Accepted(order.clientOrderId(), described(offer)));
        reports.accept(new VenueReport.Filled(
                order.clientOrderId(),
                "paper-" + order.clientOrderId(),
                price.get(),
                order.quantity(),
                new Usd(worth.multiply(rules.feeRate()).setScale(FEE_DECIMALS, RoundingMode.HALF_UP))));
    }

    /// On a step of the exchange, and never better than what was offered; empty where there is no such step.
    private Optional<Price> onTick(Order order, Price price) {
        Optional<Precision> precision = instruments.precision(order.symbol());
        if (precision.isEmpty()) {
            return instruments.isListed(order.symbol()) ? Optional.of(price) : Optional.empty();
        }
        Precision steps = precision.get();
        boolean isBelowAll = !order.isBuy() && price.value().compareTo(steps.tick(price.value())) < 0;
        return isBelowAll
                ? Optional.empty()
                : Optional.of(new Price(steps.protectivePrice(price.value(), order.isBuy())));
    }

    private String described(Offer offer) {
        return String.format(
                Locale.ROOT,
                "at the %s %s of the %s, %.1f s old",
                offer.what(),
                offer.price(),
                offer.stamp().source().label(),
                prices.time().ageMs(offer.stamp()) / 1_000.0);
    }

    /// Orders on their way have no fate; the next run resumes them.
    @Override
    public void close() {
        isClosed = true;
    }
}
