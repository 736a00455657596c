package aiquant.simulator.venue;

import aiquant.simulator.account.Account;
import aiquant.simulator.account.Holding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/// Closes a bankrupt account's position against those who won most on the other side, at the mark before.
final class Deleveraging {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final Floor floor;
    private final OrderEnds ends;
    private final Booking booking;

    Deleveraging(Floor floor, OrderEnds ends, Booking booking) {
        this.floor = floor;
        this.ends = ends;
        this.booking = booking;
    }

    /// Closes as much of the position as there is on the other side; the rest stays.
    void close(Account lost, Holding holding) {
        String coin = holding.coin();
        Market market = floor.market(coin);
        BigDecimal price = market.previousMark().orElseGet(() -> floor.mark(coin));
        List<Account> others = floor.accounts().stream()
                .filter(other -> other != lost)
                .filter(other -> other.position(coin).signum() * holding.size().signum() < 0)
                .filter(other -> equity(floor.holding(other, coin), other).signum() > 0)
                .sorted(Comparator.comparing((Account other) -> rank(other, coin))
                        .reversed())
                .toList();
        for (Account other : others) {
            if (!holding.isFlat()) {
                BigDecimal size = holding.size().abs().min(other.position(coin).abs());
                booking.deleverage(lost, other, coin, size, price);
                ends.keepReducing(other, coin);
                floor.touch(other);
            }
        }
    }

    /// (mark / entry) · (notional / account value)
    private BigDecimal rank(Account account, String coin) {
        Holding holding = floor.holding(account, coin);
        BigDecimal mark = floor.mark(coin);
        return mark.divide(holding.entryPrice(), DIGITS)
                .multiply(holding.notional(mark).divide(equity(holding, account), DIGITS));
    }

    private BigDecimal equity(Holding holding, Account account) {
        return holding.isCross() ? floor.margin().crossValue(account) : holding.equity(floor.mark(holding.coin()));
    }
}
