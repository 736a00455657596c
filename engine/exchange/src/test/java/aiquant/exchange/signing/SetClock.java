package aiquant.exchange.signing;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that shows what it is set to, forwards or backwards. Any thread.
final class SetClock implements InstantSource {

    private volatile long ms;

    SetClock(long ms) {
        this.ms = ms;
    }

    void set(long to) {
        ms = to;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(ms);
    }
}
