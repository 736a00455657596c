package aiquant.headless.soak;

import aiquant.simulator.server.SimulatorClock;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that several processes of this machine share: it stood at `openMs` at a moment of real time, and runs
/// `speed` times as fast.
record ScaledTime(long openMs, long begunMs, double speed) implements SimulatorClock, InstantSource {

    static ScaledTime from(long openMs, double speed) {
        return new ScaledTime(openMs, InstantSource.system().millis(), speed);
    }

    @Override
    public long nowMs() {
        return openMs + (long) (speed * (InstantSource.system().millis() - begunMs));
    }

    @Override
    public long millis() {
        return nowMs();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs());
    }
}
