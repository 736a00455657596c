package aiquant.exchange;

import java.time.InstantSource;

/// Time of a local exchange that passes `factor` times as fast as ours.
public final class ScaledClockwork implements Clockwork {
    private final Clockwork real;
    private final InstantSource clock;
    private final double factor;

    /// @param real real time, which stays its owner's
    /// @param clock the exchange's time
    public ScaledClockwork(Clockwork real, InstantSource clock, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("time must pass at a positive rate: " + factor);
        }
        this.real = real;
        this.clock = clock;
        this.factor = factor;
    }

    @Override
    public long nanos() {
        return (long) (real.nanos() * factor);
    }

    @Override
    public long millis() {
        return clock.millis();
    }

    @Override
    public void sleep(long ms) throws InterruptedException {
        real.sleep(toReal(ms));
    }

    @Override
    public Task schedule(long delayMs, Runnable task) {
        return real.schedule(toReal(delayMs), task);
    }

    private long toReal(long ms) {
        return ms <= 0 ? 0 : Math.max(1, Math.round(ms / factor));
    }
}
