package aiquant.gpu.hostcheck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.InitialState;
import aiquant.kernel.backtest.RandomMarket;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.FundingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/// Markets to trade on: made up by a seed, or cut out of recorded candles.
final class Markets {
    private static final List<String> REAL = List.of("BTC", "ETH", "SOL", "kPEPE");

    private Markets() {}

    /// Finer bars, funding, a window, a book to start from: each given or not, by the seed.
    static BacktestInput madeUp(long seed, int bars) {
        Random random = new Random(seed);
        RandomMarket market = new RandomMarket(seed);
        List<CandleSeries> main = market.hourly(bars);
        List<CandleSeries> finer = market.quarterly(bars);
        List<FundingSeries> funding = market.funding(bars);
        long last = bars * Interval.H1.lengthMs();
        return input(random, main, finer, funding, seed % 4 == 1 ? last / 5 : Long.MIN_VALUE, last);
    }

    /// More symbols than one word of a mask has bits.
    static BacktestInput wide(long seed, int bars) {
        List<CandleSeries> main = new ArrayList<>();
        List<CandleSeries> finer = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            RandomMarket market = new RandomMarket(seed * 100 + i);
            int copy = i;
            market.hourly(bars).forEach(one -> main.add(renamed(one, copy)));
            market.quarterly(bars).forEach(one -> finer.add(renamed(one, copy)));
        }
        return input(new Random(seed), main, finer, List.of(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static CandleSeries renamed(CandleSeries one, int copy) {
        String name = one.symbol().name() + (copy == 0 ? "" : String.valueOf(copy));
        return new CandleSeries(
                new Symbol(name),
                one.interval(),
                one.openTimeMs(),
                one.open(),
                one.high(),
                one.low(),
                one.close(),
                one.volume());
    }

    /// Skips the test where the recorded candles are absent.
    static BacktestInput real(long seed, int bars) {
        Random random = new Random(seed);
        List<CandleSeries> main = candles("1h", Interval.H1);
        long[] times = main.getFirst().openTimeMs();
        int first = 200 + random.nextInt(Math.max(1, times.length - bars - 200));
        long from = times[first];
        long to = times[Math.min(times.length, first + bars) - 1];
        List<CandleSeries> finer = candles("15m", Interval.M15).stream()
                .map(series -> series.between(from, to))
                .toList();
        List<FundingSeries> funding = REAL.stream()
                .flatMap(symbol ->
                        FundingReader.read(List.of(shared("data/funding/hyperliquid/" + symbol + ".csv.gz")), from, to)
                                .stream())
                .toList();
        return input(
                random,
                main.stream()
                        .map(series -> series.between(from - 250 * Interval.H1.lengthMs(), to))
                        .toList(),
                finer,
                funding,
                from,
                to);
    }

    private static List<CandleSeries> candles(String folder, Interval interval) {
        List<String> files = REAL.stream()
                .map(symbol -> shared("data/candles/hyperliquid/" + folder + "/" + symbol + ".csv.gz"))
                .toList();
        return CandleReader.read(CandleQuery.of(files, interval)).series();
    }

    private static String shared(String relative) {
        Path path = Path.of(System.getProperty("aiquant.shared", "shared")).resolve(relative);
        assumeTrue(
                Files.exists(path),
                "skipped: no shared folder at " + path.toAbsolutePath().normalize());
        return path.toString();
    }

    private static BacktestInput input(
            Random random,
            List<CandleSeries> main,
            List<CandleSeries> finer,
            List<FundingSeries> funding,
            long from,
            long to) {
        boolean hasExits = random.nextBoolean();
        boolean hasEntries = random.nextBoolean();
        return new BacktestInput(
                StrategyParams.defaults(),
                main,
                hasExits ? Optional.of(finer) : Optional.empty(),
                hasEntries ? Optional.of(finer.subList(0, finer.size() - 1)) : Optional.empty(),
                random.nextInt(3) == 0 ? List.of() : funding,
                10_000.0,
                random.nextInt(3) == 0 ? 1 : 30,
                from,
                to,
                random.nextInt(4) == 0 ? Optional.of(book(main)) : Optional.empty());
    }

    private static InitialState book(List<CandleSeries> main) {
        List<InitialState.OpenPosition> open = new ArrayList<>();
        for (CandleSeries series : main.subList(0, 2)) {
            double price = series.close()[0];
            open.add(new InitialState.OpenPosition(
                    series.symbol(),
                    open.isEmpty(),
                    1_000.0 / price,
                    price,
                    price * 0.01,
                    Confidence.MEDIUM,
                    3.0,
                    333.0,
                    open.isEmpty() ? OptionalDouble.of(price * 0.9) : OptionalDouble.empty(),
                    1,
                    false,
                    series.openTimeMs()[0],
                    series.openTimeMs()[0],
                    20.0));
        }
        Symbol third = main.get(2).symbol();
        return new InitialState(9_000.0, open, Map.of(third, 3_600_000L), Map.of(third, 7_200_000L));
    }
}
