package aiquant.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aiquant.kernel.statistics.BacktestOverfitting.Measure;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BacktestOverfittingTest {

    /// Four blocks of one row, three trials A B C. Sums of the sample | of the rest, and the pick's rank there:
    ///
    /// - rows 1 2: A 7, B 5, C 0 | A 6, B 5, C 7: A ranks 2 of 3, logit ln(2/2) = 0
    /// - rows 3 4: C 7 | A 7, B 5, C 0: C ranks 1, logit ln(1/3)
    /// - rows 1 3: A 7, B 5, C 5 | A 6, B 5, C 2: A ranks 3, logit ln 3
    /// - rows 2 4: A 6, B 5, C 2 | A 7, B 5, C 5: the same
    /// - rows 1 4: A 7, B 5, C 2 | A 6, B 5, C 5: the same
    /// - rows 2 3: A 6, B 5, C 5 | A 7, B 5, C 2: the same
    @Test
    void isWorkedOutByHand() {
        double[][] returns = {{4, 2.5, 0}, {3, 2.5, 0}, {3, 2.5, 5}, {3, 2.5, 2}};

        BacktestOverfitting result = BacktestOverfitting.of(returns, 4, Measure.MEAN);

        assertThat(result.splits()).isEqualTo(6);
        assertThat(result.probability()).isCloseTo(2.0 / 6, within(1e-15));
        assertThat(result.medianLogit()).isCloseTo(Math.log(3), within(1e-15));
        assertThat(result.probabilityOfLoss()).isZero();
        assertThat(result.trials()).isEqualTo(3);
        assertThat(result.rows()).isEqualTo(4);
    }

    /// Two blocks of two rows. First half: A 2/1, B 4/3; second half: A 0, B 3/1. A leads there, B here.
    @Test
    void picksByTheSharpeRatio() {
        double[][] returns = {{1, 1}, {3, 7}, {-1, 2}, {1, 4}};

        BacktestOverfitting result = BacktestOverfitting.of(returns, 2, Measure.SHARPE);

        assertThat(result.probability()).isEqualTo(1.0);
        assertThat(result.probabilityOfLoss()).isZero();
    }

    @Test
    void isAboutOneHalfOnNoise() {
        double sum = 0;
        for (int seed = 1; seed <= 30; seed++) {
            sum += BacktestOverfitting.of(noise(seed, 400, 30), 10, Measure.SHARPE)
                    .probability();
        }

        assertThat(sum / 30).isBetween(0.42, 0.58);
    }

    @Test
    void isSmallWithOneTrulyBetterTrial() {
        double[][] returns = noise(5, 1_000, 50);
        for (double[] row : returns) {
            row[17] += 0.002;
        }

        assertThat(BacktestOverfitting.of(returns, 16, Measure.SHARPE).probability())
                .isLessThan(0.1);
        assertThat(BacktestOverfitting.of(returns, 16, Measure.MEAN).probability())
                .isLessThan(0.1);
    }

    @Test
    void seesNoMeritAmongTrialsThatAreTheSame() {
        double[][] returns = {{1, 1}, {-2, -2}, {0, 0}, {0.5, 0.5}};

        BacktestOverfitting result = BacktestOverfitting.of(returns, 2, Measure.MEAN);

        assertThat(result.probability()).isEqualTo(1.0);
        assertThat(result.medianLogit()).isZero();
    }

    @Test
    void countsTrialsThatNeverTradeAsZero() {
        double[][] returns = {{0, -1}, {0, -2}, {0, 1}, {0, 2}};

        // The idle one wins the first half and comes second in the other; the other way round, the busy one loses.
        BacktestOverfitting result = BacktestOverfitting.of(returns, 2, Measure.SHARPE);
        assertThat(result.probability()).isEqualTo(1.0);
        assertThat(result.probabilityOfLoss()).isEqualTo(0.5);
    }

    @Test
    void refusesWhatCannotBeCut() {
        double[][] four = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};

        assertThatThrownBy(() -> BacktestOverfitting.of(four, 3, Measure.MEAN))
                .hasMessageContaining("even, 2 to 20: 3");
        assertThatThrownBy(() -> BacktestOverfitting.of(four, 4, Measure.SHARPE))
                .hasMessageContaining("4 blocks need at least 8 rows: 4");
        assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {{1}, {2}, {3}, {4}}, 2, Measure.MEAN))
                .hasMessageContaining("at least 2 trials to choose from: 1");
        assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {{1, 2}, {1}}, 2, Measure.MEAN))
                .hasMessageContaining("rows of 2 and of 1 trials");
        assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {{1, 2}, {1, Double.NaN}}, 2, Measure.MEAN))
                .hasMessageContaining("NaN");
    }

    private static double[][] noise(long seed, int rows, int trials) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] noise = new double[rows][trials];
        for (double[] row : noise) {
            for (int trial = 0; trial < trials; trial++) {
                row[trial] = 0.01 * random.nextGaussian();
            }
        }
        return noise;
    }
}
