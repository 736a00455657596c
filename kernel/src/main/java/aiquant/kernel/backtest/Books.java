package aiquant.kernel.backtest;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The books of one replay: account, positions, cooldowns, and the logs that are filled along the way.
final class Books {
    private final BacktestInput input;
    private final RuleParams rules;
    private final MarketFrame market;
    private final long intervalMs;
    private final List<TradeRecord> trades = new ArrayList<>();
    private final List<SignalRecord> signals = new ArrayList<>();
    private final List<EquityPoint> equity = new ArrayList<>();
    private final double initialBalance;
    private final boolean[] isPriced;

    final Account account = new Account();
    final Position[] positions;
    final Cooldown[] cooldowns;

    /// Latest main close; before the first one, an initial position stands at its entry and wins or loses nothing.
    final double[] marks;

    final long[] counts = new long[GateCount.MARGIN + 1];

    /// Where the rules write; emptied by [#drain].
    final FillRow[] log;

    Books(BacktestInput input, RuleParams rules, MarketFrame market) {
        this.input = input;
        this.rules = rules;
        this.market = market;
        int symbols = market.symbolCount();
        intervalMs = market.interval().map(Interval::lengthMs).orElse(1L);
        positions = IntStream.range(0, symbols).mapToObj(i -> new Position()).toArray(Position[]::new);
        cooldowns = IntStream.range(0, symbols).mapToObj(i -> new Cooldown()).toArray(Cooldown[]::new);
        marks = new double[symbols];
        isPriced = new boolean[symbols];
        log = IntStream.range(0, symbols + 8).mapToObj(i -> new FillRow()).toArray(FillRow[]::new);
        initialBalance = input.initialState().map(InitialState::balance).orElse(input.initialBalance());
        account.balance = initialBalance;
        input.initialState().ifPresent(this::seed);
    }

    private void seed(InitialState state) {
        for (int i = 0; i < positions.length; i++) {
            Symbol symbol = market.symbol(i);
            for (InitialState.OpenPosition open : state.positions()) {
                if (open.symbol().equals(symbol)) {
                    seed(positions[i], open);
                    marks[i] = open.entryPrice();
                    account.open++;
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

    void mark(int symbol, double close) {
        marks[symbol] = close;
        isPriced[symbol] = true;
    }

    /// Whether the mark is a close, at which funding and the end of the run may settle.
    boolean isPriced(int symbol) {
        return isPriced[symbol];
    }

    void recordSignal(long ts, int symbol, Signal signal, IndicatorSnapshot s) {
        signals.add(new SignalRecord(
                ts,
                market.symbol(symbol),
                signal.side > 0,
                Confidence.of(signal.confidence),
                s.close,
                s.adx,
                s.rsi,
                s.atr));
    }

    /// One sample of realised balance: every position is valued at its own entry.
    void sampleEquity(long ts) {
        equity.add(new EquityPoint(ts, account.balance));
    }

    /// Turns what the rules wrote into trade records.
    void drain() {
        for (int i = 0; i < account.rows; i++) {
            trades.add(record(log[i]));
        }
        account.rows = 0;
    }

    private TradeRecord record(FillRow row) {
        Confidence confidence = Confidence.of(row.confidence);
        String reason = ReasonText.of(row.reason, confidence, row.isSubBar, row.argA, row.argB, row.argC);
        String action = Actions.text(row.action, row.side);
        return new TradeRecord(
                row.timeMs,
                market.symbol(row.symbol),
                action,
                row.price,
                row.size,
                row.notional,
                reason,
                ReasonCode.of(action, reason),
                confidence,
                row.pnl,
                row.fee,
                row.balance,
                row.entryAtr,
                row.leverage,
                row.margin,
                exitContext(row));
    }

    private Optional<TradeRecord.ExitContext> exitContext(FillRow row) {
        if (row.action != FillRow.CLOSE && row.action != FillRow.REDUCE) {
            return Optional.empty();
        }
        return Optional.of(new TradeRecord.ExitContext(
                row.hadTrailing,
                row.trailing,
                rules.slAtrMult,
                rules.tpAtrMult,
                rules.smartExitAdxExhaustionLt > 0.0 ? rules.smartExitAdxExhaustionLt : 0.0,
                (row.timeMs - row.openMs) / intervalMs));
    }

    BacktestResult result() {
        BacktestReport report = new ReportBuilder(initialBalance, account.balance, rules.slippageBps)
                .build(trades, signals.size(), equity, counts);
        return new BacktestResult(report, trades, signals, equity);
    }

    BacktestInput input() {
        return input;
    }
}
