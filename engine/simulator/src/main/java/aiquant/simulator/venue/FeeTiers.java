package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.FeeSchedule;
import java.math.BigDecimal;
import java.math.MathContext;

/// Sets every account's rates at midnight.
final class FeeTiers {

    private final Floor floor;

    FeeTiers(Floor floor) {
        this.floor = floor;
    }

    void update() {
        long nowMs = floor.nowMs();
        BigDecimal all = floor.marketAccount().turnover().recentMakerUsd(nowMs);
        for (Account account : floor.accounts()) {
            all = all.add(account.turnover().recentMakerUsd(nowMs));
        }
        for (Account account : floor.accounts()) {
            BigDecimal made = account.turnover().recentMakerUsd(nowMs);
            BigDecimal share = all.signum() == 0 ? BigDecimal.ZERO : made.divide(all, MathContext.DECIMAL64);
            account.setRates(FeeSchedule.rates(account.turnover().recentUsd(nowMs), share));
        }
    }
}
