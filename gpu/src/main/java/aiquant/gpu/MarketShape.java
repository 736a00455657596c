package aiquant.gpu;

import aiquant.kernel.backtest.DeviceMarket;

/// The sizes of a market that lies on a card, without its arrays.
///
/// @param bytes what they take there
record MarketShape(int symbols, int words, int bars, int rows, int firstBar, int endBar, int days, long bytes) {

    static MarketShape of(DeviceMarket market) {
        return new MarketShape(
                market.symbols(),
                market.words(),
                market.bars(),
                market.rows(),
                market.firstBar(),
                market.endBar(),
                market.days(),
                4L * market.ints().length + 8L * market.longs().length + 8L * market.doubles().length);
    }

    /// Bars that are walked.
    int window() {
        return endBar - firstBar;
    }
}
