package aiquant.exchange;

import java.util.Optional;

/// Whether the other side of a connection still lives, judged by its answers to pings and by silence.
///
/// Not thread-safe: its socket guards it. All times are steady milliseconds.
final class Liveness {
    private static final int MOST_MISSED = 2;

    private final SocketSettings settings;
    private long lastFrameMs;
    private long lastPingMs;
    private boolean isWaiting;
    private int missed;

    Liveness(SocketSettings settings) {
        this.settings = settings;
    }

    void opened(long nowMs) {
        lastFrameMs = nowMs;
        lastPingMs = nowMs;
        isWaiting = false;
        missed = 0;
    }

    void received(long nowMs) {
        lastFrameMs = nowMs;
    }

    void ponged() {
        isWaiting = false;
        missed = 0;
    }

    long lastFrameMs() {
        return lastFrameMs;
    }

    /// Whether a ping is due, which then counts as sent.
    boolean pings(long nowMs) {
        boolean isDue = nowMs - lastPingMs >= settings.pingMs();
        if (isDue) {
            lastPingMs = nowMs;
            isWaiting = true;
        }
        return isDue;
    }

    /// Why the other side must be taken for dead, if it must.
    Optional<String> dead(long nowMs) {
        if (nowMs - lastFrameMs >= settings.silenceMs()) {
            return Optional.of("no frame for " + (nowMs - lastFrameMs) + " ms");
        }
        if (isWaiting && nowMs - lastPingMs >= settings.pongMs()) {
            isWaiting = false;
            missed++;
        }
        return missed >= MOST_MISSED ? Optional.of(missed + " pings without an answer") : Optional.empty();
    }
}
