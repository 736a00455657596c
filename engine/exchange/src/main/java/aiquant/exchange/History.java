package aiquant.exchange;

import aiquant.exchange.InfoException.Kind;
import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.action.Address;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.FundingRow;
import aiquant.exchange.wire.LedgerUpdate;
import aiquant.exchange.wire.UserFunding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Whole stretches of history, put together from pages: each item once, oldest first.
///
/// An answer holds a limited number of items, and it is not certain which end it leaves out. So after a full
/// page both sides of it are asked for, until a page brings nothing new.
public final class History {
    /// No answer with fewer items than this was cut.
    private static final int LEAST_FULL_PAGE = 500;

    private static final int BARS_PER_PAGE = 2000;
    private static final int MOST_BARS = 5000;

    private final InfoClient client;
    private final Priority priority;

    /// Milliseconds, both ends included.
    private record Stretch(long fromMs, long toMs) {}

    private interface Page<T> {
        InfoRequest<List<T>> of(long fromMs, long toMs);
    }

    public History(InfoClient client, Priority priority) {
        this.client = client;
        this.priority = priority;
    }

    public List<Fill> fills(Address account, long fromMs, long toMs) throws InfoException, InterruptedException {
        return all((from, to) -> InfoRequest.userFillsByTime(account, from, to), fromMs, toMs, Fill::timeMs, Fill::key);
    }

    public List<UserFunding> funding(Address account, long fromMs, long toMs)
            throws InfoException, InterruptedException {
        return all(
                (from, to) -> InfoRequest.userFunding(account, from, to),
                fromMs,
                toMs,
                UserFunding::timeMs,
                row -> List.of(row.timeMs(), row.coin(), row.hash(), row.usdc()));
    }

    public List<LedgerUpdate> ledgerUpdates(Address account, long fromMs, long toMs)
            throws InfoException, InterruptedException {
        return all(
                (from, to) -> InfoRequest.userLedgerUpdates(account, from, to),
                fromMs,
                toMs,
                LedgerUpdate::timeMs,
                row -> row);
    }

    public List<FundingRow> fundingRates(String coin, long fromMs, long toMs)
            throws InfoException, InterruptedException {
        return all(
                (from, to) -> InfoRequest.fundingHistory(coin, from, to),
                fromMs,
                toMs,
                FundingRow::timeMs,
                FundingRow::timeMs);
    }

    /// Candles that open within the stretch, and the one that holds its beginning. Only the newest 5000 of an
    /// interval exist; older ones are simply not there.
    /// @param intervalMs the length of a candle
    public List<Bar> candles(String coin, String interval, long intervalMs, long fromMs, long toMs)
            throws InfoException, InterruptedException {
        List<Bar> bars = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long oldestMs = Math.max(0, toMs - MOST_BARS * intervalMs);
        for (long from = Math.max(oldestMs, fromMs); from <= toMs; from += BARS_PER_PAGE * intervalMs) {
            long to = Math.min(toMs, from + BARS_PER_PAGE * intervalMs - 1);
            for (Bar bar : client.ask(InfoRequest.candles(coin, interval, from, to), priority)) {
                if (seen.add(bar.openTimeMs())) {
                    bars.add(bar);
                }
            }
        }
        bars.sort(Comparator.comparingLong(Bar::openTimeMs));
        return bars;
    }

    private <T> List<T> all(Page<T> page, long fromMs, long toMs, ToLongFunction<T> timeMs, Function<T, Object> key)
            throws InfoException, InterruptedException {
        List<T> all = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Deque<Stretch> open = new ArrayDeque<>(List.of(new Stretch(Math.max(0, fromMs), toMs)));
        while (!open.isEmpty()) {
            Stretch stretch = open.removeFirst();
            List<T> items = client.ask(page.of(stretch.fromMs, stretch.toMs), priority);
            List<T> fresh =
                    items.stream().filter(one -> seen.add(key.apply(one))).toList();
            all.addAll(fresh);
            if (items.size() < LEAST_FULL_PAGE) {
                continue;
            }
            long first = items.stream().mapToLong(timeMs).min().orElseThrow();
            long last = items.stream().mapToLong(timeMs).max().orElseThrow();
            if (stretch.fromMs == stretch.toMs || (fresh.isEmpty() && first == last)) {
                throw new InfoException(Kind.INCOMPLETE, "more than one page of items at the millisecond " + first);
            }
            if (!fresh.isEmpty()) {
                open.addLast(new Stretch(stretch.fromMs, first));
                open.addLast(new Stretch(last, stretch.toMs));
            }
        }
        all.sort(Comparator.comparingLong(timeMs));
        return all;
    }
}
