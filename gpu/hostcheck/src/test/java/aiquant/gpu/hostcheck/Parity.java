package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.RandomMarket;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/// Compares replay, the kernels as Java and the kernels built by g++ on any configurations, and counts what it
/// compared.
final class Parity {
    private static final int PER_MARKET = 20;
    private static final int[] CHUNKS = {1, 7, 64, 10_000};
    private static final List<String> INTERVALS = List.of("", "15m", "1h", "4h", "x");

    private final Runner runner;
    private final Set<String> seen = new TreeSet<>();
    private long trades;
    private int configurations;

    /// Runs kernels that were made of the generated source.
    interface Runner {
        List<BacktestSummary> run(Batch batch, int chunk, int block);
    }

    Parity(HostBuild host) {
        this((batch, chunk, block) -> batch.on(new OnHost(host, block), chunk));
    }

    Parity(Runner runner) {
        this.runner = runner;
    }

    /// The modes that were compared.
    Set<String> seen() {
        return seen;
    }

    void compare(long firstSeed, int markets, LongFunction<BacktestInput> market) {
        for (long seed = firstSeed; seed < firstSeed + markets; seed++) {
            compare(seed, market.apply(seed));
        }
        System.out.printf("parity: %d configurations, %d closes, 0 differing bits%n", configurations, trades);
        assertThat(trades).isGreaterThan(configurations * 5L);
    }

    private void compare(long seed, BacktestInput input) {
        Random random = new Random(seed);
        List<Strategies> strategies = strategies(seed, random);
        BacktestData data = new BacktestData(input);
        SeriesCache cache = new SeriesCache(data.market(), Long.MAX_VALUE);
        Trials trials = new Trials(data, cache);
        List<BacktestSummary> replay = strategies.stream().map(trials::run).toList();
        Batch batch = new Batch(data, strategies, cache, random.nextBoolean());

        List<BacktestSummary> onJvm = batch.onJvm(CHUNKS[random.nextInt(4)]);
        List<BacktestSummary> onHost = runner.run(batch, CHUNKS[random.nextInt(4)], 1 + random.nextInt(40));

        for (int i = 0; i < replay.size(); i++) {
            String place = "market %d, configuration %d, ".formatted(seed, i);
            assertThat(onJvm.get(i)).as(place + "kernels as Java").isEqualTo(replay.get(i));
            assertThat(onHost.get(i)).as(place + "kernels by g++").isEqualTo(replay.get(i));
            trades += replay.get(i).totalTrades();
        }
        configurations += replay.size();
        note(input, strategies);
    }

    private void note(BacktestInput input, List<Strategies> strategies) {
        for (Strategies one : strategies) {
            EngineSettings engine = one.common().params().engine();
            boolean hasExits =
                    input.exitCandles().isPresent() && !engine.exitInterval().equals("1h");
            String entries = input.entryCandles().isEmpty()
                    ? "main bars"
                    : engine.signalOnCandleClose() ? "the close's finer bar" : "finer bars";
            seen.add("entries on " + entries + ", exits on " + (hasExits ? "finer bars" : "main bars"));
        }
        seen.add(input.funding().isEmpty() ? "without funding" : "with funding");
        seen.add(input.initialState().isPresent() ? "from a book" : "from nothing");
        seen.add(strategies.getFirst().own().isEmpty() ? "one strategy" : "strategies by symbol");
        seen.add(input.fromMs() == Long.MIN_VALUE ? "whole period" : "a window");
    }

    /// Some with parameters of their own for one symbol or more.
    private static List<Strategies> strategies(long seed, Random random) {
        RandomMarket made = new RandomMarket(seed + 77);
        List<String> own = List.of("ETH", "kPEPE", "NONE").subList(0, random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        List<Strategies> all = new ArrayList<>();
        for (int i = 0; i < PER_MARKET; i++) {
            StrategyParams common = withEngine(made.strategy(), random);
            Map<Symbol, StrategyParams> others = new LinkedHashMap<>();
            own.forEach(symbol -> others.put(new Symbol(symbol), made.strategy()));
            all.add(Strategies.of(common, others, Optional.empty()));
        }
        return all;
    }

    private static StrategyParams withEngine(StrategyParams params, Random random) {
        String entry = INTERVALS.get(random.nextInt(INTERVALS.size()));
        String exit = random.nextInt(4) == 0 ? "1h" : "15m";
        return params.withEngine(new EngineSettings("1h", entry, exit, 60, random.nextBoolean()));
    }
}
