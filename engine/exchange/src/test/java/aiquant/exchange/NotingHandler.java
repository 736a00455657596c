package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.Json;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Writes down what a socket tells, a line each.
final class NotingHandler implements SocketHandler {
    private static final long PATIENCE_S = 10;

    private final LinkedBlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private volatile boolean fails;

    @Override
    public void opened(long epoch) {
        notes.add(epoch + " opened");
    }

    @Override
    public void frame(long epoch, long receivedNanos, Frame frame) {
        notes.add(epoch + " " + Json.write(frame.toJson()));
        if (fails) {
            throw new IllegalStateException("full");
        }
    }

    @Override
    public void problem(long epoch, SocketProblem problem) {
        notes.add(epoch + " " + problem);
    }

    @Override
    public void closed(long epoch, String reason) {
        notes.add(epoch + " closed: " + reason);
    }

    void fail() {
        fails = true;
    }

    String next() throws InterruptedException {
        String note = notes.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(note).as("a note of the handler").isNotNull();
        return String.valueOf(note);
    }

    /// The next note, or nothing where none comes within moments.
    Optional<String> nextSoon() throws InterruptedException {
        return Optional.ofNullable(notes.poll(5, TimeUnit.MILLISECONDS));
    }

    boolean isQuiet() {
        return notes.isEmpty();
    }
}
