package aiquant.simulator.venue;

import static aiquant.simulator.venue.Bench.ANN;
import static aiquant.simulator.venue.Bench.BOB;
import static aiquant.simulator.venue.Bench.COIN;
import static aiquant.simulator.venue.Bench.START_MS;
import static aiquant.simulator.venue.Bench.buy;
import static aiquant.simulator.venue.Bench.decimal;
import static aiquant.simulator.venue.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import aiquant.simulator.account.LedgerUpdate;
import aiquant.simulator.order.OrderStatus;
import aiquant.simulator.order.TimeInForce;
import aiquant.simulator.source.MarketStep;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final long HOUR_MS = 3_600_000;

    private final Bench bench = new Bench();

    @Test
    void averagesTheEntryAndBooksTheProfitOfWhatCloses() {
        bench.place(ANN, buy("100.1", "1", TimeInForce.IOC));
        bench.quoteAround("102");
        bench.place(ANN, buy("103", "3", TimeInForce.IOC));

        bench.place(ANN, sell("101", "6", TimeInForce.IOC));

        // (100.1 + 3 · 102.1) / 4 = 101.6; 4 coins sold at 101.9, 2 more opened short there.
        assertThat(bench.venue.queries().fills(ANN).getFirst()).satisfies(fill -> {
            assertThat(fill.direction()).isEqualTo("Long > Short");
            assertThat(fill.startPosition()).isEqualByComparingTo("4");
            assertThat(fill.closedPnl()).isEqualByComparingTo("1.2");
        });
        assertThat(bench.venue.queries().state(ANN).positions().getFirst()).satisfies(position -> {
            assertThat(position.size()).isEqualByComparingTo("-2");
            assertThat(position.entryPrice()).isEqualByComparingTo("101.9");
        });
    }

    @Test
    void movesIsolatedMarginOutAndBackInProportion() {
        bench.act(ANN, new Action.UpdateLeverage(COIN, false, 10));
        bench.place(ANN, buy("101", "10", TimeInForce.IOC));

        // 1001 dollars at ten times: 100.1 isolated, fee 0.45045 paid by the rest.
        AccountState opened = bench.venue.queries().state(ANN);
        assertThat(opened.crossSummary().accountValue()).isEqualByComparingTo("9899.44955");
        assertThat(opened.positions().getFirst().isolatedUsd()).isEqualByComparingTo("-900.9");
        bench.place(ANN, sell("99", "5", TimeInForce.IOC));

        // Half goes at 99.9: 499.5 less half of 900.9; fee 0.224775.
        AccountState halved = bench.venue.queries().state(ANN);
        assertThat(halved.positions().getFirst().isolatedUsd()).isEqualByComparingTo("-450.45");
        assertThat(halved.crossSummary().accountValue()).isEqualByComparingTo("9948.274775");
    }

    @Test
    void changesLeverageWithinReasonAndSaysWhyNot() {
        assertThat(bench.act(ANN, new Action.UpdateLeverage(COIN, true, 21)))
                .isEqualTo(new ActionResult.Refused("Invalid leverage value"));
        bench.place(ANN, buy("101", "1000", TimeInForce.IOC));

        assertThat(bench.act(ANN, new Action.UpdateLeverage(COIN, false, 20)))
                .isEqualTo(new ActionResult.Refused("Cannot switch leverage type with open position."));
        assertThat(bench.act(ANN, new Action.UpdateLeverage(COIN, true, 5)))
                .isEqualTo(new ActionResult.Refused(
                        "Cross position does not have sufficient margin available to decrease leverage."));
        assertThat(bench.act(ANN, new Action.UpdateIsolatedMargin(COIN, decimal("5"))))
                .isEqualTo(new ActionResult.Refused("Position does not use isolated margin."));
        assertThat(bench.act(ANN, new Action.UpdateLeverage(COIN, true, 15))).isEqualTo(new ActionResult.Done());
    }

    @Test
    void paysFundingOnTheOracleAtTheHour() {
        bench.place(ANN, buy("101", "10", TimeInForce.IOC));
        bench.place(BOB, sell("99", "4", TimeInForce.IOC));
        bench.venue.drainEvents();

        bench.venue.advanceTo(START_MS + HOUR_MS + 1000);

        // No premium: the rate is 0.0000125; 10 · 100 · 0.0000125 and 4 · 100 · 0.0000125.
        assertThat(bench.venue.queries().funding(ANN, 0, Long.MAX_VALUE))
                .singleElement()
                .satisfies(payment -> {
                    assertThat(payment.usd()).isEqualByComparingTo("-0.0125");
                    assertThat(payment.samples())
                            .as("one each five seconds after the start")
                            .isEqualTo(719);
                    assertThat(payment.timeMs() % HOUR_MS).isEqualTo(76);
                });
        assertThat(bench.venue.queries().funding(BOB, 0, Long.MAX_VALUE))
                .singleElement()
                .satisfies(payment -> assertThat(payment.usd()).isEqualByComparingTo("0.005"));
        assertThat(bench.venue.queries().fundingHistory(COIN, 0, Long.MAX_VALUE))
                .singleElement()
                .satisfies(row -> assertThat(row.rate()).isEqualByComparingTo("0.0000125"));
    }

    @Test
    void liquidatesOnTheBookAndLeavesTheRestOfTheCollateral() {
        bench.place(ANN, buy("101", "900", TimeInForce.IOC));
        long resting = bench.rest(ANN, buy("90", "1", TimeInForce.GTC));
        String price = bench.venue
                .queries()
                .state(ANN)
                .positions()
                .getFirst()
                .liquidationPrice()
                .orElseThrow()
                .toPlainString();
        assertThat(decimal(price)).isBetween(decimal("91"), decimal("93"));

        bench.moveTo("91.9");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.LIQUIDATED_CANCELED);
        assertThat(bench.venue.queries().fills(ANN).getFirst()).satisfies(fill -> {
            assertThat(fill.direction()).isEqualTo("Liquidated Cross Long");
            assertThat(fill.liquidation().orElseThrow().method()).isEqualTo("market");
        });
        assertThat(bench.venue.queries().state(ANN).withdrawableUsd()).isPositive();
        assertThat(bench.venue.queries().ledger(ANN, 0, Long.MAX_VALUE))
                .extracting(LedgerUpdate::entry)
                .hasAtLeastOneElementOfType(LedgerUpdate.Liquidated.class);
    }

    @Test
    void sellsAFifthOfALargePositionFirstAndTheRestAfterThirtySeconds() {
        bench.place(ANN, buy("102", "1090", TimeInForce.IOC));
        bench.venue.drainEvents();

        bench.moveTo("93.6");
        bench.quoteAround("93.6");
        bench.venue.advanceTo(START_MS + 29_000);
        assertThat(bench.position(ANN)).isEqualByComparingTo("872");
        bench.venue.advanceTo(START_MS + 33_000);

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
    }

    @Test
    void losesEverythingToTheBackstop() {
        bench.place(ANN, buy("101", "900", TimeInForce.IOC));

        bench.moveTo("90");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.venue.queries().state(ANN).summary().accountValue()).isEqualByComparingTo("0");
        assertThat(bench.venue
                        .queries()
                        .fills(ANN)
                        .getFirst()
                        .liquidation()
                        .orElseThrow()
                        .method())
                .isEqualTo("backstop");
    }

    @Test
    void liquidatesAnIsolatedPositionAlone() {
        bench.act(ANN, new Action.UpdateLeverage(COIN, false, 20));
        bench.place(ANN, buy("101", "10", TimeInForce.IOC));

        bench.moveTo("96");

        assertThat(bench.position(ANN)).isEqualByComparingTo("0");
        assertThat(bench.venue.queries().state(ANN).summary().accountValue()).isGreaterThan(decimal("9949"));
    }

    @Test
    void firesTheTimerOnlyAfterAMillionDollars() {
        OptionalLong soon = OptionalLong.of(START_MS + 10_000);
        assertThat(bench.act(ANN, new Action.ScheduleCancel(soon)))
                .isEqualTo(new ActionResult.Refused("Cannot set scheduled cancel time until enough volume traded."
                        + " Required: $1000000. Traded: $0."));
        for (int i = 0; i < 60; i++) {
            bench.quoteAround("100");
            bench.place(ANN, buy("100.1", "90", TimeInForce.IOC));
            bench.place(ANN, sell("99.9", "90", TimeInForce.IOC));
        }
        long resting = bench.rest(ANN, buy("95", "1", TimeInForce.GTC));
        assertThat(bench.act(ANN, new Action.ScheduleCancel(OptionalLong.of(START_MS + 4000))))
                .isInstanceOf(ActionResult.Refused.class);
        assertThat(bench.act(ANN, new Action.ScheduleCancel(soon))).isEqualTo(new ActionResult.Done());

        bench.venue.advanceTo(START_MS + 9_999);
        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.OPEN);
        bench.venue.advanceTo(START_MS + 10_000);

        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.SCHEDULED_CANCEL);
    }

    @Test
    void settlesADelistedCoinAtTheMark() {
        bench.place(ANN, buy("101", "10", TimeInForce.IOC));
        long resting = bench.rest(ANN, buy("95", "1", TimeInForce.GTC));

        bench.venue.apply(new MarketStep.Delisted(COIN));

        assertThat(bench.status(ANN, resting)).isEqualTo(OrderStatus.DELISTED_CANCELED);
        assertThat(bench.venue.queries().fills(ANN).getFirst().direction()).isEqualTo("Settlement");
        assertThat(bench.venue.queries().marketPosition(COIN)).isEqualByComparingTo("0");
        assertThat(bench.refusal(ANN, buy("95", "1", TimeInForce.GTC))).startsWith("Trading is halted.");
    }

    @Test
    void countsRequestsAgainstVolume() {
        for (int i = 0; i < 10_000; i++) {
            bench.act(ANN, new Action.Noop());
        }
        assertThat(bench.act(ANN, new Action.Noop())).as("one in ten seconds").isEqualTo(new ActionResult.Done());
        assertThat(bench.act(ANN, new Action.Noop()))
                .isEqualTo(new ActionResult.Refused("Too many cumulative requests sent (10002 > 10000) for cumulative"
                        + " volume traded $0.00. Place taker orders to free up 1 request per USDC traded."));
        assertThat(bench.venue.queries().rateLimit(ANN)).isEqualTo(new RateLimit(decimal("0"), 10_001, 10_000));
    }

    @Test
    void knowsNobodyWithoutADeposit() {
        assertThat(bench.act("0xdd", new Action.Noop()))
                .isEqualTo(new ActionResult.Refused("Must deposit before performing actions. User: 0xdd"));
        assertThat(bench.venue.queries().state("0xee").summary().accountValue()).isEqualByComparingTo("0");
    }

    @Test
    void keepsATenthOfTheNotionalInTheAccount() {
        bench.place(ANN, buy("101", "500", TimeInForce.IOC));

        assertThat(bench.venue.withdraw(ANN, decimal("6000"))).isPresent();
        assertThat(bench.venue.withdraw(ANN, decimal("4000"))).isEmpty();
    }

    @Test
    void topsUpAnIsolatedPositionToALowerLeverage() {
        bench.act(ANN, new Action.UpdateLeverage(COIN, false, 10));
        bench.place(ANN, buy("100.1", "10", TimeInForce.IOC));

        assertThat(bench.act(ANN, new Action.TopUpIsolatedMargin(COIN, decimal("4"))))
                .isEqualTo(new ActionResult.Done());
        BigDecimal used =
                bench.venue.queries().state(ANN).positions().getFirst().marginUsed();
        assertThat(used).isEqualByComparingTo("250");
        assertThat(bench.act(ANN, new Action.TopUpIsolatedMargin(COIN, decimal("8"))))
                .as("never takes anything out")
                .isEqualTo(new ActionResult.Done());
        assertThat(bench.act(BOB, new Action.TopUpIsolatedMargin(COIN, decimal("4"))))
                .isInstanceOf(ActionResult.Refused.class);
    }
}
