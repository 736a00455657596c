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
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Any configuration on any market: replay, the kernels as Java and the kernels built by g++ agree to the last bit.
class ParityTest {
    private static final int PER_MARKET = 20;
    private static final List<String> INTERVALS = List.of("", "15m", "1h", "4h", "x");

    private final HostBuild host = HostBuild.of();
    private long trades;
    private int configurations;

    @Test
    void agreesOnMadeUpMarkets() {
        compare(0, 11, seed -> Markets.madeUp(seed, 300));
    }

    @Test
    void agreesOnRecordedMarkets() {
        compare(1_000, 4, seed -> Markets.real(seed, 500));
    }

    @Test
    void agreesOnMoreSymbolsThanAWordHasBits() {
        compare(2_000, 1, seed -> Markets.wide(seed, 150));
    }

    @Test
    @Tag("soak")
    void agreesOnManyMarkets() {
        compare(3_000, 80, seed -> Markets.madeUp(seed, 600));
        compare(4_000, 30, seed -> Markets.real(seed, 1_500));
        compare(5_000, 5, seed -> Markets.wide(seed, 300));
    }

    private void compare(long firstSeed, int markets, LongFunction<BacktestInput> market) {
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
        int[] chunks = {1, 7, 64, 10_000};
        Batch batch = new Batch(data, strategies, cache, random.nextBoolean());

        List<BacktestSummary> onJvm = batch.onJvm(chunks[random.nextInt(4)]);
        List<BacktestSummary> onHost = batch.onHost(host, chunks[random.nextInt(4)], 1 + random.nextInt(40));

        for (int i = 0; i < replay.size(); i++) {
            assertThat(onJvm.get(i))
                    .as("kernels as Java, market %d, configuration %d", seed, i)
                    .isEqualTo(replay.get(i));
            assertThat(onHost.get(i))
                    .as("kernels by g++, market %d, configuration %d", seed, i)
                    .isEqualTo(replay.get(i));
            trades += replay.get(i).totalTrades();
        }
        configurations += replay.size();
    }

    /// Some with parameters of their own for one symbol or two.
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
