package aiquant.engine.research;

import aiquant.kernel.market.Interval;
import java.time.Duration;
import java.util.List;

/// What a reader must know about a replay besides its result: which data, which configuration, how long it took.
///
/// @param data          one line per source, as the reader would name it: `1h candles: candles_1h.db`
/// @param configuration where the parameters came from: a file, or the built-in defaults
/// @param fingerprint   hash of the effective configuration
/// @param bars          main bars on the timeline inside the window
/// @param symbolBars    bars processed, summed over symbols and intervals; the measure of speed
/// @param fromMs        open time of the first bar of the window
/// @param toMs          open time of its last bar
public record RunFacts(
        List<String> data,
        String configuration,
        String configId,
        String fingerprint,
        Interval interval,
        int symbols,
        long bars,
        long symbolBars,
        long fromMs,
        long toMs,
        Duration runTime) {

    public RunFacts {
        data = List.copyOf(data);
        if (toMs < fromMs) {
            throw new IllegalArgumentException("period ends at " + toMs + " before it starts at " + fromMs);
        }
    }

    /// Zero when the run was too short to time.
    double symbolBarsPerSecond() {
        return runTime.isZero() ? 0 : symbolBars / (runTime.toNanos() / 1e9);
    }
}
