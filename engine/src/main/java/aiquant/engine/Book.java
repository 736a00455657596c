package aiquant.engine;

import aiquant.engine.fact.Fact;
import aiquant.engine.fact.Pending;
import aiquant.engine.order.ClientOrderId;
import aiquant.engine.order.Orders;
import aiquant.engine.portfolio.Portfolio;
import aiquant.engine.risk.KillSwitch;
import aiquant.engine.venue.VenueFill;
import aiquant.engine.venue.VenueReport;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.decision.Fill;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.decision.Memory;
import aiquant.kernel.decision.Memory.EntryCandidate;
import aiquant.kernel.market.Symbol;
import aiquant.money.Usd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The engine's whole state: the fold of the ledger's facts, in order.
///
/// Start-up and normal work apply the same facts by the same method. Engine thread only.
public final class Book {
    private static final String OPERATOR_EVENT = "operator-";

    private final KillSwitch killSwitch = new KillSwitch();
    private final Orders orders = new Orders();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Optional<Fact.RunStarted> firstRun = Optional.empty();
    private Optional<KernelState> kernel = Optional.empty();
    private Portfolio portfolio = new Portfolio(Usd.ZERO);
    private long lastDecidedMs = Long.MIN_VALUE;
    private long openRoundMs = Long.MIN_VALUE;
    private Optional<Symbol> lastSymbolOfRound = Optional.empty();
    private boolean isRoundRanked;
    private int entriesSoFar;

    /// Applies one fact.
    ///
    /// @param sequence its place in the ledger
    /// @param atMs     when it was recorded
    /// @throws IllegalStateException if it contradicts the facts before it
    public void apply(Fact fact, long sequence, long atMs) {
        switch (fact) {
            case Fact.RunStarted run -> started(run);
            case Fact.ConfigAdopted _, Fact.CommandTaken _, Fact.RunEnded _ -> {}
            case Fact.KillChanged kill -> killSwitch.change(kill.origin(), kill.level(), atMs, kill.reason());
            case Fact.DecisionMade decision -> decided(decision);
            case Fact.OrderCreated created -> {
                remove(created.order().clientOrderId());
                orders.created(created.order(), sequence);
            }
            case Fact.IntentDenied denied -> {
                remove(denied.clientOrderId());
                orders.denied(denied);
            }
            case Fact.OrderReported report -> orders.reported(report, sequence);
            case Fact.FillBooked fill -> filled(fill, sequence);
            case Fact.RoundDecided round -> {
                lastDecidedMs = round.timeMs();
                openRoundMs = Long.MIN_VALUE;
                lastSymbolOfRound = Optional.empty();
                isRoundRanked = false;
            }
        }
    }

    private void started(Fact.RunStarted run) {
        if (firstRun.isEmpty()) {
            firstRun = Optional.of(run);
            kernel = Optional.of(
                    KernelState.start(run.symbols(), run.initialBalanceUsd().toDouble()));
            portfolio = new Portfolio(run.initialBalanceUsd());
        }
    }

    private void decided(Fact.DecisionMade decision) {
        String account = run().account();
        boolean isOperator = decision.eventId().startsWith(OPERATOR_EVENT);
        for (int i = 0; i < decision.intents().size(); i++) {
            pending.addLast(new Pending(
                    isOperator
                            ? ClientOrderId.ofOperator(account, decision.eventId(), i)
                            : ClientOrderId.ofStrategy(account, decision.eventId(), i),
                    decision.intents().get(i),
                    isOperator ? "operator" : "strategy",
                    decision.timeMs()));
        }
        if (isOperator) {
            return;
        }
        openRoundMs = decision.timeMs();
        if (decision.symbol().isPresent()) {
            lastSymbolOfRound = decision.symbol();
        } else {
            isRoundRanked = true;
        }
        List<EntryCandidate> candidates =
                decision.symbol().isEmpty() ? List.of() : longer(state().candidates(), decision.candidate());
        remember(new Memory(decision.symbol(), OptionalDouble.empty(), decision.trailing(), candidates));
    }

    private static List<EntryCandidate> longer(List<EntryCandidate> list, Optional<EntryCandidate> last) {
        List<EntryCandidate> longer = new ArrayList<>(list);
        last.ifPresent(longer::add);
        return longer;
    }

    private void remove(String clientOrderId) {
        pending.removeIf(waiting -> waiting.clientOrderId().equals(clientOrderId));
    }

    private void filled(Fact.FillBooked booked, long sequence) {
        KernelState.Booked result = trial(new VenueReport.Filled(
                booked.clientOrderId(), booked.tradeId(), booked.price(), booked.quantity(), booked.fee()));
        Orders.Tracked tracked = order(booked.clientOrderId());
        if (!Usds.of(result.trade().balance()).equals(booked.balance())) {
            throw new IllegalStateException("fill " + booked.tradeId() + " leaves a balance of "
                    + result.trade().balance() + " but the ledger says " + booked.balance());
        }
        kernel = Optional.of(result.state());
        portfolio.apply(
                booked.symbol(),
                tracked.order().isBuy(),
                booked.quantity(),
                booked.price(),
                booked.fee(),
                booked.pnl());
        orders.filled(booked, sequence);
        entriesSoFar += booked.action().startsWith("OPEN") ? 1 : 0;
    }

    /// What a reported fill would do to the books, without doing it.
    KernelState.Booked trial(VenueReport.Filled report) {
        Fill fill = VenueFill.toFill(order(report.clientOrderId()), report);
        return state().book(fill);
    }

    /// The fact a reported fill becomes.
    Fact.FillBooked fact(VenueReport.Filled report) {
        TradeRecord trade = trial(report).trade();
        return new Fact.FillBooked(
                report.clientOrderId(),
                report.tradeId(),
                trade.timeMs(),
                trade.symbol(),
                trade.action(),
                report.price(),
                report.quantity(),
                report.fee(),
                Usds.of(trade.pnl()),
                Usds.of(trade.balance()));
    }

    private Orders.Tracked order(String clientOrderId) {
        return orders.open(clientOrderId)
                .orElseThrow(
                        () -> new IllegalStateException("a fill for order " + clientOrderId + ", which is not open"));
    }

    /// Keeps marks, trails and candidates; also used for bars whose decision left nothing to record.
    void remember(Memory memory) {
        kernel = Optional.of(state().remember(memory));
    }

    /// @throws IllegalStateException before the first run started
    public KernelState state() {
        return kernel.orElseThrow(() -> new IllegalStateException("the ledger holds no run yet"));
    }

    /// The run that began this ledger.
    ///
    /// @throws IllegalStateException before the first run started
    public Fact.RunStarted run() {
        return firstRun.orElseThrow(() -> new IllegalStateException("the ledger holds no run yet"));
    }

    public boolean isEmpty() {
        return firstRun.isEmpty();
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public Orders orders() {
        return orders;
    }

    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /// The oldest decided intent that is neither ordered nor refused.
    public Optional<Pending> pending() {
        return Optional.ofNullable(pending.peekFirst());
    }

    /// Open time of the last round that was decided to its end.
    public long lastDecidedMs() {
        return lastDecidedMs;
    }

    /// Open time of the round that was begun but not decided to its end; `Long.MIN_VALUE` when there is none.
    public long openRoundMs() {
        return openRoundMs;
    }

    /// Whether this symbol's bar of the round at `timeMs` needs no decision any more.
    public boolean isDecided(long timeMs, Symbol symbol) {
        return timeMs <= lastDecidedMs
                || (timeMs == openRoundMs
                        && (isRoundRanked
                                || lastSymbolOfRound
                                        .map(last -> symbol.compareTo(last) <= 0)
                                        .orElse(false)));
    }

    /// Whether the entries of the round at `timeMs` were ranked already.
    public boolean isRanked(long timeMs) {
        return timeMs == openRoundMs && isRoundRanked;
    }

    public int entries() {
        return entriesSoFar;
    }

    /// The event under which an operator's command decides.
    static String operatorEvent(long sequence) {
        return OPERATOR_EVENT + sequence;
    }
}
