package aiquant.engine;

import aiquant.engine.fact.Fact;
import aiquant.engine.fact.FactJson;
import aiquant.engine.fact.Pending;
import aiquant.engine.feed.Round;
import aiquant.engine.ledger.Ledger;
import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.order.Order;
import aiquant.engine.order.OrderSizer;
import aiquant.engine.order.OrderState;
import aiquant.engine.order.Orders;
import aiquant.engine.risk.KillLevel;
import aiquant.engine.risk.KillSwitch;
import aiquant.engine.risk.RiskGate;
import aiquant.engine.risk.RiskWindows;
import aiquant.engine.risk.Verdict;
import aiquant.engine.venue.Venue;
import aiquant.engine.venue.VenueReport;
import aiquant.kernel.decision.Decision;
import aiquant.kernel.decision.Intent;
import aiquant.kernel.decision.Kernel;
import aiquant.kernel.decision.KernelEvent;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.decision.Memory;
import aiquant.kernel.market.Symbol;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/// The single writer: takes one event at a time, records what follows from it, and only then acts.
///
/// [#step] is all there is to running it; a thread calls it in a loop, a test by hand. An exception in it is a bug: the
/// engine halts, and starting again is the same as recovering.
public final class Engine {
    private static final long GROUP_MS = 50;
    private static final long ORDER_TIMEOUT_MS = 10_000;

    private final EngineSetup setup;
    private final Ledger ledger;
    private final Venue venue;
    private final InstantSource clock;
    private final DoubleConsumer speed;
    private final Inbox inbox = new Inbox();
    private final Book book = new Book();
    private final RiskWindows windows = new RiskWindows();
    private final Journal journal = new Journal();
    private final RiskGate gate;
    private final Rounds rounds;
    private final Charts charts;
    private boolean isRankedSilently;
    private boolean isCaughtUp;
    private long lastBegunMs = Long.MIN_VALUE;
    private volatile boolean isFeedFinished;
    private boolean isChanged = true;
    private long waitingSinceMs;
    private long groupSinceMs;
    private volatile long roundsDone;

    /// @param history every entry the ledger already holds, in order
    /// @param speed   told when a person changes the speed of the replay
    /// @throws IllegalArgumentException if the ledger belongs to another market, account or mode
    public Engine(
            EngineSetup setup,
            Ledger ledger,
            Stream<LedgerEntry> history,
            Venue venue,
            InstantSource clock,
            DoubleConsumer speed) {
        this.setup = setup;
        this.ledger = ledger;
        this.venue = venue;
        this.clock = clock;
        this.speed = speed;
        gate = new RiskGate(setup.limits());
        rounds = new Rounds(setup.source().symbols(), setup.strategy().params(), setup.lookback());
        charts = new Charts(setup.source().symbols());
        history.forEach(entry -> fold(FactJson.read(entry.kind(), entry.body()), entry.sequence(), entry.atMs()));
        checkBelongs();
        setup.source().symbols().forEach(symbol -> charts.restore(journal.trades(symbol)));
        begin();
    }

    private void checkBelongs() {
        if (book.isEmpty()) {
            return;
        }
        Fact.RunStarted run = book.run();
        String differs = !run.source().equals(setup.source().identity())
                ? "candles of another market"
                : !run.account().equals(setup.account())
                        ? "account '" + run.account() + "'"
                        : run.mode() != setup.mode() ? "mode " + run.mode().label() : "";
        if (!differs.isEmpty()) {
            throw new IllegalArgumentException("this data folder holds the ledger of " + differs
                    + "; choose another with --data-dir, or move the ledger away");
        }
    }

    private void begin() {
        append(new Fact.RunStarted(
                Version.NUMBER,
                setup.mode(),
                setup.account(),
                setup.source().identity(),
                setup.source().interval().text(),
                setup.source().symbols(),
                setup.initialBalance(),
                setup.lookback()));
        append(new Fact.ConfigAdopted(setup.configId(), setup.configOrigin()));
        adoptEnvironment();
        commit();
        for (Orders.Tracked open : book.orders().open()) {
            venue.resume(open.order(), inbox::report);
        }
    }

    /// Makes the environment's cause of the kill switch what the environment says today.
    private void adoptEnvironment() {
        KillLevel before = book.killSwitch().causes().stream()
                .filter(cause -> cause.origin().equals(KillSwitch.ENVIRONMENT))
                .map(KillSwitch.Cause::level)
                .findFirst()
                .orElse(KillLevel.ACTIVE);
        KillLevel now = setup.environmentKill();
        if (now == before) {
            return;
        }
        if (before != KillLevel.ACTIVE) {
            append(new Fact.KillChanged(KillSwitch.ENVIRONMENT, KillLevel.ACTIVE, "the environment changed"));
        }
        if (now != KillLevel.ACTIVE) {
            append(new Fact.KillChanged(KillSwitch.ENVIRONMENT, now, "set by an environment variable"));
        }
    }

    /// Where feeds and commands are put in.
    Inbox inbox() {
        return inbox;
    }

    /// Hands a round of bars over; waits while the engine is far behind. Any thread.
    public void offer(Round round) throws InterruptedException {
        inbox.feed(new Inbox.FeedMessage.Arrived(round));
    }

    /// Handles one event.
    ///
    /// @return false when there was nothing to do
    public boolean step() {
        Optional<VenueReport> report = inbox.pollReport();
        if (report.isPresent()) {
            take(report.get());
            return true;
        }
        if (isCaughtUp()) {
            Optional<Inbox.Ask> ask = inbox.pollCommand();
            if (ask.isPresent()) {
                answer(ask.get());
                return true;
            }
            Optional<Pending> pending = book.pending();
            if (pending.isPresent()) {
                execute(pending.get());
                return true;
            }
        }
        boolean isDone = rounds.current().isPresent() ? advance(rounds.current().get()) : takeFromFeed();
        if (ledger.dirty() && (!isDone || clock.millis() - groupSinceMs > GROUP_MS)) {
            commit();
        }
        return isDone;
    }

    /// Whether the bars that an earlier run decided have been seen again, so that marks and indicators are what they
    /// were. Until then nothing is sent and commands wait.
    private boolean isCaughtUp() {
        if (!isCaughtUp) {
            long openRound = book.openRoundMs();
            isCaughtUp = openRound == Long.MIN_VALUE
                    ? lastBegunMs >= book.lastDecidedMs() && rounds.current().isEmpty()
                    : lastBegunMs > openRound
                            || (lastBegunMs == openRound
                                    && rounds.nextSymbol()
                                            .map(symbol -> !book.isDecided(openRound, symbol))
                                            .orElse(true));
        }
        return isCaughtUp;
    }

    /// Waits until something arrives, at most `millis`.
    public void await(long millis) throws InterruptedException {
        inbox.await(millis);
    }

    private boolean takeFromFeed() {
        Optional<Inbox.FeedMessage> message = inbox.pollFeed();
        if (message.isEmpty()) {
            return false;
        }
        switch (message.get()) {
            case Inbox.FeedMessage.Arrived arrived -> {
                rounds.begin(arrived.round());
                lastBegunMs = arrived.round().timeMs();
                isRankedSilently = false;
                waitingSinceMs = Long.MAX_VALUE;
            }
            case Inbox.FeedMessage.Finished _ -> {
                if (!isCaughtUp()) {
                    throw new IllegalStateException("the candles end at " + lastBegunMs
                            + ", but the ledger has decided bars up to " + book.lastDecidedMs());
                }
                isFeedFinished = true;
            }
            case Inbox.FeedMessage.Failed failed ->
                throw new IllegalStateException(
                        "the market feed failed: " + failed.cause().getMessage(), failed.cause());
        }
        isChanged = true;
        return true;
    }

    /// Carries the round one event further; false while it waits for the venue.
    private boolean advance(Round round) {
        if (rounds.hasNextBar()) {
            bar(rounds.nextBar());
            return true;
        }
        if (isPast(round.timeMs())) {
            end(round);
            return true;
        }
        if (isWaitingForVenue()) {
            return false;
        }
        if (!isRankedSilently && !book.isRanked(round.timeMs())) {
            rank(round);
            return true;
        }
        decided(round);
        end(round);
        return true;
    }

    /// Bars that only warm the indicators: those of rounds that were decided, and those from before the run.
    private boolean isPast(long timeMs) {
        return timeMs <= book.lastDecidedMs() || timeMs < setup.source().decidesFromMs();
    }

    private boolean isWaitingForVenue() {
        if (!book.orders().hasOpen()) {
            waitingSinceMs = Long.MAX_VALUE;
            return false;
        }
        waitingSinceMs = Math.min(waitingSinceMs, clock.millis());
        return clock.millis() - waitingSinceMs < ORDER_TIMEOUT_MS;
    }

    private void bar(KernelEvent.BarClosed bar) {
        Symbol symbol = bar.symbol();
        charts.add(symbol, bar.snapshot());
        KernelState state = book.state();
        OptionalDouble mark = OptionalDouble.of(bar.snapshot().close);
        if (!isPast(bar.timeMs()) && !book.isDecided(bar.timeMs(), symbol)) {
            Decision decision = Kernel.decide(state, bar, setup.strategy());
            charts.decided(decision, bar);
            BarFact.of(bar, decision, state, setup.source().interval()).ifPresent(this::append);
        }
        book.remember(new Memory(
                Optional.of(symbol), mark, OptionalDouble.empty(), book.state().candidates()));
    }

    private void rank(Round round) {
        if (book.state().candidates().isEmpty()) {
            isRankedSilently = true;
            return;
        }
        KernelEvent closed = new KernelEvent.RoundClosed(round.timeMs());
        Decision decision = Kernel.decide(book.state(), closed, setup.strategy());
        append(new Fact.DecisionMade(
                closed.id(setup.source().interval()),
                round.timeMs(),
                Optional.empty(),
                decision.intents(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private void decided(Round round) {
        KernelState state = book.state();
        append(new Fact.RoundDecided(round.timeMs(), round.candles().size(), state.balance(), state.equity()));
        boolean isBreached = book.killSwitch().causes().stream()
                .anyMatch(cause -> cause.origin().equals("breach"));
        Optional<String> breach = isBreached ? Optional.empty() : gate.breach(exposure());
        breach.ifPresent(text -> append(new Fact.KillChanged("breach", KillLevel.CLOSE_ONLY, text)));
    }

    private void end(Round round) {
        charts.levels(round, book.state(), setup.strategy().rules());
        rounds.end();
        long done = roundsDone;
        roundsDone = done + 1;
        isChanged = true;
    }

    private void execute(Pending pending) {
        Intent intent = pending.intent();
        boolean isOperator = pending.origin().equals("operator");
        boolean isReducing = intent instanceof Intent.Reduce || intent instanceof Intent.Close;
        Verdict verdict =
                isReducing && book.portfolio().quantity(intent.symbol()).signum() == 0
                        ? new Verdict.Denied("nothing_to_close", intent.symbol() + " is flat already")
                        : gate.check(intent, isOperator, exposure());
        switch (verdict) {
            case Verdict.Denied denied -> deny(pending, denied);
            case Verdict.Allowed _ -> send(pending);
        }
        isChanged = true;
    }

    private void send(Pending pending) {
        Symbol symbol = pending.intent().symbol();
        if (!setup.instruments().isListed(symbol)) {
            deny(pending, new Verdict.Denied("instrument", "the exchange does not list " + symbol));
            return;
        }
        Optional<Order> order = OrderSizer.toOrder(
                pending.intent(),
                pending.clientOrderId(),
                pending.origin(),
                pending.timeMs(),
                book.portfolio(),
                setup.instruments().precision(symbol));
        if (order.isEmpty()) {
            deny(
                    pending,
                    new Verdict.Denied(
                            "lot_size", pending.intent().size() + " " + symbol + " is less than the smallest lot"));
            return;
        }
        append(new Fact.OrderCreated(order.get()));
        commit();
        venue.submit(order.get(), inbox::report);
    }

    private void deny(Pending pending, Verdict.Denied denied) {
        append(new Fact.IntentDenied(
                pending.clientOrderId(), pending.intent(), pending.origin(), denied.check(), denied.text()));
    }

    private void take(VenueReport report) {
        switch (report) {
            case VenueReport.Accepted accepted ->
                append(new Fact.OrderReported(accepted.clientOrderId(), OrderState.ACCEPTED, accepted.note()));
            case VenueReport.Rejected rejected ->
                append(new Fact.OrderReported(rejected.clientOrderId(), OrderState.REJECTED, rejected.reason()));
            case VenueReport.Expired expired ->
                append(new Fact.OrderReported(expired.clientOrderId(), OrderState.EXPIRED, expired.reason()));
            case VenueReport.Filled filled -> {
                if (!book.orders().isBooked(filled.tradeId())) {
                    long sequence = append(book.fact(filled));
                    charts.filled(journal.recent().getFirst(), sequence);
                }
            }
        }
        isChanged = true;
    }

    private void answer(Inbox.Ask ask) {
        CommandResult result = new Commands(book, this::append, this::nowMarketMs, speed).carryOut(ask.command());
        commit();
        isChanged = true;
        ask.answer().complete(result);
    }

    private long nowMarketMs() {
        // A late bar belongs to a round that is over; the market's time does not go back for it.
        return Math.max(
                book.lastDecidedMs(), rounds.current().map(Round::timeMs).orElse(Long.MIN_VALUE));
    }

    /// The books as the risk gate sees them.
    RiskGate.Exposure exposure() {
        return Exposures.of(book, windows, setup.strategy().rules(), nowMarketMs());
    }

    private long append(Fact fact) {
        long now = clock.millis();
        if (!ledger.dirty()) {
            groupSinceMs = now;
        }
        long sequence = ledger.append(now, FactJson.kind(fact), FactJson.write(fact));
        fold(fact, sequence, now);
        return sequence;
    }

    private void fold(Fact fact, long sequence, long atMs) {
        boolean isFirst = book.isEmpty();
        book.apply(fact, sequence, atMs);
        journal.apply(fact, sequence, atMs);
        if (fact instanceof Fact.RunStarted run && isFirst) {
            windows.started(run.initialBalanceUsd().toDouble());
        } else if (fact instanceof Fact.FillBooked fill) {
            windows.filled(fill);
        } else if (fact instanceof Fact.RoundDecided round) {
            windows.decided(round);
        }
    }

    private void commit() {
        ledger.commit();
    }

    /// Records the end of this run. The ledger stays open: it belongs to the caller.
    public void stop(String why) {
        append(new Fact.RunEnded(why));
        commit();
        isChanged = true;
    }

    /// Latches the kill switch after a failure of the loop, if the ledger still takes it.
    void halt(String reason) {
        append(new Fact.KillChanged("loop", KillLevel.HALTED, reason));
        commit();
    }

    /// Whether the recorded market is at its end and everything is decided.
    public boolean isFinished() {
        return isFeedFinished
                && rounds.current().isEmpty()
                && book.pending().isEmpty()
                && !book.orders().hasOpen();
    }

    /// Whether anything a view shows has changed since the last call.
    boolean pollChanged() {
        boolean was = isChanged;
        isChanged = false;
        return was;
    }

    long roundsDone() {
        return roundsDone;
    }

    EngineSetup setup() {
        return setup;
    }

    public Book book() {
        return book;
    }

    RiskGate gate() {
        return gate;
    }

    RiskWindows windows() {
        return windows;
    }

    Journal journal() {
        return journal;
    }

    Charts charts() {
        return charts;
    }

    Ledger ledger() {
        return ledger;
    }
}
