package aiquant.kernel.backtest;

import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.ExitResult;
import aiquant.kernel.rule.ExitView;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Reason;
import aiquant.kernel.rule.Round;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.EngineSettings;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The replay loop: main bars in time order, each followed by its finer bars, funding and an equity sample.
///
/// One use per run. What a bar decides is in `kernel.rule`; here is only the order of events.
final class Replay {
    private final BacktestInput input;
    private final RuleParams rules;
    private final int[] exitPlan;
    private final MarketFrame market;
    private final Books books;
    private final int symbols;
    private final SubBars exitBars;
    private final SubBars entryBars;
    private final FundingPayments funding;
    private final boolean hasExitBars;
    private final boolean hasEntryBars;

    private final int[] currentRow;
    private final int[] previousRow;
    private final long[] barsSeen;
    private final IndicatorSnapshot snapshot = new IndicatorSnapshot();
    private final GateResult gates = new GateResult();
    private final Signal signal = new Signal();
    private final ExitView exitView = new ExitView();
    private final ExitResult exitResult = new ExitResult();
    private final Candidate[] candidates;
    private final int[] order;

    Replay(BacktestInput input, CompiledStrategy strategy, MarketFrame market, Books books) {
        this.input = input;
        this.rules = strategy.rules();
        this.exitPlan = strategy.exitPlan();
        this.market = market;
        this.books = books;
        symbols = market.symbolCount();
        EngineSettings engine = strategy.params().engine();
        hasExitBars = input.exitCandles().isPresent() && !engine.exitInterval().equals(engine.interval());
        hasEntryBars = input.entryCandles().isPresent();
        exitBars = new SubBars(market, input.exitCandles());
        entryBars = new SubBars(market, input.entryCandles());
        funding = new FundingPayments(market, input.funding());
        currentRow = new int[symbols];
        previousRow = new int[symbols];
        barsSeen = new long[symbols];
        Arrays.fill(currentRow, -1);
        Arrays.fill(previousRow, -1);
        candidates = IntStream.range(0, symbols).mapToObj(i -> new Candidate()).toArray(Candidate[]::new);
        order = new int[symbols];
    }

    void run() {
        SubBarEntries entries = new SubBarEntries(rules, books, market, entryBars, input.lookback(), candidates, order);
        EngineSettings engine = input.params().engine();
        entries.configure(engine.signalOnCandleClose(), engine.entryInterval());
        int last = -1;
        for (int bar = 0; bar < market.barCount() && market.time(bar) <= input.toMs(); bar++) {
            last = bar;
            long ts = market.time(bar);
            boolean isInWindow = ts >= input.fromMs();
            int count = mainBar(bar, ts, isInWindow);
            if (!isInWindow) {
                continue;
            }
            enter(count, ts);
            long next = bar + 1 < market.barCount() ? market.time(bar + 1) : Long.MAX_VALUE;
            if (hasExitBars) {
                exitOnSubBars(ts, next);
            }
            if (hasEntryBars) {
                entries.run(bar, ts, next, barsSeen, previousRow);
            }
            long previous = bar == 0 ? ts : market.time(bar - 1);
            funding.pay(books, previous, ts);
            books.sampleEquity(ts);
        }
        if (last >= 0) {
            closeAll(market.time(last));
        }
    }

    /// Exits, signals, flips, adds and candidacy of every symbol that has a bar; returns the number of candidates.
    private int mainBar(int bar, long ts, boolean isInWindow) {
        books.account.entries = 0;
        int count = 0;
        for (int symbol = 0; symbol < symbols; symbol++) {
            int row = market.row(bar, symbol);
            if (row < 0) {
                previousRow[symbol] = currentRow[symbol];
                continue;
            }
            previousRow[symbol] = currentRow[symbol];
            currentRow[symbol] = row;
            barsSeen[symbol]++;
            books.mark(symbol, market.close(row));
            if (isInWindow) {
                count = decide(bar, row, ts, symbol, count);
            }
        }
        return count;
    }

    private int decide(int bar, int row, long ts, int symbol, int count) {
        Position position = books.positions[symbol];
        boolean mayExit = position.side != 0 && !hasExitBars;
        boolean maySignal = barsSeen[symbol] >= input.lookback();
        if (!mayExit && !maySignal) {
            return count;
        }
        market.load(row, snapshot);
        if (mayExit) {
            exit(ts, symbol);
            books.drain();
        }
        if (!maySignal) {
            return count;
        }
        MainBar.signal(
                rules,
                snapshot,
                market.isBtc(symbol),
                market.btc(bar),
                snapshot.emaSlowSlope,
                gates,
                signal,
                books.counts);
        if (signal.side == 0) {
            return count;
        }
        books.recordSignal(ts, symbol, signal, snapshot);
        if (hasEntryBars) {
            return count;
        }
        int after = MainBar.act(
                rules,
                books.account,
                books.positions,
                symbols,
                books.cooldowns[symbol],
                snapshot,
                signal,
                market.breadth(bar),
                ts,
                symbol,
                candidates,
                count,
                books.counts,
                books.log);
        books.drain();
        return after;
    }

    private boolean exit(long ts, int symbol) {
        return MainBar.exit(
                rules,
                exitPlan,
                exitPlan.length,
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

    private void enter(int count, long ts) {
        if (count == 0) {
            return;
        }
        double equity = Booking.equity(books.account, books.positions, books.marks, symbols);
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
                false,
                books.counts,
                books.log);
        books.drain();
    }

    /// Finer bars in (ts, next] of each open position, one symbol after the other.
    private void exitOnSubBars(long ts, long next) {
        for (int symbol = 0; symbol < symbols; symbol++) {
            if (books.positions[symbol].side == 0) {
                continue;
            }
            int base = previousRow[symbol];
            int to = exitBars.after(symbol, next);
            for (int i = exitBars.after(symbol, ts); i < to && books.positions[symbol].side != 0; i++) {
                if (base >= 0) {
                    market.load(base, snapshot);
                } else {
                    Snapshots.untouched(snapshot);
                }
                exitBars.overlay(symbol, i, snapshot);
                if (exit(exitBars.time(symbol, i), symbol)) {
                    books.drain();
                }
            }
        }
    }

    /// Closes what is left at the last close, after the last equity sample. A position whose symbol has had no bar yet
    /// stays open, and when no bar lies before the end, all do.
    private void closeAll(long ts) {
        for (int symbol = 0; symbol < symbols; symbol++) {
            Position position = books.positions[symbol];
            double price = books.marks[symbol];
            if (position.side != 0 && books.isPriced(symbol) && price > 0.0) {
                FillRow row = books.log[books.account.rows++];
                row.timeMs = ts;
                row.symbol = symbol;
                row.reason = Reason.END_OF_BACKTEST;
                row.isSubBar = false;
                Booking.priceExit(position, price, position.size, row);
                Booking.close(books.account, position, books.cooldowns[symbol], row);
                books.drain();
            }
        }
    }
}
