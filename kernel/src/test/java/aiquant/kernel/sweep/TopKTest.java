package aiquant.kernel.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.BacktestSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopKTest {
    private static final double[] PROFITS = {Double.NaN, Double.NEGATIVE_INFINITY, -1, -0.0, 0.0, 1, 2, 3};

    @Property(tries = 300)
    void keepsTheBestWhateverOrderTheyComeIn(
            @ForAll @Size(max = 40) List<@IntRange(max = 7) Integer> profits,
            @ForAll @IntRange(min = 1, max = 12) int size,
            @ForAll long seed) {
        List<TrialResult> results = new ArrayList<>();
        for (int profit : profits) {
            results.add(result(results.size(), PROFITS[profit]));
        }
        List<Long> expected = results.stream()
                .sorted(Comparator.comparingDouble(TopKTest::worth).reversed())
                .limit(size)
                .map(result -> result.trial().index())
                .toList();
        Collections.shuffle(results, new Random(seed));

        TopK top = new TopK(size);
        results.forEach(top::add);

        assertThat(top.sorted()).extracting(result -> result.trial().index()).isEqualTo(expected);
    }

    @Test
    void mustKeepSomething() {
        assertThatThrownBy(() -> new TopK(0)).hasMessage("must keep at least one result: 0");
    }

    private static double worth(TrialResult result) {
        double profit = result.summary().totalPnl();
        return Double.isNaN(profit) ? Double.NEGATIVE_INFINITY : profit + 0.0;
    }

    private static TrialResult result(long index, double profit) {
        return new TrialResult(
                new Trial(index, new double[0][], new double[0]),
                new BacktestSummary(profit, profit, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
