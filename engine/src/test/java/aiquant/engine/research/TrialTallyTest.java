package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aiquant.kernel.backtest.BacktestSummary;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTallyTest {

    @Test
    void keepsTheBestAndOfEqualsTheFirst() {
        TrialTally tally = new TrialTally(2);
        add(tally, 3, 50, 1);
        add(tally, 2, 70, 1);
        add(tally, 4, Double.NaN, 1);
        add(tally, 1, 70, 1);

        assertThat(tally.best().orElseThrow().index()).isEqualTo(1);
        assertThat(tally.count()).isEqualTo(4);
        assertThat(tally.sample()).hasSize(2);
    }

    /// Sharpe ratios 1 and 3: mean 2, variance 1.
    @Test
    void knowsHowSharpeRatiosSpread() {
        TrialTally tally = new TrialTally(0);
        assertThat(tally.sharpeVariance()).isZero();

        add(tally, 0, 1, 1);
        add(tally, 1, 1, 3);

        assertThat(tally.sharpeVariance()).isCloseTo(1.0, within(1e-15));
        assertThat(tally.sample()).isEmpty();
    }

    @Test
    void keepsTheSameWhateverTheOrder() {
        TrialTally upwards = new TrialTally(20);
        TrialTally downwards = new TrialTally(20);
        for (int i = 0; i < 1_000; i++) {
            add(upwards, i, i % 97, i % 7 / 3.0);
            add(downwards, 999 - i, (999 - i) % 97, (999 - i) % 7 / 3.0);
        }

        assertThat(upwards.sample()).isEqualTo(downwards.sample()).hasSize(20);
        assertThat(upwards.best()).isEqualTo(downwards.best());
        assertThat(upwards.sharpeVariance()).isEqualTo(downwards.sharpeVariance());
        assertThat(upwards.sample().stream()
                        .mapToLong(SweepRow::index)
                        .average()
                        .orElseThrow())
                .isBetween(300.0, 700.0);
    }

    private static void add(TrialTally tally, long index, double pnl, double sharpe) {
        tally.add(
                index,
                new BacktestSummary(0, pnl, 5, 3, 2, 1.5, sharpe, 0, 0.1, 0, 0, 0),
                () -> Map.of("a", (double) index));
    }
}
