package aiquant.simulator.venue;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.MarginMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Leverage settings and the margin of isolated positions.
final class LeverageDesk {

    private final Floor floor;

    LeverageDesk(Floor floor) {
        this.floor = floor;
    }

    ActionResult update(Account account, Action.UpdateLeverage update) {
        return refusal(account, update)
                .<ActionResult>map(ActionResult.Refused::new)
                .orElseGet(() -> {
                    floor.holding(account, update.coin()).setLeverage(update.leverage(), update.isCross());
                    return new ActionResult.Done();
                });
    }

    private Optional<String> refusal(Account account, Action.UpdateLeverage update) {
        Optional<Asset> asset = floor.find(update.coin()).map(Market::asset);
        if (asset.isEmpty() || asset.get().isDelisted()) {
            return Optional.of("Trading is halted.");
        }
        if (update.leverage() < 1 || update.leverage() > asset.get().maxLeverage()) {
            return Optional.of("Invalid leverage value");
        }
        if (update.isCross() && !asset.get().marginMode().allowsCross()) {
            return Optional.of("Cross margin is not allowed for this asset.");
        }
        Holding holding = floor.holding(account, update.coin());
        if (!holding.isFlat() && holding.isCross() != update.isCross()) {
            return Optional.of("Cannot switch leverage type with open position.");
        }
        if (update.leverage() >= holding.leverage() || coversLower(account, holding, update.leverage())) {
            return Optional.empty();
        }
        return Optional.of((holding.isCross() ? "Cross" : "Isolated")
                + " position does not have sufficient margin available to decrease leverage.");
    }

    /// Whether positions and orders would still be covered at the lower leverage.
    private boolean coversLower(Account account, Holding holding, int leverage) {
        int before = holding.leverage();
        holding.setLeverage(leverage, holding.isCross());
        boolean covered = floor.margin().available(account).signum() >= 0;
        if (!holding.isCross() && !holding.isFlat()) {
            BigDecimal mark = floor.mark(holding.coin());
            BigDecimal needed = floor.margin().initial(holding.notional(mark), holding);
            covered = covered && holding.equity(mark).compareTo(needed) >= 0;
        }
        holding.setLeverage(before, holding.isCross());
        return covered;
    }

    /// Moves in what is missing for the position to stand at this leverage; never takes anything out.
    ActionResult topUp(Account account, String coin, BigDecimal leverage) {
        if (leverage.compareTo(BigDecimal.ONE) < 0) {
            return new ActionResult.Refused("Invalid leverage value");
        }
        Optional<Holding> held = account.holding(coin).filter(holding -> !holding.isFlat());
        if (held.isEmpty() || held.get().isCross()) {
            return addMargin(account, coin, BigDecimal.ZERO);
        }
        BigDecimal mark = floor.mark(coin);
        BigDecimal wanted = held.get().notional(mark).divide(leverage, MicroUsd.DECIMALS, RoundingMode.UP);
        BigDecimal missing = wanted.subtract(held.get().equity(mark));
        return missing.signum() <= 0 ? new ActionResult.Done() : addMargin(account, coin, missing);
    }

    ActionResult addMargin(Account account, String coin, BigDecimal usd) {
        Optional<Holding> held = account.holding(coin).filter(holding -> !holding.isFlat());
        if (held.isEmpty()) {
            return new ActionResult.Refused("No open position to update margin.");
        }
        Holding holding = held.get();
        if (holding.isCross()) {
            return new ActionResult.Refused("Position does not use isolated margin.");
        }
        boolean isStrict = floor.market(coin).asset().marginMode() == MarginMode.STRICT_ISOLATED;
        if (usd.signum() < 0 && isStrict) {
            return new ActionResult.Refused("Margin cannot be removed for this asset.");
        }
        BigDecimal most = usd.signum() < 0
                ? floor.margin().removable(holding)
                : floor.margin().available(account).min(floor.margin().transferable(account));
        if (usd.abs().compareTo(most) > 0) {
            return new ActionResult.Refused("Insufficient margin available.");
        }
        BigDecimal moved = MicroUsd.cut(usd);
        account.addRawUsd(moved.negate());
        holding.addIsolatedUsd(moved);
        return new ActionResult.Done();
    }
}
