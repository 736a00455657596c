package aiquant.kernel.backtest;

import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Funding at every full hour, from the newest rate at or before it. An initial position pays none before its symbol's
/// first bar, because no price is known.
final class FundingPayments {
    private static final long HOUR_MS = 3_600_000L;

    private final @Nullable FundingSeries[] series;
    private final boolean isEmpty;
    private final Market market;

    FundingPayments(Market market, List<FundingSeries> funding) {
        series = new @Nullable FundingSeries[market.symbolCount()];
        isEmpty = funding.isEmpty();
        this.market = market;
        for (FundingSeries one : funding) {
            for (int i = 0; i < series.length; i++) {
                if (market.symbol(i).equals(one.symbol())) {
                    series[i] = one;
                }
            }
        }
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /// The symbol's rates, or null when it has none.
    @Nullable
    FundingSeries series(int symbol) {
        return series[symbol];
    }

    /// Index of the newest rate at or before a time, or −1.
    static int newest(@Nullable FundingSeries rates, long timeMs) {
        if (rates == null) {
            return -1;
        }
        int found = Arrays.binarySearch(rates.timeMs(), timeMs);
        return found >= 0 ? found : -found - 2;
    }

    /// Settles all open positions at the hours between the bar before and this one, this one's included.
    void pay(Books books, int bar) {
        if (isEmpty || books.account.open == 0) {
            return;
        }
        books.mark(bar);
        long ts = market.time(bar);
        long previous = bar == 0 ? ts : market.time(bar - 1);
        for (long hour = (Math.floorDiv(previous, HOUR_MS) + 1) * HOUR_MS; hour <= ts; hour += HOUR_MS) {
            for (int symbol = 0; symbol < series.length; symbol++) {
                pay(books, bar, symbol, hour);
            }
        }
    }

    private void pay(Books books, int bar, int symbol, long hour) {
        Position position = books.positions[symbol];
        FundingSeries rates = series[symbol];
        if (position.side == 0 || rates == null || market.latest(bar, symbol) < 0) {
            return;
        }
        int index = newest(rates, hour);
        if (index < 0) {
            return;
        }
        MainBar.fund(books.account, position, books.marks[symbol], rates.rate()[index], hour, symbol, books.log);
        books.drain();
    }
}
