package aiquant.simulator.venue;

import aiquant.simulator.MicroUsd;
import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import aiquant.simulator.account.Margin;
import aiquant.simulator.account.Performance;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.Funding;
import aiquant.simulator.market.VenueCandle;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Puts numbers together for those who look.
final class Views {

    private static final long DAY_MS = 86_400_000;

    private final Floor floor;

    Views(Floor floor) {
        this.floor = floor;
    }

    AssetContext context(Market market) {
        BigDecimal mark = market.mark().orElse(BigDecimal.ZERO);
        DayVolume.Sum day = market.dayVolume(floor.nowMs());
        Optional<BigDecimal> bid = market.impact(Side.BUY);
        Optional<BigDecimal> ask = market.impact(Side.SELL);
        boolean isDeep = bid.isPresent() && ask.isPresent();
        return new AssetContext(
                market.coin(),
                market.asset().isDelisted() ? BigDecimal.ZERO : Funding.publishedRate(market.averagePremium()),
                openInterest(market.coin()),
                prevDay(market, mark),
                day.usd(),
                day.base(),
                market.oracle().orElse(mark),
                mark,
                market.book().mid(),
                market.lastPremium(),
                isDeep ? bid : Optional.empty(),
                isDeep ? ask : Optional.empty());
    }

    private BigDecimal openInterest(String coin) {
        BigDecimal sum = floor.marketAccount().position(coin).max(BigDecimal.ZERO);
        for (Account account : floor.accounts()) {
            sum = sum.add(account.position(coin).max(BigDecimal.ZERO));
        }
        return sum;
    }

    private BigDecimal prevDay(Market market, BigDecimal otherwise) {
        long fromMs = floor.nowMs() - DAY_MS;
        List<VenueCandle> candles = market.candles().between(CandleInterval.H1, fromMs, Long.MAX_VALUE, floor.nowMs());
        return candles.isEmpty() ? otherwise : candles.getFirst().open();
    }

    AccountState state(Account account) {
        Margin margin = floor.margin();
        return new AccountState(
                account.holdings().stream()
                        .filter(holding -> !holding.isFlat())
                        .map(holding -> position(account, holding))
                        .toList(),
                margin.summary(account),
                margin.crossSummary(account),
                MicroUsd.cut(margin.crossMaintenance(account)),
                margin.withdrawable(account, floor.rules().has(Switch.TENTH_IN_WITHDRAWABLE)),
                floor.nowMs());
    }

    private AccountState.PositionView position(Account account, Holding holding) {
        Market market = floor.market(holding.coin());
        BigDecimal mark = floor.mark(holding.coin());
        BigDecimal pnl = holding.size()
                .multiply(mark.subtract(holding.entryPrice()))
                .setScale(MicroUsd.DECIMALS, RoundingMode.HALF_EVEN);
        return new AccountState.PositionView(
                holding.coin(),
                holding.size(),
                holding.entryPrice().setScale(market.asset().grid().priceDecimals(), RoundingMode.HALF_EVEN),
                holding.notional(mark),
                pnl,
                Margin.returnOnEquity(pnl, holding.size(), holding.entryPrice(), holding.leverage()),
                floor.margin().liquidationPrice(account, holding),
                MicroUsd.cut(floor.margin().marginUsed(holding)),
                market.asset().maxLeverage(),
                holding.leverage(),
                holding.isCross(),
                holding.isolatedUsd(),
                holding.fundingEver(),
                holding.fundingSinceOpen(),
                holding.fundingSinceChange());
    }

    Performance.Sample performance(Account account) {
        BigDecimal perp = floor.margin().summary(account).accountValue();
        BigDecimal value = perp.add(account.spotUsd());
        return new Performance.Sample(
                floor.nowMs(),
                perp,
                account.spotUsd(),
                value.subtract(account.netDepositUsd()),
                account.turnover().everUsd());
    }

    /// Closing first frees what the position ties up, so the other direction has that twice on top.
    ActiveAsset active(Account account, Market market) {
        Holding holding = account.holding(market.coin()).orElseGet(() -> floor.newHolding(account, market));
        BigDecimal mark = floor.mark(market.coin());
        BigDecimal free = floor.margin().available(account).max(BigDecimal.ZERO);
        BigDecimal tied = holding.isFlat() || !holding.isCross()
                ? BigDecimal.ZERO
                : floor.margin().initial(holding.notional(mark), holding).multiply(BigDecimal.TWO);
        BigDecimal buy = MicroUsd.cut(holding.size().signum() < 0 ? free.add(tied) : free);
        BigDecimal sell = MicroUsd.cut(holding.size().signum() > 0 ? free.add(tied) : free);
        return new ActiveAsset(
                market.coin(),
                holding.leverage(),
                holding.isCross(),
                holding.isolatedUsd(),
                size(market, holding, buy, mark),
                size(market, holding, sell, mark),
                buy,
                sell,
                mark);
    }

    private static BigDecimal size(Market market, Holding holding, BigDecimal usd, BigDecimal mark) {
        if (mark.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal size = usd.multiply(BigDecimal.valueOf(holding.leverage())).divide(mark, 10, RoundingMode.DOWN);
        return market.asset().grid().onLot(size);
    }
}
