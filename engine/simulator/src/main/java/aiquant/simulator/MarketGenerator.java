package aiquant.simulator;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.List;

/// An endless market out of one number: the same seed gives the same candles on every machine.
///
/// BTC leads and the others follow with their own betas and stories of their own. Trends, quiet ranges and storms take
/// turns, returns have fat tails and clustered volatility, and volume swells with the hour of the day, with movement
/// and with bursts of orders along a trend. Moods last a number of bars, not of hours, so a chart of any interval looks
/// alike. Each candle opens at its predecessor's close. Not thread-safe.
public final class MarketGenerator {

    /// The seed of demonstrations: around its bar 720 a lively strategy holds several positions.
    public static final long DEMO_SEED = 422;

    private static final double HOUR_MS = 3_600_000.0;
    private static final double BUSIEST_HOUR = 15;
    private static final double DAILY_SWING = 0.35;

    private final Interval interval;
    private final Force market;
    private final List<SymbolPath> paths;
    private final List<Symbol> symbols;
    private long openTimeMs;

    /// @param symbols what to quote, in the order of each round
    /// @param startMs open time of the first round, a multiple of the interval
    /// @throws IllegalArgumentException if the venue does not list a symbol or the start is off the grid
    public MarketGenerator(long seed, List<Symbol> symbols, long startMs, Interval interval) {
        if (Math.floorMod(startMs, interval.lengthMs()) != 0) {
            throw new IllegalArgumentException("start " + startMs + " is not a multiple of " + interval);
        }
        this.symbols = List.copyOf(symbols);
        this.interval = interval;
        openTimeMs = startMs;
        market = new Force(Draws.named(seed, "market"));
        paths = this.symbols.stream()
                .map(symbol -> new SymbolPath(Listing.of(symbol), interval, seed))
                .toList();
    }

    /// The twelve markets of the demonstration.
    public static List<Symbol> demoSymbols() {
        return Listing.all().stream().map(Listing::symbol).toList();
    }

    /// Open time of the round that `next` will return.
    public long nextOpenTimeMs() {
        return openTimeMs;
    }

    /// One round: a candle of every symbol, all opening at the same time.
    public List<Candle> next() {
        Force.Push push = market.next();
        double activity = activityAt(openTimeMs);
        List<Candle> round = new ArrayList<>(paths.size());
        for (SymbolPath path : paths) {
            round.add(path.next(openTimeMs, push, activity));
        }
        openTimeMs += interval.lengthMs();
        return List.copyOf(round);
    }

    /// The next `bars` rounds as one series per symbol; the generator goes on from there.
    public List<CandleSeries> history(int bars) {
        List<List<Candle>> rounds = new ArrayList<>(bars);
        for (int i = 0; i < bars; i++) {
            rounds.add(next());
        }
        List<CandleSeries> series = new ArrayList<>(symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            int index = i;
            series.add(seriesOf(
                    symbols.get(i),
                    rounds.stream().map(round -> round.get(index)).toList()));
        }
        return List.copyOf(series);
    }

    private CandleSeries seriesOf(Symbol symbol, List<Candle> candles) {
        return new CandleSeries(
                symbol,
                interval,
                candles.stream().mapToLong(Candle::openTimeMs).toArray(),
                candles.stream().mapToDouble(Candle::open).toArray(),
                candles.stream().mapToDouble(Candle::high).toArray(),
                candles.stream().mapToDouble(Candle::low).toArray(),
                candles.stream().mapToDouble(Candle::close).toArray(),
                candles.stream().mapToDouble(Candle::volume).toArray());
    }

    /// Busiest when America trades, quietest before Europe wakes. A day bar sees all of it and so no swing.
    private double activityAt(long timeMs) {
        if (interval.lengthMs() >= 86_400_000L) {
            return 1;
        }
        double hour = (timeMs + interval.lengthMs() / 2.0) / HOUR_MS % 24;
        return 1 + DAILY_SWING * StrictMath.cos((hour - BUSIEST_HOUR) / 24 * 2 * Math.PI);
    }
}
