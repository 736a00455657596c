package aiquant.gpu;

import aiquant.kernel.backtest.DeviceBatch;
import aiquant.kernel.device.Frame;
import aiquant.kernel.device.TradeKernel;

/// How many configurations and series a card gets at once.
///
/// Half of the memory is for configurations, the rest for series. No array has more elements than an index can count.
///
/// @param trials   configurations per batch
/// @param series   slots for indicator series over all rows
/// @param breadths slots for breadth series over all bars
/// @param chunk    most bars per launch
record MemoryPlan(int trials, int series, int breadths, int chunk) {
    private static final int MOST_SLOTS = 32_768;

    /// Raw signals of a chunk are kept for all configurations, and nothing is gained by longer chunks.
    private static final int LONGEST_CHUNK = 256;

    /// @param budget bytes, the market's included
    /// @param groups parameter sets of one configuration
    /// @throws GpuUnavailable if not even one configuration fits
    static MemoryPlan of(long budget, MarketShape market, int groups, KernelStructs structs, SweepSettings settings) {
        int chunk = Math.clamp(settings.chunk().orElse(LONGEST_CHUNK), 1, Math.max(1, market.window()));
        long room = budget - market.bytes();
        long perTrial = structs.bytesPerTrial(market, groups, chunk);
        long most = Integer.MAX_VALUE / elementsPerTrial(market, groups, chunk);
        int trials = (int) Math.min(Math.min(settings.batch(), most), room / 2 / perTrial);
        long left = room - trials * perTrial;
        int rows = Math.max(1, market.rows());
        int bars = Math.max(1, market.bars());
        long slots = Math.min(MOST_SLOTS, left / (8L * (rows + bars)));
        int series = (int) Math.min(slots, Integer.MAX_VALUE / rows);
        int breadths = (int) Math.min(slots, Integer.MAX_VALUE / bars);
        MemoryPlan plan = new MemoryPlan(trials, series, breadths, chunk);
        if (!plan.isEnough(groups)) {
            throw new GpuUnavailable("%,d MB of the card's memory are too little for these candles"
                    .formatted(Math.max(0, budget) >> 20));
        }
        return plan;
    }

    private static long elementsPerTrial(MarketShape market, int groups, int chunk) {
        return Math.max(
                Math.max((long) groups * Frame.SLOTS, market.days()),
                Math.max(TradeKernel.RESULTS, (long) market.words() * chunk));
    }

    private boolean isEnough(int groups) {
        return trials >= 1 && series >= DeviceBatch.SERIES * groups && breadths >= 1;
    }

    /// For a card that had less memory than it said.
    MemoryPlan halved(int groups) {
        return new MemoryPlan(
                Math.max(1, trials / 2),
                Math.max(DeviceBatch.SERIES * groups, series / 2),
                Math.max(1, breadths / 2),
                chunk);
    }
}
