package aiquant.simulator.account;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What an account was worth, hour by hour, for a little more than a year. Not thread-safe.
public final class Performance {

    private static final int KEPT = 24 * 400;

    /// @param perpUsd   value on the perpetual side
    /// @param profitUsd all profit so far: what the account is worth less what was put in
    /// @param volumeUsd all volume so far
    public record Sample(
            long timeMs, BigDecimal perpUsd, BigDecimal spotUsd, BigDecimal profitUsd, BigDecimal volumeUsd) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    public void add(Sample sample) {
        samples.addLast(sample);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
    }

    /// Oldest first.
    public List<Sample> since(long fromMs) {
        return samples.stream().filter(sample -> sample.timeMs() >= fromMs).toList();
    }
}
