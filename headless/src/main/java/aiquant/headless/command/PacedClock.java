package aiquant.headless.command;

import aiquant.engine.feed.Pace;
import aiquant.simulator.server.SimulatorClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The one time of an exchange on this machine, its sidecar and the engine: it passes at a chosen speed and hardly runs
/// ahead of what the engine has taken in.
///
/// Where the machine cannot keep up, candles come later and not wrong. Thread-safe.
final class PacedClock implements SimulatorClock, InstantSource, Pace {
    /// So many bars it may run ahead at full speed; beyond that it creeps, since a candle that was lost only comes when
    /// more time has passed.
    private static final double LEAD_BARS = 2;

    private static final double CREEPING = 0.5;
    private static final double FASTEST = 1_000;

    private final LongSupplier nanos;
    private final double lengthMs;
    private double nowMs;
    private double limitMs;
    private double speed;
    private long readNanos;

    /// @param nanos    real time, such as [System#nanoTime]
    /// @param lengthMs of a bar
    /// @param speed    bars a second; infinity as fast as the machine can
    PacedClock(LongSupplier nanos, long startMs, long lengthMs, double speed) {
        this.nanos = nanos;
        this.lengthMs = lengthMs;
        this.speed = speed;
        nowMs = startMs;
        limitMs = startMs + LEAD_BARS * lengthMs;
        readNanos = nanos.getAsLong();
    }

    @Override
    public synchronized long nowMs() {
        long now = nanos.getAsLong();
        double seconds = (now - readNanos) / 1e9;
        readNanos = now;
        double fast = Math.min(speed, FASTEST) * lengthMs;
        double slow = Math.min(speed, CREEPING) * lengthMs;
        double untilLimit = fast > 0 ? Math.clamp((limitMs - nowMs) / fast, 0, seconds) : seconds;
        nowMs += fast * untilLimit + slow * (seconds - untilLimit);
        return (long) nowMs;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs());
    }

    /// Everything up to that time has been taken in.
    synchronized void followed(long untilMs) {
        nowMs();
        limitMs = untilMs + LEAD_BARS * lengthMs;
    }

    @Override
    public synchronized void setSpeed(double roundsPerSecond) {
        nowMs();
        speed = roundsPerSecond;
    }

    @Override
    public synchronized double speed() {
        return speed;
    }
}
