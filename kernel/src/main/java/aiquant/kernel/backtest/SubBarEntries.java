package aiquant.kernel.backtest;

import aiquant.kernel.rule.Adds;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Filters;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Ranking;
import aiquant.kernel.rule.Round;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.rule.Signals;
import java.util.Arrays;

/// Entries on finer bars inside one main bar: at its close only, or at every finer bar.
final class SubBarEntries {
    private final RuleParams rules;
    private final Books books;
    private final MarketFrame market;
    private final SubBars bars;
    private final int lookback;
    private final int symbols;
    private final Candidate[] candidates;
    private final int[] order;
    private final long[] uncounted = new long[GateCount.MARGIN + 1];
    private final IndicatorSnapshot snapshot = new IndicatorSnapshot();
    private final GateResult gates = new GateResult();
    private final Signal signal = new Signal();
    private boolean isAtCloseOnly;
    private long entryLengthMs;

    SubBarEntries(
            RuleParams rules,
            Books books,
            MarketFrame market,
            SubBars bars,
            int lookback,
            Candidate[] candidates,
            int[] order) {
        this.rules = rules;
        this.books = books;
        this.market = market;
        this.bars = bars;
        this.lookback = lookback;
        this.symbols = market.symbolCount();
        this.candidates = candidates;
        this.order = order;
    }

    /// @param interval the configured entry interval's text; its length decides which finer bar closes with the main
    ///                 bar, even one that opened before it where the interval is the longer one
    void configure(boolean atCloseOnly, String interval) {
        isAtCloseOnly = atCloseOnly;
        entryLengthMs = lengthMs(interval);
    }

    /// A number and `m`, `h` or `d`; a bad number counts as 1, another unit as 0.
    static long lengthMs(String interval) {
        String text = interval.strip();
        if (text.isEmpty()) {
            return 0L;
        }
        long unit = switch (text.charAt(text.length() - 1)) {
            case 'm' -> 60_000L;
            case 'h' -> 3_600_000L;
            case 'd' -> 86_400_000L;
            default -> 0L;
        };
        String number = text.substring(0, text.length() - 1);
        return (number.matches("[0-9]{1,9}") ? Long.parseLong(number) : 1L) * unit;
    }

    void run(int bar, long ts, long next, long[] barsSeen, int[] previousRow) {
        double equity = Booking.equity(books.account, books.positions, books.marks, symbols);
        if (isAtCloseOnly) {
            if (next != Long.MAX_VALUE) {
                tick(bar, next - entryLengthMs, next, equity, barsSeen, previousRow);
            }
            return;
        }
        for (long time : times(ts, next)) {
            if (!tick(bar, time, time, equity, barsSeen, previousRow)) {
                return;
            }
        }
    }

    private long[] times(long ts, long next) {
        long[] times = new long[16];
        int count = 0;
        for (int symbol = 0; symbol < symbols; symbol++) {
            int to = bars.after(symbol, next);
            for (int i = bars.after(symbol, ts); i < to; i++) {
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = bars.time(symbol, i);
            }
        }
        return Arrays.stream(times, 0, count).sorted().distinct().toArray();
    }

    /// One tick over all symbols; false when the round's entries are used up.
    private boolean tick(int bar, long barTime, long ts, double equity, long[] barsSeen, int[] previousRow) {
        if (books.account.entries >= rules.maxEntryOrdersPerLoop) {
            return false;
        }
        int count = 0;
        for (int symbol = 0; symbol < symbols; symbol++) {
            int index = barsSeen[symbol] >= lookback ? bars.at(symbol, barTime) : -1;
            int row = market.row(bar, symbol);
            if (index < 0 || row < 0) {
                continue;
            }
            count = decide(bar, row, index, ts, symbol, count, previousRow);
        }
        Round.enter(
                rules,
                books.account,
                books.positions,
                books.cooldowns,
                symbols,
                equity,
                candidates,
                count,
                order,
                ts,
                true,
                uncounted,
                books.log);
        books.drain();
        return true;
    }

    private int decide(int bar, int row, int index, long ts, int symbol, int count, int[] previousRow) {
        market.load(row, snapshot);
        double slope = snapshot.emaSlowSlope;
        if (!isAtCloseOnly) {
            if (previousRow[symbol] >= 0) {
                market.load(previousRow[symbol], snapshot);
            } else {
                Snapshots.untouched(snapshot);
            }
        }
        bars.overlay(symbol, index, snapshot);
        Gates.evaluate(rules, snapshot, market.isBtc(symbol), market.btc(bar), slope, gates);
        Signals.decide(rules, snapshot, gates, slope, signal);
        int side = signal.side == 0 ? 0 : Filters.transform(rules, signal.side, market.breadth(bar));
        if (side == 0) {
            return count;
        }
        int block = Filters.firstBlock(rules, snapshot, books.cooldowns[symbol], side, signal.confidence, ts);
        if (block != Filters.PASS) {
            return count;
        }
        double atr = Filters.flooredAtr(rules, snapshot);
        Position position = books.positions[symbol];
        if (position.side == 0) {
            Ranking.put(candidates[count], symbol, side, signal.confidence, snapshot, atr, signal.adxThreshold);
            return count + 1;
        }
        if (position.side == side && rules.enablePyramiding) {
            Adds.attempt(
                    rules,
                    books.account,
                    books.positions,
                    symbols,
                    books.cooldowns[symbol],
                    snapshot,
                    signal.confidence,
                    atr,
                    ts,
                    symbol,
                    true,
                    books.log);
            books.drain();
        }
        return count;
    }
}
