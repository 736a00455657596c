package aiquant.engine;

import aiquant.engine.feed.Round;
import aiquant.engine.venue.VenueReport;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Everything that comes in from outside, in three lanes: what venues say first, then people, then the market.
///
/// Nothing is ever dropped: venues and people never wait, a feed that runs ahead does. Any thread puts in; the engine
/// thread takes out.
final class Inbox {
    private static final int ROUNDS_AHEAD = 16;

    private final ConcurrentLinkedQueue<VenueReport> reports = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Ask> commands = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<FeedMessage> feed = new LinkedBlockingQueue<>(ROUNDS_AHEAD);
    private final Semaphore arrivals = new Semaphore(0);

    /// A command and where its answer goes.
    record Ask(EngineCommand command, CompletableFuture<CommandResult> answer) {}

    /// What a feed says.
    sealed interface FeedMessage {
        record Arrived(Round round) implements FeedMessage {}

        /// The recorded market is at its end.
        record Finished() implements FeedMessage {}

        /// The market could not be read any further.
        record Failed(RuntimeException cause) implements FeedMessage {}
    }

    void report(VenueReport report) {
        reports.add(report);
        arrivals.release();
    }

    void ask(Ask ask) {
        commands.add(ask);
        arrivals.release();
    }

    /// Waits while the engine is busy.
    void feed(FeedMessage message) throws InterruptedException {
        feed.put(message);
        arrivals.release();
    }

    Optional<VenueReport> pollReport() {
        return Optional.ofNullable(reports.poll());
    }

    Optional<Ask> pollCommand() {
        return Optional.ofNullable(commands.poll());
    }

    Optional<FeedMessage> pollFeed() {
        return Optional.ofNullable(feed.poll());
    }

    /// Waits until something has arrived, at most `millis`.
    void await(long millis) throws InterruptedException {
        if (arrivals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            arrivals.drainPermits();
        }
    }

    void wake() {
        arrivals.release();
    }
}
