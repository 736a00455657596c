package aiquant.engine.venue;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.engine.SteppedClockwork;
import aiquant.engine.feed.MarketTime;
import aiquant.engine.feed.Mid;
import aiquant.engine.feed.PriceBook;
import aiquant.engine.feed.PriceSource;
import aiquant.engine.feed.Stamp;
import aiquant.engine.feed.Touch;
import aiquant.engine.order.Order;
import aiquant.exchange.Precision;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.money.Quantity;
import aiquant.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuoteVenueTest {
    private static final Symbol ETH = new Symbol("ETH");
    private static final Instruments INSTRUMENTS = new Instruments(Optional.of(Map.of(ETH, Precision.perp(4))));

    private final SteppedClockwork clockwork = new SteppedClockwork();
    private final PriceBook prices =
            new PriceBook(new MarketTime(() -> Instant.ofEpochMilli(clockwork.millis()), clockwork::steadyMs));
    private final QuoteVenue venue = new QuoteVenue(prices, INSTRUMENTS, FillRules.STANDARD, clockwork);
    private final List<VenueReport> reports = new ArrayList<>();

    @Test
    void buysAtTheAskOfTheMomentTheOrderArrives() {
        touch("3000", "3001");
        venue.submit(entry("a", "0.5"), reports::add);
        clockwork.advance(249);
        assertThat(reports).isEmpty();
        touch("3009.9", "3010.1");

        clockwork.advance(1);

        assertThat(reports)
                .containsExactly(
                        new VenueReport.Accepted("a", "at the ask 3010.1 of the sidecar, 0.0 s old"),
                        new VenueReport.Filled(
                                "a", "paper-a", Price.of("3010.1"), Quantity.of("0.5"), Usd.of("0.677273")));
    }

    @Test
    void sellsAtTheBid() {
        touch("3000", "3001");

        venue.submit(exit("a", "0.5"), reports::add);
        clockwork.advance(250);

        assertThat(fill().price()).isEqualTo(Price.of("3000"));
    }

    @Test
    void takesAMiddlePriceWhereBidAndAskAreTooOldAndRoundsItAgainstUs() {
        touch("3000", "3001");
        clockwork.advance(14_751);
        mid("3000.55");

        venue.submit(entry("a", "0.5"), reports::add);
        venue.submit(exit("b", "0.5"), reports::add);
        clockwork.advance(250);

        List<Price> filled = reports.stream()
                .filter(VenueReport.Filled.class::isInstance)
                .map(report -> ((VenueReport.Filled) report).price())
                .toList();
        assertThat(filled).containsExactly(Price.of("3000.6"), Price.of("3000.5"));
    }

    @Test
    void waitsForAPriceAndIsFilledWhenItComes() {
        venue.submit(entry("a", "0.5"), reports::add);
        clockwork.advance(5_000);
        assertThat(reports).isEmpty();
        touch("3000", "3001");

        clockwork.advance(50);

        assertThat(fill().price()).isEqualTo(Price.of("3001"));
    }

    @Test
    void expiresWithoutAFillWhenNoPriceOfAllowedAgeComes() {
        touch("3000", "3001");
        mid("3000.5");
        clockwork.advance(15_000);

        venue.submit(entry("a", "0.5"), reports::add);
        clockwork.advance(60_000);

        assertThat(reports)
                .containsExactly(new VenueReport.Expired(
                        "a",
                        "within 5000 ms there was neither bid and ask of ETH no older than 15000 ms nor a"
                                + " middle price no older than 10000 ms"));
        assertThat(clockwork.isIdle()).isTrue();
    }

    @Test
    void refusesWhatTheExchangeWouldFindTooSmallUnlessItClosesAPosition() {
        touch("3000", "3001");

        venue.submit(entry("a", "0.003"), reports::add);
        venue.submit(exit("b", "0.003"), reports::add);
        clockwork.advance(250);

        assertThat(reports.getFirst())
                .isEqualTo(new VenueReport.Rejected("a", "worth 9.00 USD, less than the exchange's least of 10 USD"));
        assertThat(fill().clientOrderId()).isEqualTo("b");
    }

    @Test
    void entersNothingOnABarOfLongAgoButLeavesAtAnyTime() {
        touch("3000", "3001");
        long now = clockwork.millis();
        QuoteVenue hourly = new QuoteVenue(prices, INSTRUMENTS, FillRules.STANDARD.onBarsOf(3_600_000), clockwork);

        hourly.submit(entryOn(now - 7_200_000, "late"), reports::add);
        hourly.submit(entryOn(now - 7_199_000, "in time"), reports::add);
        hourly.submit(exit("b", "0.5"), reports::add);
        clockwork.advance(250);

        assertThat(reports.getFirst())
                .isEqualTo(new VenueReport.Rejected(
                        "late", "too late to enter: its bar opened 7200 s ago, more than 7200 s"));
        assertThat(reports).hasSize(5);
    }

    @Test
    void givesAResumedOrderTheSameTradeId() {
        touch("3000", "3001");
        venue.submit(entry("a", "0.5"), reports::add);
        venue.close();
        clockwork.advance(1_000);
        assertThat(reports).isEmpty();

        new QuoteVenue(prices, INSTRUMENTS, FillRules.STANDARD, clockwork).resume(entry("a", "0.5"), reports::add);
        clockwork.advance(250);

        assertThat(fill().tradeId()).isEqualTo("paper-a");
    }

    @Property(tries = 500)
    void fillsOnTicksAndNeverBetterThanOffered(
            @ForAll @IntRange(min = 10_000, max = 99_999) int digits,
            @ForAll @IntRange(min = -2, max = 5) int scale,
            @ForAll boolean isBuy) {
        BigDecimal middle = BigDecimal.valueOf(digits * 10L + 5, scale + 1);
        prices.take(Map.of(), Map.of(ETH, new Mid(new Price(middle), now())));
        List<VenueReport> said = new ArrayList<>();

        venue.submit(isBuy ? entry("a", "100000") : exit("a", "100000"), said::add);
        clockwork.advance(250);

        VenueReport.Filled fill = (VenueReport.Filled) said.getLast();
        assertThat(Precision.perp(4).isValidPrice(fill.price().value())).isTrue();
        assertThat(fill.price().value().compareTo(middle)).isIn(0, isBuy ? 1 : -1);
    }

    private VenueReport.Filled fill() {
        return (VenueReport.Filled) reports.getLast();
    }

    private void touch(String bid, String ask) {
        prices.take(Map.of(ETH, new Touch(Price.of(bid), Price.of(ask), now())), Map.of());
    }

    private void mid(String price) {
        prices.take(Map.of(), Map.of(ETH, new Mid(Price.of(price), now())));
    }

    private Stamp now() {
        return new Stamp(PriceSource.SOCKET, clockwork.millis(), clockwork.steadyMs());
    }

    private static Order entryOn(long barMs, String id) {
        Order order = entry(id, "0.5");
        return new Order(
                id,
                order.intent(),
                order.isBuy(),
                order.quantity(),
                order.reference(),
                order.reduceOnly(),
                order.origin(),
                barMs);
    }

    private static Order entry(String id, String size) {
        double asked = Double.parseDouble(size);
        Intent open = new Intent.Open(ETH, true, 3_000, asked, 3_000 * asked, 1_000, 3, 1, 10, 20, "High entry");
        return new Order(id, open, true, Quantity.of(size), Price.of("3000"), false, "strategy", 0);
    }

    private static Order exit(String id, String size) {
        Intent close = new Intent.Close(ETH, true, 3_000, Double.parseDouble(size), false, "Stop Loss");
        return new Order(id, close, false, Quantity.of(size), Price.of("3000"), true, "strategy", 0);
    }
}
