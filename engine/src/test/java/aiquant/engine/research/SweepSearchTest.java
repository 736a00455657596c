package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.config.Environment;
import aiquant.config.SweepSpec;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import aiquant.simulator.MarketGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweepSearchTest {

    private static final BacktestInput TRAINING = BacktestInput.of(
            StrategyParams.defaults(),
            new MarketGenerator(5, MarketGenerator.demoSymbols(), SampleWalk.START_MS, Interval.H1).history(700),
            10_000,
            200);
    private static final CardBan BAN = new CardBan(new Environment(Map.of()), "test");
    private static final SweepSpec SPEC =
            new SweepSpec(200, List.of(axis("trade.sl_atr_mult", 1, 2, 3), axis("trade.tp_atr_mult", 2, 4, 6)));

    @Test
    void triesEveryCombinationWhateverTheThreads() {
        TrialTally byHand = new TrialTally(20);
        new GridSearch().search(TRAINING, byHand);

        for (int threads : new int[] {1, 2}) {
            TrialTally tally = new TrialTally(20);
            SweepSearch search = search(new SweepRequest.Method.Grid(), SPEC, threads);
            search.search(TRAINING, tally);

            assertThat(search.trials()).isEqualTo(9);
            assertThat(tally.count()).isEqualTo(9);
            assertThat(tally.best()).isEqualTo(byHand.best());
            assertThat(tally.sample()).isEqualTo(byHand.sample());
            assertThat(tally.sharpeVariance()).isEqualTo(byHand.sharpeVariance());
        }
    }

    @Test
    void drawsTheSameTrialsInEveryFold() {
        SweepSearch search = search(new SweepRequest.Method.Random(40, 7), SPEC, 2);
        TrialTally one = new TrialTally(40);
        TrialTally two = new TrialTally(40);

        search.search(TRAINING, one);
        search.search(TRAINING, two);

        assertThat(one.count()).isEqualTo(40);
        assertThat(two.sample()).isEqualTo(one.sample());
    }

    @Test
    void endsEarlyWhenItIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        TrialTally tally = new TrialTally(0);

        new SweepSearch(
                        SPEC,
                        new SweepRequest.Method.Random(100_000, 7),
                        TRAINING,
                        1,
                        SweepRunners.PROCESSOR,
                        BAN,
                        () -> asked.incrementAndGet() > 600)
                .search(TRAINING, tally);

        assertThat(tally.count()).isEqualTo(512);
    }

    @Test
    void refusesAGridThatCannotBeCounted() {
        List<Axis> axes = new ArrayList<>();
        for (String name :
                "sl_atr_mult tp_atr_mult tp_partial_pct trailing_start_atr trailing_distance_atr".split(" ")) {
            axes.add(new Axis("trade." + name, new double[10_000], Optional.empty()));
        }

        assertThatThrownBy(() -> search(new SweepRequest.Method.Grid(), new SweepSpec(200, axes), 1))
                .hasMessageContaining("--random");
    }

    private static SweepSearch search(SweepRequest.Method method, SweepSpec spec, int threads) {
        return new SweepSearch(spec, method, TRAINING, threads, SweepRunners.PROCESSOR, BAN, () -> false);
    }

    private static Axis axis(String path, double... values) {
        return new Axis(path, values, Optional.empty());
    }
}
