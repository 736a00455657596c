package aiquant.bench;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.simulator.MarketGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The candles that are measured on: a folder with one folder of files per interval, or a generated market.
final class BenchData {
    /// System property with the folder; empty or absent for a generated market.
    static final String FOLDER = "aiquant.bench.data";

    private static final int LOOKBACK = 200;
    private static final int GENERATED_BARS = 7_800;
    private static final long SEED = 422;

    private final Optional<Path> folder;

    BenchData() {
        folder = Optional.ofNullable(System.getProperty(FOLDER))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    /// Whether there are candles of this interval.
    boolean has(Interval interval) {
        return folder.map(path -> Files.isDirectory(path.resolve(interval.text())))
                .orElse(interval == Interval.H1);
    }

    List<CandleSeries> candles(Interval interval) {
        return folder.map(path -> read(path.resolve(interval.text()), interval)).orElseGet(() -> generated(interval));
    }

    Path path(Interval interval) {
        return folder.orElseThrow().resolve(interval.text());
    }

    /// Main bars only, default strategy.
    BacktestInput mainBars() {
        return BacktestInput.of(StrategyParams.defaults(), candles(Interval.H1), 10_000.0, LOOKBACK);
    }

    /// Hourly bars with exits, and entries if asked for, on a finer interval: the symbols that have both, over the time
    /// of the finer ones.
    BacktestInput finer(Interval interval, boolean hasEntries) {
        List<CandleSeries> fine = candles(interval);
        Set<Symbol> symbols = fine.stream().map(CandleSeries::symbol).collect(Collectors.toSet());
        List<CandleSeries> main = candles(Interval.H1).stream()
                .filter(series -> symbols.contains(series.symbol()))
                .toList();
        EngineSettings engine = new EngineSettings("1h", hasEntries ? interval.text() : "", interval.text(), 60, true);
        return new BacktestInput(
                StrategyParams.defaults().withEngine(engine),
                main,
                Optional.of(fine),
                hasEntries ? Optional.of(fine) : Optional.empty(),
                List.of(),
                10_000.0,
                LOOKBACK,
                fine.stream().mapToLong(series -> series.openTimeMs()[0]).min().orElse(Long.MIN_VALUE),
                fine.stream()
                        .mapToLong(series -> series.openTimeMs()[series.size() - 1])
                        .max()
                        .orElse(Long.MAX_VALUE),
                Optional.empty());
    }

    private static List<CandleSeries> read(Path folder, Interval interval) {
        return CandleReader.read(CandleQuery.of(List.of(folder.toString()), interval))
                .series();
    }

    private static List<CandleSeries> generated(Interval interval) {
        long start = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
        return new MarketGenerator(SEED, MarketGenerator.demoSymbols(), start, interval).history(GENERATED_BARS);
    }
}
