package aiquant.kernel.backtest;

import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.rule.SubBar;
import java.util.Arrays;

/// Entries on finer bars inside one main bar: at its close only, or at every finer bar.
final class SubBarEntries {
    private final Lineup lineup;
    private final Books books;
    private final MarketFrames frames;
    private final SignalTable signals;
    private final double[] breadth;
    private final Market market;
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
    private long[] times = new long[16];

    SubBarEntries(
            Lineup lineup,
            Books books,
            MarketFrames frames,
            SignalTable signals,
            double[] breadth,
            SubBars bars,
            int lookback,
            Candidate[] candidates,
            int[] order) {
        this.lineup = lineup;
        this.books = books;
        this.frames = frames;
        this.signals = signals;
        this.breadth = breadth;
        this.market = frames.market();
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

    /// @param next the next main bar's time; `Long.MAX_VALUE` after the last
    void run(int bar, long next) {
        books.mark(bar);
        double equity = Booking.equity(books.account, books.positions, books.marks, symbols);
        if (isAtCloseOnly) {
            if (next != Long.MAX_VALUE) {
                tick(bar, next - entryLengthMs, next, equity);
            }
            return;
        }
        int count = times(bar);
        for (int i = 0; i < count; i++) {
            if (!tick(bar, times[i], times[i], equity)) {
                return;
            }
        }
    }

    /// Collects the distinct times of the bar's finer bars, sorted; returns how many.
    private int times(int bar) {
        int count = 0;
        for (int symbol = 0; symbol < symbols; symbol++) {
            int to = bars.to(bar, symbol);
            for (int i = bars.from(bar, symbol); i < to; i++) {
                count = insert(bars.time(symbol, i), count);
            }
        }
        return count;
    }

    /// Symbols mostly share their times, so the place is mostly found at once.
    private int insert(long time, int count) {
        int at = count;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        if (at > 0 && times[at - 1] == time) {
            return count;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        System.arraycopy(times, at, times, at + 1, count - at);
        times[at] = time;
        return count + 1;
    }

    /// One tick over all symbols; false when the round's entries are used up.
    private boolean tick(int bar, long barTime, long ts, double equity) {
        if (books.account.entries >= lineup.common().rules().maxEntryOrdersPerLoop) {
            return false;
        }
        int count = 0;
        for (int word = 0; word < SignalTable.words(symbols); word++) {
            for (long mask = candidates(bar, word); mask != 0; mask &= mask - 1) {
                count = visit(bar, (word << 6) + Long.numberOfTrailingZeros(mask), barTime, ts, count);
            }
        }
        if (count > 0) {
            lineup.enter(books, equity, candidates, count, order, ts, true, uncounted);
        }
        return true;
    }

    /// Symbols that may have a signal. A finer bar that closes where the main bar does shows the rules what the main
    /// bar
    /// showed them, so that where the one gave no signal the other gives none.
    private long candidates(int bar, int word) {
        if (isAtCloseOnly && bars.lengthMs() == entryLengthMs) {
            return signals.mask(bar, word) | bars.closingApart(bar, word);
        }
        int left = symbols - (word << 6);
        return left >= 64 ? -1L : (1L << left) - 1;
    }

    private int visit(int bar, int symbol, long barTime, long ts, int count) {
        int row = market.row(bar, symbol);
        if (row < 0 || row - market.firstRow(symbol) + 1 < lookback) {
            return count;
        }
        int index = index(bar, symbol, barTime);
        return index < 0 ? count : decide(bar, row, index, ts, symbol, count);
    }

    /// Index of the symbol's finer bar at exactly this time, or −1; a close may also lie outside the main bar.
    private int index(int bar, int symbol, long barTime) {
        if (barTime <= market.time(bar)) {
            return bars.at(symbol, barTime);
        }
        int from = bars.from(bar, symbol);
        int i = bars.to(bar, symbol) - 1;
        while (i >= from && bars.time(symbol, i) > barTime) {
            i--;
        }
        return i >= from && bars.time(symbol, i) == barTime ? i : -1;
    }

    private int decide(int bar, int row, int index, long ts, int symbol, int count) {
        RuleParams rules = lineup.rules(symbol);
        frames.load(row, symbol, snapshot);
        double slope = snapshot.emaSlowSlope;
        if (!isAtCloseOnly) {
            if (row > market.firstRow(symbol)) {
                frames.load(row - 1, symbol, snapshot);
            } else {
                IndicatorSnapshot.clear(snapshot);
            }
        }
        bars.overlay(symbol, index, snapshot);
        int after = SubBar.act(
                rules,
                books.account,
                books.positions,
                symbols,
                books.cooldowns[symbol],
                snapshot,
                slope,
                market.isBtc(symbol),
                frames.btc(bar),
                breadth[bar],
                gates,
                signal,
                ts,
                symbol,
                candidates,
                count,
                books.log);
        books.drain();
        return after;
    }
}
