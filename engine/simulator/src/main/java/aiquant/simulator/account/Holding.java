package aiquant.simulator.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// An account's position in one coin with its leverage setting; flat most of the time.
///
/// An isolated position keeps its own dollars; they are what is left of its equity when its value is taken out.
/// Not thread-safe.
public final class Holding {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final String coin;
    private int leverage;
    private boolean isCross;
    private BigDecimal size = BigDecimal.ZERO;
    private BigDecimal entryPrice = BigDecimal.ZERO;
    private BigDecimal isolatedUsd = BigDecimal.ZERO;
    private BigDecimal fundingEver = BigDecimal.ZERO;
    private BigDecimal fundingSinceOpen = BigDecimal.ZERO;
    private BigDecimal fundingSinceChange = BigDecimal.ZERO;

    public Holding(String coin, int leverage, boolean isCross) {
        this.coin = coin;
        this.leverage = leverage;
        this.isCross = isCross;
    }

    public String coin() {
        return coin;
    }

    public int leverage() {
        return leverage;
    }

    public boolean isCross() {
        return isCross;
    }

    /// Signed.
    public BigDecimal size() {
        return size;
    }

    public boolean isFlat() {
        return size.signum() == 0;
    }

    /// Average of the increases, to 34 digits; zero when flat.
    public BigDecimal entryPrice() {
        return entryPrice;
    }

    public BigDecimal isolatedUsd() {
        return isolatedUsd;
    }

    public BigDecimal fundingEver() {
        return fundingEver;
    }

    public BigDecimal fundingSinceOpen() {
        return fundingSinceOpen;
    }

    public BigDecimal fundingSinceChange() {
        return fundingSinceChange;
    }

    public BigDecimal notional(BigDecimal mark) {
        return size.abs().multiply(mark);
    }

    /// Of an isolated position.
    public BigDecimal equity(BigDecimal mark) {
        return isolatedUsd.add(size.multiply(mark));
    }

    public void setLeverage(int newLeverage, boolean cross) {
        leverage = newLeverage;
        isCross = cross;
    }

    public void addIsolatedUsd(BigDecimal usd) {
        isolatedUsd = isolatedUsd.add(usd);
    }

    /// @param receivedUsd negative is paid; shown with the sign turned round
    public void addFunding(BigDecimal receivedUsd) {
        fundingEver = fundingEver.subtract(receivedUsd);
        fundingSinceOpen = fundingSinceOpen.subtract(receivedUsd);
        fundingSinceChange = fundingSinceChange.subtract(receivedUsd);
    }

    /// Whether a trade of this signed size makes the position larger or turns it round.
    public boolean increases(BigDecimal signed) {
        return size.add(signed).abs().compareTo(size.abs()) > 0 || flips(signed);
    }

    public boolean flips(BigDecimal signed) {
        return size.signum() * size.add(signed).signum() < 0;
    }

    /// What a trade of this signed size closes, without a sign.
    public BigDecimal closedBy(BigDecimal signed) {
        return size.signum() * signed.signum() < 0 ? size.abs().min(signed.abs()) : BigDecimal.ZERO;
    }

    /// Changes size and entry price only.
    ///
    /// @return profit of the part that was closed, before fees, to six decimals
    BigDecimal trade(BigDecimal signed, BigDecimal price) {
        BigDecimal closed = closedBy(signed);
        BigDecimal gain = price.subtract(entryPrice).multiply(closed);
        BigDecimal profit = size.signum() >= 0 ? gain : gain.negate();
        BigDecimal after = size.add(signed);
        if (after.signum() == 0) {
            entryPrice = BigDecimal.ZERO;
        } else if (isFlat() || flips(signed)) {
            entryPrice = price;
            fundingSinceOpen = BigDecimal.ZERO;
        } else if (closed.signum() == 0) {
            BigDecimal cost = entryPrice.multiply(size).add(price.multiply(signed));
            entryPrice = cost.divide(after, EXACT);
        }
        size = after;
        fundingSinceChange = BigDecimal.ZERO;
        return profit.setScale(6, RoundingMode.HALF_EVEN);
    }
}
