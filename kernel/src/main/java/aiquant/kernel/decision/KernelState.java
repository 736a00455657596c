package aiquant.kernel.decision;

import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Account;
import aiquant.kernel.rule.Booking;
import aiquant.kernel.rule.Cooldown;
import aiquant.kernel.rule.Position;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Everything the kernel decides from: positions, balance, cooldowns, marks and the round's candidates.
///
/// Immutable: [#apply] and [#remember] return a new state and share what did not change. Symbols are fixed at the
/// start,
/// in byte order.
public final class KernelState {
    private final List<Symbol> symbols;
    private final Account account;
    private final Position[] positions;
    private final Cooldown[] cooldowns;
    private final double[] marks;
    private final List<Memory.EntryCandidate> candidates;

    private KernelState(
            List<Symbol> symbols,
            Account account,
            Position[] positions,
            Cooldown[] cooldowns,
            double[] marks,
            List<Memory.EntryCandidate> candidates) {
        this.symbols = symbols;
        this.account = account;
        this.positions = positions;
        this.cooldowns = cooldowns;
        this.marks = marks;
        this.candidates = candidates;
    }

    /// A flat book.
    ///
    /// @param balance in USD
    public static KernelState start(List<Symbol> symbols, double balance) {
        List<Symbol> sorted = symbols.stream().sorted().distinct().toList();
        Position[] positions = new Position[sorted.size()];
        Cooldown[] cooldowns = new Cooldown[sorted.size()];
        Arrays.setAll(positions, i -> new Position());
        Arrays.setAll(cooldowns, i -> new Cooldown());
        Account account = new Account();
        account.balance = balance;
        return new KernelState(sorted, account, positions, cooldowns, new double[sorted.size()], List.of());
    }

    public List<Symbol> symbols() {
        return symbols;
    }

    /// Settled balance in USD.
    public double balance() {
        return account.balance;
    }

    public int openPositions() {
        return account.open;
    }

    /// Balance plus open profit at the marks.
    public double equity() {
        return Booking.equity(account, positions, marks, positions.length);
    }

    /// Margin of all open positions in USD.
    public double margin() {
        return Booking.margin(positions, positions.length);
    }

    /// The symbol's latest decided close; 0 before the first.
    public double mark(Symbol symbol) {
        return marks[number(symbol)];
    }

    /// The symbol's position; empty while flat. A copy: changing it changes nothing here.
    public Optional<Position> position(Symbol symbol) {
        Position position = positions[number(symbol)];
        if (position.side == 0) {
            return Optional.empty();
        }
        Position copy = new Position();
        Position.copy(position, copy);
        return Optional.of(copy);
    }

    public boolean isOpen(Symbol symbol) {
        return positions[number(symbol)].side != 0;
    }

    public List<Memory.EntryCandidate> candidates() {
        return candidates;
    }

    /// Moves positions and cash: the only way they ever move.
    public KernelState apply(Fill fill) {
        return book(fill).state();
    }

    /// [#apply], with the line it adds to the trade log.
    public Booked book(Fill fill) {
        int number = number(fill.symbol());
        Scratch scratch = scratch(number);
        TradeRecord trade = FillBooking.book(scratch, number, fill);
        return new Booked(scratch.freeze(symbols, marks, candidates), trade);
    }

    /// Keeps what a decision wants kept.
    public KernelState remember(Memory memory) {
        if (memory.symbol().isEmpty()) {
            return new KernelState(symbols, account, positions, cooldowns, marks, memory.candidates());
        }
        int number = number(memory.symbol().orElseThrow());
        double[] newMarks = marks.clone();
        memory.mark().ifPresent(mark -> newMarks[number] = mark);
        Position[] newPositions = positions;
        if (memory.trailing().isPresent() && positions[number].side != 0) {
            Position moved = new Position();
            Position.copy(positions[number], moved);
            moved.hasTrailing = true;
            moved.trailing = memory.trailing().getAsDouble();
            newPositions = positions.clone();
            newPositions[number] = moved;
        }
        return new KernelState(symbols, account, newPositions, cooldowns, newMarks, memory.candidates());
    }

    int number(Symbol symbol) {
        int number = Collections.binarySearch(symbols, symbol);
        if (number < 0) {
            throw new IllegalArgumentException("symbol " + symbol + " is not part of this engine's universe");
        }
        return number;
    }

    double[] marks() {
        return marks;
    }

    /// A working copy in which the given symbol may be changed; the other positions are shared and must not be.
    Scratch scratch(int number) {
        Scratch scratch = new Scratch(positions.clone(), cooldowns.clone());
        scratch.account.balance = account.balance;
        scratch.account.open = account.open;
        scratch.own(number);
        return scratch;
    }

    /// A new state and the trade log's line for the fill that led to it.
    public record Booked(KernelState state, TradeRecord trade) {}

    /// Books that rules may write to.
    static final class Scratch {
        final Account account = new Account();
        final Position[] positions;
        final Cooldown[] cooldowns;

        private Scratch(Position[] positions, Cooldown[] cooldowns) {
            this.positions = positions;
            this.cooldowns = cooldowns;
        }

        /// Makes one symbol's books private copies.
        void own(int number) {
            Position position = new Position();
            Position.copy(positions[number], position);
            positions[number] = position;
            Cooldown cooldown = new Cooldown();
            Cooldown.copy(cooldowns[number], cooldown);
            cooldowns[number] = cooldown;
        }

        private KernelState freeze(List<Symbol> symbols, double[] marks, List<Memory.EntryCandidate> candidates) {
            return new KernelState(symbols, account, positions, cooldowns, marks, candidates);
        }
    }
}
