package aiquant.kernel.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TpeTest {
    private static final List<String> NUMBERS = List.of(
            "trade.sl_atr_mult",
            "trade.tp_atr_mult",
            "trade.trailing_start_atr",
            "trade.trailing_distance_atr",
            "trade.allocation_pct",
            "thresholds.entry.min_adx",
            "thresholds.entry.max_dist_ema_fast",
            "thresholds.ranging.adx_below");
    private static final int TRIALS = 400;
    private static final int BATCH = 40;

    @Test
    void findsThePeakOfAHillSoonerThanChance() {
        ParameterSpace space = hill();
        ToDoubleFunction<double[]> height = values -> {
            double sum = 0.0;
            for (int i = 0; i < values.length; i++) {
                sum += (values[i] - 3.0 - 0.5 * i) * (values[i] - 3.0 - 0.5 * i);
            }
            return -sum;
        };

        assertThat(medianBest(seed -> new Tpe(space, seed, TRIALS), height))
                .isGreaterThan(medianBest(seed -> new RandomSearch(space, seed, TRIALS), height));
    }

    @Test
    void findsTheRightSwitchesSoonerThanChance() {
        List<Axis> axes = new ArrayList<>();
        for (String path : List.of(
                "filters.enable_ranging_filter",
                "filters.enable_anomaly_filter",
                "filters.enable_extension_filter",
                "filters.require_adx_rising",
                "filters.require_btc_alignment",
                "filters.require_macro_alignment",
                "trade.enable_partial_tp",
                "trade.enable_pyramiding",
                "trade.enable_reef_filter",
                "trade.enable_ssf_filter")) {
            axes.add(axis(path, 0, 1));
        }
        axes.add(axis("thresholds.entry.macd_hist_entry_mode", 0, 1, 2));
        axes.add(axis("trade.entry_min_confidence", 0, 1, 2));
        ParameterSpace space = new ParameterSpace(axes, StrategyParams.defaults());
        ToDoubleFunction<double[]> matches = values -> {
            double sum = 0.0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i] == (i % 3 == 0 ? 1 : 0) ? 1.0 + 0.1 * i : 0.0;
            }
            return sum;
        };

        assertThat(meanBest(seed -> new Tpe(space, seed, 200), matches, 200))
                .isGreaterThan(meanBest(seed -> new RandomSearch(space, seed, 200), matches, 200));
    }

    @Test
    void drawsGatedAxesOnlyWhereTheirGateIsOpen() {
        ParameterSpace space = new ParameterSpace(
                List.of(
                        new Axis(
                                "trade.tp_partial_pct",
                                new double[] {0.3, 0.5, 0.7},
                                Optional.of(new Gate("trade.enable_partial_tp", 1))),
                        axis("trade.enable_partial_tp", 0, 1)),
                StrategyParams.defaults());

        List<Trial> trials = new Tpe(space, 7, 500).next(500);

        assertThat(trials).anySatisfy(trial -> assertThat(trial.values()[1]).isNotEqualTo(0.3));
        assertThat(trials)
                .filteredOn(trial -> trial.values()[0] == 0.0)
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.values()[1]).isEqualTo(0.3));
    }

    @Test
    void goesOnWhereItsStateWasTaken() {
        ParameterSpace space = hill();
        Tpe first = new Tpe(space, 3, 3_000);
        tell(first, first.next(1_200));
        Tpe second = new Tpe(space, 3, 3_000);

        second.restore(1_200, first.uninformed(), first.observations());

        assertThat(valuesOf(second.next(300))).isEqualTo(valuesOf(first.next(300)));
        assertThat(second.uninformed()).isEqualTo(1_200);
    }

    @Test
    void keepsTheBestTenthWhenItForgets() {
        Tpe tpe = new Tpe(hill(), 3, 3_000);
        List<Trial> trials = tpe.next(1_100);

        tell(tpe, trials);
        tell(tpe, List.of());

        double[] best = trials.stream()
                .mapToDouble(trial -> -pnl(trial))
                .sorted()
                .limit(110)
                .toArray();
        assertThat(tpe.observations()).hasSize(500);
        assertThat(tpe.observations().stream().map(Tpe.Observation::objective).toList())
                .containsAll(Arrays.stream(best).boxed().toList());
    }

    @Test
    void takesNoNumberAsTheWorst() {
        Tpe tpe = new Tpe(hill(), 3, 100);
        List<Trial> trials = tpe.next(2);

        tpe.told(trials, List.of(new Outcome(Double.NaN, 50), new Outcome(-1e9, 50)));

        assertThat(tpe.observations().getFirst().objective())
                .isGreaterThan(tpe.observations().getLast().objective());
    }

    @Test
    void knowsWhichValuesAnAxisMayTake() {
        assertThat(AxisKind.levels(axis("indicators.adx_window", 8, 12, 10)))
                .containsExactly(8.0, 9.0, 10.0, 11.0, 12.0);
        assertThat(AxisKind.levels(axis("trade.add_min_confidence", 2, 0, 1))).containsExactly(2.0, 0.0, 1.0);
        assertThat(AxisKind.levels(axis("trade.enable_pyramiding", 1, 0))).containsExactly(1.0, 0.0);
        assertThat(AxisKind.levels(axis("trade.leverage_high", 5, 7))).containsExactly(5.0, 6.0, 7.0);
        assertThat(AxisKind.levels(axis("trade.slippage_bps", 5))).containsExactly(5.0);
        assertThat(AxisKind.step(new double[] {0.2, 0.3, 0.5, 0.7})).isCloseTo(0.1, within(1e-9));
        assertThat(AxisKind.levels(axis("trade.trailing_start_atr", 0.8, 1.2, 1.6, 2.0)))
                .hasSize(4);
    }

    /// Range 0 to 10, observations 2 and 3, the prior at 5: gaps 1, then 2, then 2; least width 10 / (1 + 3).
    @Test
    void makesEachNormalAsWideAsItsLargerGap() {
        assertThat(widths(Map.of(2.0, 1, 3.0, 1, 5.0, 1))).containsExactly(2.5, 2.5, 2.5);
        assertThat(widths(Map.of(1.0, 1, 8.0, 1, 9.0, 1))).containsExactly(7.0, 7.0, 2.5);
        assertThat(widths(Map.of(5.0, 1))).containsExactly(5.0);
    }

    /// Four normals at 4 and one at 9: only the last of the four has a gap, 5; least width 10 / (1 + 5).
    @Test
    void givesAGapToTheOuterOnesOfSeveralAtOnePlace() {
        assertThat(widths(Map.of(4.0, 4, 9.0, 1))).containsExactly(10.0 / 6, 5.0, 10.0 / 6, 5.0);
    }

    @Test
    void sharesOfADensityAddUpToOneAndPeakAtItsObservations() {
        double[] levels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        double[] shares = Parzen.shares(levels, new int[] {0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0});

        assertThat(Arrays.stream(shares).sum()).isCloseTo(1.0, within(1e-12));
        assertThat(shares[7]).isGreaterThan(shares[5]).isGreaterThan(shares[9]);
    }

    @Test
    void learnsFromTheWholeOfALargeBatch() {
        ParameterSpace space = hill();
        Tpe tpe = new Tpe(space, 5, 10_000);
        tell(tpe, tpe.next(4_096));

        double before =
                tpe.next(500).stream().mapToDouble(TpeTest::pnl).average().orElseThrow();

        assertThat(tpe.observations()).hasSize(4_096);
        double chance = new RandomSearch(space, 5, 500)
                .next(500).stream().mapToDouble(TpeTest::pnl).average().orElseThrow();
        assertThat(before).isGreaterThan(chance + 20.0);
    }

    private static List<Double> widths(Map<Double, Integer> means) {
        return Parzen.components(new TreeMap<>(means), 0, 10).stream()
                .map(Parzen.Component::width)
                .toList();
    }

    private static void tell(Tpe tpe, List<Trial> trials) {
        tpe.told(
                trials,
                trials.stream().map(trial -> new Outcome(pnl(trial), 50)).toList());
    }

    private static double pnl(Trial trial) {
        return 100.0 - Arrays.stream(trial.values()).map(v -> (v - 4) * (v - 4)).sum();
    }

    private static List<List<Double>> valuesOf(List<Trial> trials) {
        return trials.stream()
                .map(trial -> Arrays.stream(trial.values()).boxed().toList())
                .toList();
    }

    /// Eight axes from 0 to 10 in steps of one half.
    private static ParameterSpace hill() {
        double[] values = new double[21];
        Arrays.setAll(values, i -> i * 0.5);
        return new ParameterSpace(
                NUMBERS.stream().map(path -> axis(path, values)).toList(), StrategyParams.defaults());
    }

    private static Axis axis(String path, double... values) {
        return new Axis(path, values, Optional.empty());
    }

    private interface Search {
        Sampler of(long seed);
    }

    private static double medianBest(Search search, ToDoubleFunction<double[]> value) {
        List<Double> bests = new ArrayList<>();
        for (long seed = 1; seed <= 7; seed++) {
            bests.add(best(search.of(seed), value, TRIALS));
        }
        bests.sort(Comparator.naturalOrder());
        return bests.get(3);
    }

    private static double meanBest(Search search, ToDoubleFunction<double[]> value, int trials) {
        double sum = 0.0;
        for (long seed = 1; seed <= 7; seed++) {
            sum += best(search.of(seed), value, trials);
        }
        return sum / 7;
    }

    /// Batches are drawn one ahead, as in a sweep.
    private static double best(Sampler sampler, ToDoubleFunction<double[]> value, int trials) {
        double best = Double.NEGATIVE_INFINITY;
        List<Trial> current = sampler.next(BATCH);
        List<Trial> next = sampler.next(BATCH);
        for (int done = 0; done < trials; done += BATCH) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Trial trial : current) {
                double found = value.applyAsDouble(trial.values());
                outcomes.add(new Outcome(found, 100));
                best = Math.max(best, found);
            }
            sampler.told(current, outcomes);
            current = next;
            next = sampler.next(BATCH);
        }
        return best;
    }
}
