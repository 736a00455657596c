package aiquant.kernel.backtest;

import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.Strategies;
import java.util.Arrays;

/// A market as each of its symbols sees it: mostly all through the same indicators.
///
/// Breadth and BTC's direction are the market's and come from the common strategy. Read-only after construction; may be
/// read from many threads.
final class MarketFrames {
    private final SeriesCache series;
    private final SeriesKey breadth;
    private final MarketFrame common;
    private final MarketFrame[] frames;

    MarketFrames(SeriesCache series, Strategies strategies) {
        this.series = series;
        breadth = MarketFrame.breadthKey(strategies.common().params());
        common = new MarketFrame(series, strategies.common().params());
        Market market = series.market();
        frames = new MarketFrame[market.symbolCount()];
        Arrays.fill(frames, common);
        strategies.own().forEach((symbol, own) -> {
            int number = market.indexOf(symbol.name());
            if (number >= 0) {
                frames[number] = new MarketFrame(series, own.params());
            }
        });
    }

    Market market() {
        return common.market();
    }

    /// Breadth at each bar; computed when it is first asked for, as most strategies do not look at it.
    double[] breadth() {
        return series.get(breadth);
    }

    int btc(int bar) {
        return common.btc(bar);
    }

    /// BTC's direction at the row's bar.
    int btcAtRow(int row) {
        return common.btc(common.market().barOfRow(row));
    }

    /// One symbol's indicators.
    MarketFrame of(int symbol) {
        return frames[symbol];
    }

    /// Puts what the rules read at one of the symbol's rows into `s`.
    void load(int row, int symbol, IndicatorSnapshot s) {
        frames[symbol].load(row, common.market().firstRow(symbol), s);
    }
}
