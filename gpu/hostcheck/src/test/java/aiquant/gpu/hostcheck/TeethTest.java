package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.gpu.KernelSource;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.backtest.RandomMarket;
import aiquant.kernel.backtest.SeriesCache;
import aiquant.kernel.backtest.Trials;
import aiquant.kernel.strategy.Strategies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The comparison notices what a faulty translation or a careless compiler would do.
class TeethTest {

    @Test
    void noticesAChangedComparison() {
        assertThat(differing(mutated("if ((x < lo)) {", "if ((x <= hi)) {"))).isPositive();
    }

    @Test
    void noticesALostParenthesis() {
        assertThat(differing(mutated(
                        "a.balance = (a.balance + (row.pnl - row.fee));",
                        "a.balance = a.balance + row.pnl - row.fee;")))
                .isPositive();
    }

    @Test
    void noticesAConstantThatIsOffByOneUlp() {
        assertThat(differing(mutated("Num_QUANTUM = 0x1.d1a94a2p39", "Num_QUANTUM = 0x1.d1a94a2000001p39")))
                .isPositive();
    }

    @Test
    void noticesContraction() {
        assertThat(differing(HostBuild.of("-ffp-contract=fast", "-march=haswell")))
                .isPositive();
    }

    private static HostBuild mutated(String right, String wrong) {
        String source = KernelSource.load().text();
        assertThat(source).contains(right);
        return HostBuild.ofSource(source.replace(right, wrong));
    }

    /// How many of some configurations a build gets wrong.
    private static int differing(HostBuild build) {
        RandomMarket made = new RandomMarket(7);
        List<Strategies> strategies = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            strategies.add(Strategies.of(made.strategy(), Map.of(), Optional.empty()));
        }
        BacktestData data = new BacktestData(
                BacktestInput.of(strategies.getFirst().common().params(), made.hourly(500), 10_000.0, 20));
        SeriesCache cache = new SeriesCache(data.market(), Long.MAX_VALUE);
        Trials trials = new Trials(data, cache);
        List<BacktestSummary> replay = strategies.stream().map(trials::run).toList();
        List<BacktestSummary> onHost = new Batch(data, strategies, cache, true).on(new OnHost(build, 8), 64);
        int differing = 0;
        for (int i = 0; i < replay.size(); i++) {
            differing += replay.get(i).equals(onHost.get(i)) ? 0 : 1;
        }
        System.out.println("teeth: " + differing + " of " + replay.size() + " configurations differ");
        return differing;
    }
}
