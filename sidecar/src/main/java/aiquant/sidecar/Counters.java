package aiquant.sidecar;

import aiquant.exchange.VenueTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// What happened to a connection and to the files since the start. Thread-safe.
final class Counters {

    private static final long NEVER = Long.MIN_VALUE;

    final AtomicLong connects = new AtomicLong();
    final AtomicLong disconnects = new AtomicLong();
    final AtomicLong problems = new AtomicLong();
    final AtomicLong writeFailures = new AtomicLong();
    final AtomicLong droppedRows = new AtomicLong();
    final AtomicLong droppedSamples = new AtomicLong();
    final AtomicLong connectedMs = new AtomicLong(NEVER);
    final AtomicLong disconnectedMs = new AtomicLong(NEVER);
    final AtomicLong heardMs = new AtomicLong(NEVER);
    final AtomicLong problemMs = new AtomicLong(NEVER);
    private volatile String lastClose = "";
    private volatile String lastProblem = "";
    private volatile String lastWriteFailure = "";
    private volatile boolean isConnected;
    private final Optional<VenueTime> venueTime;

    Counters() {
        this(Optional.empty());
    }

    /// @param venueTime by which time is told, where it is asked for
    Counters(Optional<VenueTime> venueTime) {
        this.venueTime = venueTime;
    }

    Optional<VenueTime> venueTime() {
        return venueTime;
    }

    void opened(long nowMs) {
        connects.incrementAndGet();
        connectedMs.set(nowMs);
        isConnected = true;
    }

    void closed(String reason, long nowMs) {
        disconnects.incrementAndGet();
        disconnectedMs.set(nowMs);
        lastClose = reason;
        isConnected = false;
    }

    void problem(String text, long nowMs) {
        problems.incrementAndGet();
        problemMs.set(nowMs);
        lastProblem = text;
    }

    void writeFailed(String reason) {
        writeFailures.incrementAndGet();
        lastWriteFailure = reason;
    }

    boolean isConnected() {
        return isConnected;
    }

    String lastClose() {
        return lastClose;
    }

    String lastProblem() {
        return lastProblem;
    }

    String lastWriteFailure() {
        return lastWriteFailure;
    }

    static OptionalLong time(AtomicLong time) {
        long value = time.get();
        return value == NEVER ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
