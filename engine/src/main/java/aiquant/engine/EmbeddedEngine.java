package aiquant.engine;

import aiquant.engine.EngineView.RunState;
import aiquant.engine.feed.Pace;
import aiquant.engine.feed.PriceBook;
import aiquant.engine.feed.ReplayPump;
import aiquant.engine.feed.Round;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.ledger.Ledger;
import aiquant.engine.ledger.LedgerFailed;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.venue.Venue;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// An engine with its thread and its feed, inside this process.
///
/// [#start] runs both; [#close] stops them, records the end of the run and lets go of the ledger. A failure of the loop
/// shows as `FAILED` in the view and leaves everything readable.
public final class EmbeddedEngine implements EngineClient, AutoCloseable {
    private static final long IDLE_MS = 20;
    private static final long VIEW_NANOS = 16_000_000L;
    private static final long NOTHING_NEW_NANOS = 500_000_000L;

    private final Engine engine;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final Venue venue;
    private final InstantSource clock;
    private final ReplayPump pump;
    private final RoundSource source;
    private final Optional<Pace> pace;
    private final ViewBuilder views;
    private final AtomicLong lastMessageMs = new AtomicLong();
    private final List<Consumer<EngineView>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch history = new CountDownLatch(1);
    private final Thread engineThread;
    private final Thread feedThread;
    private final long historyRounds;
    private volatile boolean isStopping;
    private volatile EngineView view;
    private volatile Failure failure = Failure.NONE;
    private long lastViewNanos;
    private boolean isViewDue = true;

    /// Why the loop ended early; an empty text when it did not.
    public record Failure(String text) {
        static final Failure NONE = new Failure("");

        public boolean isPresent() {
            return !text.isEmpty();
        }
    }

    /// How an embedded engine is wired.
    ///
    /// @param ledgerPath      the file behind `ledger`, shown on screens
    /// @param historyRounds   rounds that are decided without pause at the start
    /// @param roundsPerSecond speed afterwards
    /// @param prices          of the market that is followed, for screens; empty where there are none
    public record Wiring(
            EngineSetup setup,
            Ledger ledger,
            LedgerReader reader,
            Path ledgerPath,
            Venue venue,
            InstantSource clock,
            long historyRounds,
            double roundsPerSecond,
            Optional<PriceBook> prices) {

        /// On a market without quotes.
        public Wiring(
                EngineSetup setup,
                Ledger ledger,
                LedgerReader reader,
                Path ledgerPath,
                Venue venue,
                InstantSource clock,
                long historyRounds,
                double roundsPerSecond) {
            this(setup, ledger, reader, ledgerPath, venue, clock, historyRounds, roundsPerSecond, Optional.empty());
        }
    }

    /// Folds the ledger and prepares; nothing runs yet.
    ///
    /// @throws IllegalArgumentException if the ledger belongs to another market, account or mode
    public EmbeddedEngine(Wiring wiring) {
        ledger = wiring.ledger();
        reader = wiring.reader();
        venue = wiring.venue();
        clock = wiring.clock();
        historyRounds = wiring.historyRounds();
        engine = new Engine(wiring.setup(), ledger, History.of(reader), venue, clock, speed -> this.setSpeed(speed));
        source = wiring.setup().source();
        pump = new ReplayPump(
                source, wiring.historyRounds(), engine.book().lastDecidedMs(), wiring.roundsPerSecond(), new Feed());
        pace = source.isLive() ? source.pace() : Optional.of(pump);
        views = new ViewBuilder(engine, wiring.ledgerPath().toString(), wiring.prices());
        view = build(RunState.STARTING);
        engineThread = Thread.ofPlatform().name("engine").unstarted(this::loop);
        feedThread = Thread.ofPlatform().name("feed").daemon().unstarted(pump);
    }

    public void start() {
        engineThread.start();
        feedThread.start();
    }

    private void setSpeed(double roundsPerSecond) {
        pace.ifPresent(found -> found.setSpeed(roundsPerSecond));
    }

    private void loop() {
        try {
            while (!isStopping) {
                if (!engine.step()) {
                    publishIfDue(true);
                    engine.await(IDLE_MS);
                } else {
                    publishIfDue(false);
                }
            }
            engine.stop("stopped in order");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            publish();
            history.countDown(); // a loop that failed decides no more of it
            ended.countDown();
            refuseWaiting();
        }
    }

    private void fail(Throwable cause) {
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        failure = new Failure(text);
        if (!(cause instanceof LedgerFailed)) { // which says all there is to say; anything else is a bug of ours
            System.getLogger("aiquant.engine").log(System.Logger.Level.ERROR, "the engine loop failed", cause);
        }
        try {
            engine.halt(text);
        } catch (RuntimeException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }

    private void publishIfDue(boolean isIdle) {
        isViewDue |= engine.pollChanged();
        long since = System.nanoTime() - lastViewNanos;
        if ((isViewDue && since >= VIEW_NANOS) || (isIdle && since >= NOTHING_NEW_NANOS)) {
            publish();
        }
    }

    private void publish() {
        RunState state = failure.isPresent()
                ? RunState.FAILED
                : isStopping ? RunState.STOPPED : engine.isFinished() ? RunState.FINISHED : RunState.RUNNING;
        EngineView next = build(state);
        view = next;
        isViewDue = false;
        lastViewNanos = System.nanoTime();
        listeners.forEach(listener -> listener.accept(next));
    }

    private EngineView build(RunState state) {
        String feedState = switch (state) {
            case STARTING -> "starting";
            case RUNNING -> running();
            case FINISHED -> "at the end";
            case FAILED -> "failed: " + failure.text();
            case STOPPED -> "stopped";
        };
        OptionalDouble speed = pace.map(Pace::speed).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return views.build(state, feedState, speed, lastMessageMs.get(), clock.millis());
    }

    private String running() {
        boolean isPaused = pace.map(found -> found.speed() <= 0.0).orElse(false);
        return isPaused ? "paused" : source.isLive() ? source.condition() : "streaming";
    }

    @Override
    public EngineView view() {
        return view;
    }

    @Override
    public Pin subscribe(Consumer<EngineView> listener) {
        listeners.add(listener);
        listener.accept(view);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<CommandResult> send(EngineCommand command) {
        if (ended.getCount() == 0) {
            return CompletableFuture.completedFuture(new CommandResult.Refused("the engine is not running"));
        }
        if (command instanceof EngineCommand.SetSpeed && pace.isEmpty()) {
            return CompletableFuture.completedFuture(new CommandResult.Refused("a live market has no speed"));
        }
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        engine.inbox().ask(new Inbox.Ask(command, answer));
        if (ended.getCount() == 0) {
            refuseWaiting();
        }
        return answer;
    }

    /// Answers commands that the loop can no longer take.
    private void refuseWaiting() {
        for (Optional<Inbox.Ask> ask = engine.inbox().pollCommand();
                ask.isPresent();
                ask = engine.inbox().pollCommand()) {
            ask.get().answer().complete(new CommandResult.Refused("the engine is not running"));
        }
    }

    @Override
    public ChartSlice chart(Symbol symbol, int fromBar) {
        return engine.charts()
                .history(symbol)
                .map(chart -> chart.slice(fromBar))
                .orElseThrow(() -> new IllegalArgumentException("there is no symbol " + symbol));
    }

    @Override
    public List<LedgerLine> ledger(long beforeSequence, int limit) {
        return reader.page(beforeSequence, limit).stream()
                .map(entry -> new LedgerLine(entry.sequence(), entry.atMs(), entry.kind(), entry.body(), entry.hash()))
                .toList();
    }

    /// Why the loop ended early, if it did.
    public Failure failure() {
        return failure;
    }

    /// Waits until the rounds that come without pause have been handed to the engine and decided, or the loop has
    /// ended.
    public void awaitHistory() throws InterruptedException {
        history.await();
        while (ended.getCount() > 0 && engine.roundsDone() < historyRounds && !engine.isFinished()) {
            if (ended.await(IDLE_MS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /// Waits until the engine's thread has ended.
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /// Stops feed and engine, records the end of the run, closes venue and ledger.
    @Override
    public void close() {
        isStopping = true;
        pump.stop();
        feedThread.interrupt();
        engine.inbox().wake();
        try {
            if (engineThread.isAlive()) {
                engineThread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        venue.close();
        reader.close();
        ledger.close();
    }

    /// Passes the pump's rounds into the engine.
    private final class Feed implements ReplayPump.Receiver {

        @Override
        public void round(Round round) throws InterruptedException {
            lastMessageMs.set(heardMs(round));
            engine.offer(round);
        }

        /// A bar of a market in real time is as old as its close, whenever it was read.
        private long heardMs(Round round) {
            long nowMs = clock.millis();
            return source.isLive() && pace.isEmpty()
                    ? Math.min(nowMs, round.timeMs() + source.interval().lengthMs())
                    : nowMs;
        }

        @Override
        public void historyEnded() {
            history.countDown();
        }

        @Override
        public void finished() throws InterruptedException {
            engine.inbox().feed(new Inbox.FeedMessage.Finished());
            history.countDown();
        }

        @Override
        public void failed(RuntimeException cause) throws InterruptedException {
            engine.inbox().feed(new Inbox.FeedMessage.Failed(cause));
            history.countDown();
        }
    }
}
