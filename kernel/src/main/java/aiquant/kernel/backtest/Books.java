package aiquant.kernel.backtest;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.Position;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The books of one replay: account, positions, cooldowns, counters and the curve of realised balance.
final class Books {
    private final BacktestData data;
    private final Market market;
    private final FillSink sink;
    private final int symbols;
    private final long[] open;
    private final double[] equity;
    private int samples;

    final Account account = new Account();
    final Position[] positions;
    final Cooldown[] cooldowns;

    /// Latest main close of open positions once [#mark] was called; before its symbol's first bar, an initial position
    /// stands at its entry and wins or loses nothing.
    final double[] marks;

    final long[] counts = new long[GateCount.MARGIN + 1];

    /// Where the rules write; emptied by [#drain].
    final FillRow[] log;

    Books(BacktestData data, FillSink sink) {
        this.data = data;
        this.sink = sink;
        market = data.market();
        symbols = market.symbolCount();
        positions = IntStream.range(0, symbols).mapToObj(i -> new Position()).toArray(Position[]::new);
        cooldowns = IntStream.range(0, symbols).mapToObj(i -> new Cooldown()).toArray(Cooldown[]::new);
        marks = new double[symbols];
        open = new long[SignalTable.words(symbols)];
        equity = new double[data.times().length];
        log = IntStream.range(0, symbols + 8).mapToObj(i -> new FillRow()).toArray(FillRow[]::new);
        account.balance = data.initialBalance();
        data.initialState().ifPresent(this::seed);
    }

    private void seed(InitialState state) {
        for (int i = 0; i < symbols; i++) {
            Symbol symbol = market.symbol(i);
            for (InitialState.OpenPosition position : state.positions()) {
                if (position.symbol().equals(symbol)) {
                    seed(positions[i], position);
                    marks[i] = position.entryPrice();
                    account.open++;
                    track(i);
                }
            }
            seedTimes(cooldowns[i], symbol, state.lastEntryMs(), state.lastExitMs());
        }
    }

    private static void seed(Position position, InitialState.OpenPosition open) {
        position.side = open.isLong() ? 1 : -1;
        position.entry = open.entryPrice();
        position.size = open.size();
        position.margin = open.margin();
        position.leverage = open.leverage();
        position.confidence = open.confidence().code();
        position.entryAtr = open.entryAtr();
        position.entryAdxThreshold = open.entryAdxThreshold();
        position.hasTrailing = open.trailingStop().isPresent();
        position.trailing = open.trailingStop().orElse(0.0);
        position.adds = open.adds();
        position.isTp1Taken = open.tp1Taken();
        position.openMs = open.openTimeMs();
        position.lastAddMs = open.lastAddTimeMs();
    }

    private static void seedTimes(
            Cooldown cooldown, Symbol symbol, Map<Symbol, Long> entries, Map<Symbol, Long> exits) {
        Optional.ofNullable(entries.get(symbol)).ifPresent(time -> {
            cooldown.hasEntry = true;
            cooldown.entryMs = time;
        });
        Optional.ofNullable(exits.get(symbol)).ifPresent(time -> {
            cooldown.hasExit = true;
            cooldown.exitMs = time;
        });
    }

    /// Symbols with an open position: bit `symbol % 64` of word `symbol / 64`.
    long open(int word) {
        return open[word];
    }

    /// To be called after anything that may have opened or closed the symbol's position.
    void track(int symbol) {
        long bit = 1L << symbol;
        if (positions[symbol].side != 0) {
            open[symbol >>> 6] |= bit;
        } else {
            open[symbol >>> 6] &= ~bit;
        }
    }

    void track(Candidate[] candidates, int count) {
        for (int i = 0; i < count; i++) {
            track(candidates[i].symbol);
        }
    }

    /// Brings the marks of all open positions to the newest closes at the bar.
    void mark(int bar) {
        for (int word = 0; word < open.length; word++) {
            for (long mask = open[word]; mask != 0; mask &= mask - 1) {
                int symbol = (word << 6) + Long.numberOfTrailingZeros(mask);
                int row = market.latest(bar, symbol);
                if (row >= 0) {
                    marks[symbol] = market.close(row);
                }
            }
        }
    }

    /// One sample of realised balance: every position is valued at its own entry.
    void sampleEquity() {
        equity[samples++] = account.balance;
    }

    /// Hands on what the rules wrote.
    void drain() {
        for (int i = 0; i < account.rows; i++) {
            sink.fill(log[i]);
        }
        account.rows = 0;
    }

    /// Realised balance after each bar of the window.
    double[] equity() {
        return equity;
    }

    EquityStatistics statistics() {
        return EquityStatistics.of(data.times(), equity);
    }

    double initialBalance() {
        return data.initialBalance();
    }
}
