package aiquant.kernel.backtest;

import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.ExitResult;
import aiquant.kernel.rule.ExitView;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.EngineSettings;
import java.util.stream.IntStream;

/// The replay loop: main bars in time order, each followed by its finer bars, funding and an equity sample.
///
/// Looks only at symbols that have a position or a signal. One use per run. What a bar decides is in `kernel.rule`;
/// here is only the order of events.
final class Replay {
    private final BacktestData data;
    private final Lineup lineup;
    private final MarketFrames frames;
    private final Market market;
    private final SignalTable signals;
    private final Books books;

    /// Per bar; zeros where no rule looks at it.
    private final double[] breadth;

    private final int symbols;
    private final int words;
    private final SubBars exitBars;
    private final boolean hasExitBars;
    private final boolean hasEntryBars;
    private final SubBarEntries entries;

    private final IndicatorSnapshot snapshot = new IndicatorSnapshot();
    private final Signal signal = new Signal();
    private final ExitView exitView = new ExitView();
    private final ExitResult exitResult = new ExitResult();
    private final Candidate[] candidates;
    private final int[] order;
    private int nextSignal;

    Replay(BacktestData data, Lineup lineup, MarketFrames frames, SignalTable signals, Books books) {
        this.data = data;
        this.lineup = lineup;
        this.frames = frames;
        this.market = frames.market();
        this.signals = signals;
        this.books = books;
        breadth = lineup.readsBreadth() ? frames.breadth() : new double[market.barCount()];
        symbols = market.symbolCount();
        words = SignalTable.words(symbols);
        EngineSettings engine = lineup.common().params().engine();
        exitBars = data.exitBars();
        hasExitBars = exitBars.isPresent() && !engine.exitInterval().equals(engine.interval());
        hasEntryBars = data.entryBars().isPresent();
        candidates = IntStream.range(0, symbols).mapToObj(i -> new Candidate()).toArray(Candidate[]::new);
        order = new int[symbols];
        entries = new SubBarEntries(
                lineup, books, frames, signals, breadth, data.entryBars(), data.lookback(), candidates, order);
        entries.configure(engine.signalOnCandleClose(), engine.entryInterval());
    }

    void run() {
        signals.addCounts(books.counts);
        for (int bar = data.firstBar(); bar < data.endBar(); bar++) {
            long ts = market.time(bar);
            int count = mainBar(bar, ts);
            if (count > 0) {
                enter(bar, count, ts);
            }
            if (hasExitBars) {
                exitOnSubBars(bar);
            }
            if (hasEntryBars) {
                entries.run(bar, bar + 1 < market.barCount() ? market.time(bar + 1) : Long.MAX_VALUE);
            }
            data.funding().pay(books, bar);
            books.sampleEquity();
        }
        if (data.endBar() > 0) {
            closeAll(data.endBar() - 1);
        }
    }

    /// Exits, flips, adds and candidacy of every symbol with a position or a signal; returns the number of candidates.
    private int mainBar(int bar, long ts) {
        books.account.entries = 0;
        int count = 0;
        for (int word = 0; word < words; word++) {
            long signalled = signals.mask(bar, word);
            long held = hasExitBars ? 0L : books.open(word);
            for (long mask = signalled | held; mask != 0; mask &= mask - 1) {
                long bit = mask & -mask;
                int symbol = (word << 6) + Long.numberOfTrailingZeros(mask);
                count = decide(bar, ts, symbol, (signalled & bit) != 0, count);
            }
        }
        return count;
    }

    private int decide(int bar, long ts, int symbol, boolean isSignalled, int count) {
        int row = market.row(bar, symbol);
        if (row < 0) {
            return count;
        }
        boolean isActing = isSignalled && !hasEntryBars;
        if (isSignalled) {
            signals.load(nextSignal++, signal);
        }
        if (books.positions[symbol].side == 0 && !(isActing && isStrongEnough(symbol))) {
            return isActing ? act(bar, ts, symbol, count) : count;
        }
        frames.load(row, symbol, snapshot);
        if (!hasExitBars && books.positions[symbol].side != 0) {
            exit(ts, symbol);
        }
        int after = isActing ? act(bar, ts, symbol, count) : count;
        if (books.account.rows > 0) {
            books.drain();
            books.track(symbol);
        }
        return after;
    }

    /// A signal too weak to enter is counted, whatever the indicators say: most are, and need not be looked up. Says
    /// what
    /// the first filter of `Filters.firstBlock` does.
    private boolean isStrongEnough(int symbol) {
        return signal.confidence >= lineup.rules(symbol).entryMinConfidence;
    }

    private int act(int bar, long ts, int symbol, int count) {
        return MainBar.act(
                lineup.rules(symbol),
                books.account,
                books.positions,
                symbols,
                books.cooldowns[symbol],
                snapshot,
                signal,
                breadth[bar],
                ts,
                symbol,
                candidates,
                count,
                books.counts,
                books.log);
    }

    private boolean exit(long ts, int symbol) {
        int[] plan = lineup.exitPlan(symbol);
        return MainBar.exit(
                lineup.rules(symbol),
                plan,
                plan.length,
                books.account,
                books.positions[symbol],
                books.cooldowns[symbol],
                snapshot,
                ts,
                symbol,
                market.isPaxg(symbol),
                exitView,
                exitResult,
                books.log);
    }

    private void enter(int bar, int count, long ts) {
        books.mark(bar);
        double equity = Booking.equity(books.account, books.positions, books.marks, symbols);
        lineup.enter(books, equity, candidates, count, order, ts, false, books.counts);
    }

    /// The finer bars of each open position, one symbol after the other.
    private void exitOnSubBars(int bar) {
        for (int word = 0; word < words; word++) {
            for (long mask = books.open(word); mask != 0; mask &= mask - 1) {
                int symbol = (word << 6) + Long.numberOfTrailingZeros(mask);
                int to = exitBars.to(bar, symbol);
                int from = exitBars.from(bar, symbol);
                if (from < to) {
                    exitOnSubBars(bar, symbol, from, to);
                }
            }
        }
    }

    /// Indicators stand as they did before the main bar.
    private void exitOnSubBars(int bar, int symbol, int from, int to) {
        int base = market.latest(bar - 1, symbol);
        if (base >= 0) {
            frames.load(base, symbol, snapshot);
        } else {
            IndicatorSnapshot.clear(snapshot);
        }
        for (int i = from; i < to && books.positions[symbol].side != 0; i++) {
            exitBars.overlay(symbol, i, snapshot);
            if (exit(exitBars.time(symbol, i), symbol)) {
                books.drain();
                books.track(symbol);
            }
        }
    }

    /// Closes what is left at the last close, after the last equity sample. A position whose symbol has had no bar yet
    /// stays open, and when no bar lies before the end, all do.
    private void closeAll(int bar) {
        books.mark(bar);
        for (int symbol = 0; symbol < symbols; symbol++) {
            Position position = books.positions[symbol];
            double price = books.marks[symbol];
            if (position.side != 0 && market.latest(bar, symbol) >= 0 && price > 0.0) {
                MainBar.end(
                        books.account, position, books.cooldowns[symbol], price, market.time(bar), symbol, books.log);
                books.drain();
            }
        }
    }
}
