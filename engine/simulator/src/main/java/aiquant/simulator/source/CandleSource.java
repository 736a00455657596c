package aiquant.simulator.source;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import aiquant.simulator.market.Grid;
import aiquant.simulator.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// A world made of candles, generated or recorded: prints that make up each candle again, and a seeded book around
/// them.
///
/// While nobody trades, the exchange's candles of the same interval equal the source's in open, high, low, close and
/// volume. Not thread-safe.
public final class CandleSource implements MarketSource {

    private static final BigDecimal LEAST_QUOTE_USD = new BigDecimal("1000");

    private final Iterator<List<Candle>> rounds;
    private final Map<String, Grid> grids;
    private final int printsPerCandle;
    private final long seed;
    private final Map<String, Coin> coins = new HashMap<>();
    private final Timetable steps = new Timetable();

    private record Coin(Grid grid, CandlePath path, Ladder ladder, Basis basis) {}

    /// @param rounds          candles of one interval, each round later than the one before
    /// @param grids           of every coin that occurs
    /// @param printsPerCandle at least 4; also how often a candle's prices and quotes move
    public CandleSource(Iterator<List<Candle>> rounds, Map<String, Grid> grids, int printsPerCandle, long seed) {
        this.rounds = rounds;
        this.grids = Map.copyOf(grids);
        this.printsPerCandle = printsPerCandle;
        this.seed = seed;
        refill();
    }

    /// An endless generated market.
    public static CandleSource generated(
            long seed, List<Symbol> symbols, long startMs, Interval interval, int printsPerCandle) {
        MarketGenerator generator = new MarketGenerator(seed, symbols, startMs, interval);
        Iterator<List<Candle>> endless = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<Candle> next() {
                return generator.next();
            }
        };
        return new CandleSource(endless, DemoUniverse.grids(), printsPerCandle, seed);
    }

    /// Recorded candles of one interval; a bar that one series lacks is simply absent there.
    public static CandleSource recorded(
            List<CandleSeries> series, Map<String, Grid> grids, int printsPerCandle, long seed) {
        return new CandleSource(rounds(series), grids, printsPerCandle, seed);
    }

    private static Iterator<List<Candle>> rounds(List<CandleSeries> series) {
        NavigableSet<Long> times = new TreeSet<>();
        for (CandleSeries one : series) {
            for (long timeMs : one.openTimeMs()) {
                times.add(timeMs);
            }
        }
        return times.stream().map(timeMs -> round(series, timeMs)).iterator();
    }

    private static List<Candle> round(List<CandleSeries> series, long timeMs) {
        List<Candle> round = new ArrayList<>();
        for (CandleSeries one : series) {
            int index = one.lowerBound(timeMs);
            if (index < one.size() && one.openTimeMs()[index] == timeMs) {
                round.add(one.candle(index));
            }
        }
        return round;
    }

    @Override
    public long nextMs() {
        return steps.nextMs();
    }

    @Override
    public List<MarketStep> next() {
        List<MarketStep> next = steps.next();
        refill();
        return next;
    }

    private void refill() {
        while (steps.nextMs() == NEVER && rounds.hasNext()) {
            rounds.next().forEach(this::plan);
        }
    }

    private void plan(Candle candle) {
        String name = candle.symbol().name();
        Coin coin = coins.computeIfAbsent(name, this::coin);
        List<CandlePath.Print> path = coin.path.of(candle);
        for (CandlePath.Print print : path) {
            BigDecimal average = BigDecimal.valueOf(candle.volume())
                    .divide(BigDecimal.valueOf(path.size()), coin.grid.sizeDecimals(), RoundingMode.DOWN);
            BigDecimal least = LEAST_QUOTE_USD.divide(print.price(), coin.grid.sizeDecimals(), RoundingMode.UP);
            BigDecimal base = average.max(least);
            boolean isBuy = print.side() == Side.BUY;
            BigDecimal bid = isBuy ? coin.ladder.beyond(Side.BUY, print.price()) : print.price();
            BigDecimal ask = isBuy ? print.price() : coin.ladder.beyond(Side.SELL, print.price());
            long timeMs = print.timeMs();
            steps.add(timeMs, new MarketStep.Oracle(name, coin.basis.oracle(print.price())));
            MarketStep quotes = new MarketStep.Quotes(
                    name, coin.ladder.quotes(Side.BUY, bid, base), coin.ladder.quotes(Side.SELL, ask, base));
            steps.add(timeMs, quotes);
            steps.add(timeMs, new MarketStep.Print(name, print.side(), print.price(), print.size()));
            // The maker comes back with what the print took away.
            steps.add(timeMs, quotes);
        }
    }

    private Coin coin(String name) {
        Grid grid = grids.get(name);
        if (grid == null) {
            throw new IllegalArgumentException("no grid for " + name + "; known are " + grids.keySet());
        }
        return new Coin(
                grid,
                new CandlePath(grid, printsPerCandle, seed, name),
                new Ladder(grid, seed * 41 + name.hashCode()),
                new Basis(grid, seed, name));
    }
}
