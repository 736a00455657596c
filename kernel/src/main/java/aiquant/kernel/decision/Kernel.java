package aiquant.kernel.decision;

import aiquant.kernel.backtest.ReasonText;
import aiquant.kernel.decision.KernelState.Scratch;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Candidate;
import aiquant.kernel.rule.ExitResult;
import aiquant.kernel.rule.ExitView;
import aiquant.kernel.rule.FillRow;
import aiquant.kernel.rule.GateCount;
import aiquant.kernel.rule.GateResult;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.MainBar;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.Ranking;
import aiquant.kernel.rule.Reason;
import aiquant.kernel.rule.Round;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Confidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The decision kernel: one event in, one decision out.
///
/// Same inputs, same answer: no clock, no I/O, no randomness. The rules work on a copy of the books as if every order
/// filled at once at its modelled price; what they booked there comes back as intents. Real books move only by
/// [KernelState#apply].
public final class Kernel {

    private Kernel() {}

    /// Decides what to do about one event.
    ///
    /// @throws IllegalArgumentException if the event's symbol is not in the state's universe
    public static Decision decide(KernelState state, KernelEvent event, CompiledStrategy strategy) {
        return switch (event) {
            case KernelEvent.BarClosed bar -> bar(state, bar, strategy);
            case KernelEvent.RoundClosed round -> round(state, round, strategy);
        };
    }

    private static Decision bar(KernelState state, KernelEvent.BarClosed bar, CompiledStrategy strategy) {
        RuleParams rules = strategy.rules();
        IndicatorSnapshot s = bar.snapshot();
        int number = state.number(bar.symbol());
        Scratch books = state.scratch(number);
        FillRow[] log = rows(4);
        String name = bar.symbol().name().toUpperCase(Locale.ROOT);
        MainBar.exit(
                rules,
                strategy.exitPlan(),
                strategy.exitPlan().length,
                books.account,
                books.positions[number],
                books.cooldowns[number],
                s,
                bar.timeMs(),
                number,
                name.equals("PAXG"),
                new ExitView(),
                new ExitResult(),
                log);
        Position tried = books.positions[number];
        OptionalDouble trailing = state.isOpen(bar.symbol()) && tried.hasTrailing
                ? OptionalDouble.of(tried.trailing)
                : OptionalDouble.empty();

        List<Memory.EntryCandidate> candidates = state.candidates();
        Optional<DecisionTrace> trace = Optional.empty();
        if (bar.maySignal()) {
            GateResult gates = new GateResult();
            Signal signal = new Signal();
            MainBar.signal(rules, s, name.equals("BTC"), bar.btc(), s.emaSlowSlope, gates, signal, counters());
            Candidate[] found = {new Candidate()};
            long[] counts = counters();
            int count = signal.side == 0
                    ? 0
                    : MainBar.act(
                            rules,
                            books.account,
                            books.positions,
                            books.positions.length,
                            books.cooldowns[number],
                            s,
                            signal,
                            bar.breadth(),
                            bar.timeMs(),
                            number,
                            found,
                            0,
                            counts,
                            log);
            if (count == 1) {
                candidates = append(candidates, candidate(bar.symbol(), found[0]));
            }
            trace = Optional.of(Traces.of(
                    bar, rules, gates, signal, books.positions[number].side != 0, books.account.rows, count, counts));
        }
        Memory memory = new Memory(Optional.of(bar.symbol()), OptionalDouble.of(s.close), trailing, candidates);
        return new Decision(intents(state, books, log), trace, memory);
    }

    private static Decision round(KernelState state, KernelEvent.RoundClosed round, CompiledStrategy strategy) {
        List<Memory.EntryCandidate> waiting = state.candidates();
        Memory memory = new Memory(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of());
        if (waiting.isEmpty()) {
            return new Decision(List.of(), Optional.empty(), memory);
        }
        Candidate[] candidates = new Candidate[waiting.size()];
        Scratch books = state.scratch(state.number(waiting.get(0).symbol()));
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = candidate(state, waiting.get(i));
            books.own(candidates[i].symbol);
        }
        int symbols = books.positions.length;
        FillRow[] log = rows(candidates.length);
        Round.enter(
                strategy.rules(),
                books.account,
                books.positions,
                books.cooldowns,
                symbols,
                Booking.equity(books.account, books.positions, state.marks(), symbols),
                candidates,
                candidates.length,
                new int[candidates.length],
                round.timeMs(),
                false,
                counters(),
                log);
        return new Decision(intents(state, books, log), Optional.empty(), memory);
    }

    private static long[] counters() {
        return new long[GateCount.MARGIN + 1];
    }

    private static FillRow[] rows(int count) {
        FillRow[] rows = new FillRow[count];
        Arrays.setAll(rows, i -> new FillRow());
        return rows;
    }

    private static List<Memory.EntryCandidate> append(List<Memory.EntryCandidate> list, Memory.EntryCandidate last) {
        List<Memory.EntryCandidate> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static Memory.EntryCandidate candidate(Symbol symbol, Candidate found) {
        return new Memory.EntryCandidate(
                symbol, found.side > 0, found.confidence, found.price, found.atr, found.adx, found.adxThreshold);
    }

    private static Candidate candidate(KernelState state, Memory.EntryCandidate waiting) {
        Candidate candidate = new Candidate();
        candidate.symbol = state.number(waiting.symbol());
        candidate.side = waiting.isLong() ? 1 : -1;
        candidate.confidence = waiting.confidence();
        candidate.price = waiting.price();
        candidate.atr = waiting.atr();
        candidate.adx = waiting.adx();
        candidate.adxThreshold = waiting.adxThreshold();
        candidate.score = Ranking.score(waiting.confidence(), waiting.adx());
        return candidate;
    }

    private static List<Intent> intents(KernelState state, Scratch books, FillRow[] log) {
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < books.account.rows; i++) {
            intents.add(intent(state.symbols().get(log[i].symbol), log[i]));
        }
        return intents;
    }

    private static Intent intent(Symbol symbol, FillRow row) {
        boolean isLong = row.side > 0;
        String reason =
                ReasonText.of(row.reason, Confidence.of(row.confidence), row.isSubBar, row.argA, row.argB, row.argC);
        return switch (row.action) {
            case FillRow.OPEN ->
                new Intent.Open(
                        symbol,
                        isLong,
                        row.reference,
                        row.size,
                        row.notional,
                        row.margin,
                        row.leverage,
                        row.confidence,
                        row.entryAtr,
                        row.adxThreshold,
                        reason);
            case FillRow.ADD ->
                new Intent.Add(
                        symbol,
                        isLong,
                        row.reference,
                        row.size,
                        row.notional,
                        row.addMargin,
                        row.confidence,
                        row.entryAtr,
                        reason);
            case FillRow.REDUCE -> new Intent.Reduce(symbol, isLong, row.reference, row.size, row.part, reason);
            case FillRow.CLOSE ->
                new Intent.Close(symbol, isLong, row.reference, row.size, row.reason == Reason.SIGNAL_FLIP, reason);
            default -> throw new IllegalStateException("not an order: action " + row.action);
        };
    }
}
