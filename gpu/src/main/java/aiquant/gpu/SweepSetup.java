package aiquant.gpu;

import aiquant.kernel.backtest.SeriesCache;
import java.util.concurrent.ExecutorService;

/// What the cards of one sweep share.
///
/// @param cache   computes indicator series
/// @param helpers threads for work beside the cards
record SweepSetup(
        MarketShape market,
        KernelStructs structs,
        SweepSettings settings,
        SeriesCache cache,
        ExecutorService helpers) {}
