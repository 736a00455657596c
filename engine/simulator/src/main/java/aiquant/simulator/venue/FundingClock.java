package aiquant.simulator.venue;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.account.Account;
import aiquant.simulator.account.FundingPayment;
import aiquant.simulator.account.Holding;
import aiquant.simulator.market.Funding;
import aiquant.simulator.venue.VenueEvent.FundingPaid;
import aiquant.simulator.venue.VenueEvent.FundingRateSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Samples premiums every five seconds and lets positions pay each other at the hour.
///
/// Payments are cut to six decimals; the market pays or receives what all others receive or pay.
final class FundingClock {

    private record Due(BigDecimal rate, BigDecimal premium, int samples) {}

    private final Floor floor;
    private final Map<String, Due> due = new HashMap<>();

    FundingClock(Floor floor) {
        this.floor = floor;
    }

    void sample() {
        for (Market market : floor.markets()) {
            if (!market.asset().isDelisted()) {
                market.samplePremium();
            }
        }
    }

    /// The hour is over: its rate is fixed and will be paid shortly.
    void closeHour() {
        for (Market market : floor.markets()) {
            if (!market.asset().isDelisted()) {
                BigDecimal premium = market.averagePremium();
                due.put(market.coin(), new Due(Funding.publishedRate(premium), premium, market.premiumSamples()));
            }
            market.beginHour();
        }
    }

    void pay() {
        floor.ids().beginTransaction();
        for (Market market : floor.markets()) {
            Due hour = due.remove(market.coin());
            if (hour == null || market.asset().isDelisted()) {
                continue;
            }
            market.add(new FundingRow(market.coin(), hour.rate, hour.premium, floor.nowMs()));
            floor.tell(new FundingRateSet(floor.nowMs(), market.coin(), hour.rate, hour.premium));
            BigDecimal oracle = market.oracle().or(market::mark).orElse(BigDecimal.ZERO);
            List<Account> accounts = new ArrayList<>(floor.accounts());
            for (Account account : accounts) {
                account.holding(market.coin())
                        .filter(holding -> !holding.isFlat())
                        .ifPresent(holding -> pay(account, holding, oracle, hour));
            }
        }
        due.clear();
    }

    private void pay(Account account, Holding holding, BigDecimal oracle, Due hour) {
        BigDecimal usd = MicroUsd.cut(Funding.paymentUsd(holding.size(), oracle, hour.rate));
        if (holding.isCross()) {
            account.addRawUsd(usd);
        } else {
            holding.addIsolatedUsd(usd);
        }
        floor.marketAccount().addRawUsd(usd.negate());
        holding.addFunding(usd);
        FundingPayment payment = new FundingPayment(
                floor.nowMs(), floor.ids().hash(), holding.coin(), usd, holding.size(), hour.rate, hour.samples);
        account.history().add(payment);
        floor.tell(new FundingPaid(floor.nowMs(), account.address(), payment));
        floor.touch(account);
    }
}
