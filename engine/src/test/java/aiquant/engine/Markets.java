package aiquant.engine;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.simulator.MarketGenerator;
import java.util.List;

/// Generated markets for tests.
final class Markets {
    private static final long START_MS = 1_735_689_600_000L; // 2025-01-01

    private Markets() {}

    /// Twelve symbols, hourly bars.
    static List<CandleSeries> generated(long seed, int bars) {
        return new MarketGenerator(seed, MarketGenerator.demoSymbols(), START_MS, Interval.H1).history(bars);
    }
}
