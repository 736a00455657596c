package aiquant.simulator.server;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.market.Asset;
import aiquant.simulator.market.CandleHistory;
import aiquant.simulator.market.CandleInterval;
import aiquant.simulator.market.Grid;
import aiquant.simulator.source.CandleSource;
import aiquant.simulator.source.DemoUniverse;
import aiquant.simulator.venue.VenueModel;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A simulator on the generated market, with a past: candles of every interval from before it opened.
public final class GeneratedExchange {
    private static final int PRINTS_PER_CANDLE = 24;

    private GeneratedExchange() {}

    /// @param openMs      when trading begins, a multiple of the interval
    /// @param historyBars candles of the interval from before that
    /// @param change      what is different about the settings, such as ports
    /// @throws IOException if a port is taken
    public static Simulator start(
            long seed,
            Interval interval,
            long openMs,
            int historyBars,
            UnaryOperator<SimulatorSettings> change,
            SimulatorClock clock,
            InstantSource wall)
            throws IOException {
        List<Asset> assets = DemoUniverse.assets();
        List<Symbol> symbols = MarketGenerator.demoSymbols();
        MarketGenerator generator =
                new MarketGenerator(seed, symbols, openMs - historyBars * interval.lengthMs(), interval);
        List<CandleSeries> history = generator.history(historyBars);
        Map<String, Grid> grids = assets.stream().collect(Collectors.toMap(Asset::coin, Asset::grid));
        CandleSource source = new CandleSource(endless(generator), grids, PRINTS_PER_CANDLE, seed);
        return new Simulator(
                change.apply(SimulatorSettings.of(assets, source, openMs, seed)),
                venue -> preload(venue, history, interval),
                clock,
                wall);
    }

    private static Iterator<List<Candle>> endless(MarketGenerator generator) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<Candle> next() {
                return generator.next();
            }
        };
    }

    private static void preload(VenueModel venue, List<CandleSeries> history, Interval interval) {
        for (CandleSeries series : history) {
            for (CandleInterval length : CandleInterval.values()) {
                long lengthMs = length.nextOpenMs(0) - length.openMs(0);
                if (lengthMs % interval.lengthMs() == 0) {
                    venue.preload(series.symbol().name(), length, CandleHistory.of(series, length));
                }
            }
        }
    }
}
