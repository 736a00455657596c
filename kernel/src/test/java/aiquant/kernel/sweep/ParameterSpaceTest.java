package aiquant.kernel.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.strategy.Confidence;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParameterSpaceTest {
    private static final StrategyParams BASE = StrategyParams.defaults();
    private static final String TP1 = "trade.enable_partial_tp";
    private static final String STOP = "trade.sl_atr_mult";
    private static final String PART = "trade.tp_partial_pct";
    private static final String TARGET = "trade.tp_atr_mult";

    @Test
    void variesTheFirstAxisSlowest() {
        ParameterSpace space = space(axis(STOP, 1, 2), axis(TARGET, 5, 6, 7));

        assertThat(all(space)).containsExactly("1 5", "1 6", "1 7", "2 5", "2 6", "2 7");
        assertThat(space.size()).isEqualTo(6);
    }

    @Test
    void expandsGatedAxesLastAndOnlyWhereTheirGateHolds() {
        ParameterSpace space = space(gated(PART, TP1, 1, 25, 50), axis(TP1, 0, 1), axis(STOP, 1, 2));

        assertThat(space.axes()).extracting(Axis::path).containsExactly(TP1, STOP, PART);
        assertThat(all(space)).containsExactly("0 1 25", "0 2 25", "1 1 25", "1 1 50", "1 2 25", "1 2 50");
        assertThat(space.size()).isEqualTo(6);
    }

    @Test
    void gatesAnAxisByOneThatIsGatedItself() {
        ParameterSpace space = space(axis(TP1, 0, 1), gated(PART, TP1, 1, 50, 25), gated(STOP, PART, 50, 1, 2));

        // Where the first gate is shut, the part stays at 50, which opens the second.
        assertThat(all(space)).containsExactly("0 50 1", "0 50 2", "1 50 1", "1 50 2", "1 25 1");
        assertThat(space.size()).isEqualTo(5);
    }

    @Test
    void letsAnAxisVaryWhoseGateIsNotInTheCombinationYet() {
        ParameterSpace space = space(gated(STOP, PART, 50, 1, 2), gated(PART, TP1, 1, 25, 50), axis(TP1, 0));

        assertThat(all(space)).containsExactly("0 1 25", "0 2 25");
        assertThat(space.size()).isEqualTo(2);
    }

    @Test
    void asksTheBaseConfigurationAboutAGateThatIsNotSwept() {
        List<Axis> axes = List.of(gated(STOP, TP1, 1, 1, 2));

        assertThat(all(new ParameterSpace(axes, BASE.with(TP1, 1)))).containsExactly("1", "2");
        assertThat(all(new ParameterSpace(axes, BASE.with(TP1, 0)))).containsExactly("1");
    }

    @Test
    void comparesWithAGateWithinABillionth() {
        assertThat(new Gate(STOP, 0.3).holds(0.1 + 0.2)).isTrue();
        assertThat(new Gate(STOP, 0.3).holds(0.3 + 2e-9)).isFalse();
    }

    @Test
    void convertsValuesAsTheTypeOfTheParameterAsks() {
        ParameterSpace space = space(
                axis("trade.max_open_positions", 3.9),
                axis(TP1, 0.5),
                axis("trade.entry_min_confidence", 1.7),
                axis("indicators.ave_avg_atr_window", 33));

        StrategyParams params = space.params(new Grid(space).next(1).getFirst());

        assertThat(params.trade().maxOpenPositions()).isEqualTo(3);
        assertThat(params.trade().enablePartialTp()).isTrue();
        assertThat(params.trade().entryMinConfidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(params.thresholds().entry().aveAvgAtrWindow()).isEqualTo(33);
        assertThat(params.indicators().aveAvgAtrWindow()).isEqualTo(33);
    }

    @Test
    void expandsAndCountsMadeUpSpacesByTheRules() {
        Random random = new Random(5);
        List<String> paths = List.of(STOP, TP1, PART, TARGET, "trade.leverage", "trade.allocation_pct");
        for (int round = 0; round < 300; round++) {
            List<Axis> axes = new ArrayList<>();
            for (String path : paths) {
                double[] values = new double[1 + random.nextInt(3)];
                Arrays.setAll(values, i -> i);
                Gate gate = new Gate(paths.get(random.nextInt(6)), random.nextInt(3));
                boolean isGated = random.nextBoolean() && !gate.path().equals(path);
                axes.add(new Axis(path, values, isGated ? Optional.of(gate) : Optional.empty()));
            }
            ParameterSpace space = new ParameterSpace(axes, BASE);

            List<String> expected = expanded(space);

            assertThat(all(space)).isEqualTo(expected);
            assertThat(space.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void countsWhatNobodyCouldList() {
        double[] thousand = new double[1000];
        List<Axis> axes = new ArrayList<>();
        for (String path :
                List.of(STOP, TARGET, PART, "trade.leverage", "trade.allocation_pct", "trade.slippage_bps")) {
            axes.add(axis(path, thousand));
        }
        assertThat(new ParameterSpace(axes, BASE).size()).isEqualTo(1_000_000_000_000_000_000L);

        axes.add(axis("trade.leverage_low", thousand));
        assertThat(new ParameterSpace(axes, BASE).size()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void goesOnAfterTheCombinationsThatWereSkipped() {
        ParameterSpace space = space(gated(PART, TP1, 1, 25, 50), axis(TP1, 0, 1), axis(STOP, 1, 2));

        for (int skipped = 0; skipped <= 6; skipped++) {
            Grid grid = new Grid(space);
            grid.skip(skipped);
            List<Trial> rest = grid.next(100);
            assertThat(texts(rest)).isEqualTo(all(space).subList(skipped, 6));
            assertThat(rest.stream().mapToLong(Trial::index).min().orElse(6)).isEqualTo(skipped);
        }
    }

    @Test
    void refusesTheSameParameterTwice() {
        assertThatThrownBy(() -> space(axis(STOP, 1), axis(STOP, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis " + STOP + " is given twice");
    }

    @Test
    void refusesAnAxisWithoutValuesOrWithOnesThatAreNoNumbers() {
        assertThatThrownBy(() -> axis(STOP)).hasMessage("axis " + STOP + " has no values");
        assertThatThrownBy(() -> axis(STOP, 1, Double.NaN)).hasMessage("axis " + STOP + " has the value NaN");
    }

    @Test
    void drawsFromTheListedValuesAloneAndFreezesShutAxes() {
        ParameterSpace space = space(axis(TP1, 0, 1), gated(PART, TP1, 1, 25, 50));
        int[] seen = new int[4];

        for (Trial trial : new RandomSearch(space, 42, 4000).next(5000)) {
            seen[2 * (int) trial.values()[0] + (trial.values()[1] > 30 ? 1 : 0)]++;
        }

        // Half, none, a quarter and a quarter of 4,000, give or take four standard deviations.
        assertThat(seen[0]).isBetween(1874, 2126);
        assertThat(seen[1]).isZero();
        assertThat(seen[2]).isBetween(890, 1110);
        assertThat(seen[3]).isBetween(890, 1110);
    }

    @Test
    void drawsATrialAgainFromSeedAndNumber() {
        ParameterSpace space = space(axis(STOP, 1, 2, 3, 4, 5), axis(TARGET, 1, 2, 3, 4, 5));
        List<String> atOnce = texts(new RandomSearch(space, 7, 100).next(100));

        RandomSearch inParts = new RandomSearch(space, 7, 100);
        List<String> parts = new ArrayList<>(texts(inParts.next(33)));
        RandomSearch resumed = new RandomSearch(space, 7, 100);
        resumed.skip(33);
        parts.addAll(texts(resumed.next(1000)));

        assertThat(parts).isEqualTo(atOnce);
        assertThat(texts(new RandomSearch(space, 8, 100).next(100))).isNotEqualTo(atOnce);
    }

    private static Axis axis(String path, double... values) {
        return new Axis(path, values, Optional.empty());
    }

    private static Axis gated(String path, String parent, double eq, double... values) {
        return new Axis(path, values, Optional.of(new Gate(parent, eq)));
    }

    private static ParameterSpace space(Axis... axes) {
        return new ParameterSpace(List.of(axes), BASE);
    }

    private static List<String> all(ParameterSpace space) {
        return texts(new Grid(space).next(Integer.MAX_VALUE));
    }

    private static List<String> texts(List<Trial> trials) {
        return trials.stream().map(trial -> text(trial.values())).toList();
    }

    private static String text(double[] values) {
        return String.join(
                " ",
                Arrays.stream(values).mapToObj(v -> Integer.toString((int) v)).toList());
    }

    /// The rules as they are written down: axis by axis, each combination becomes as many as there are values.
    private static List<String> expanded(ParameterSpace space) {
        List<double[]> all = List.of(new double[0]);
        for (Axis axis : space.axes()) {
            List<double[]> longer = new ArrayList<>();
            for (double[] combination : all) {
                for (double value :
                        isShut(space, axis, combination) ? new double[] {axis.values()[0]} : axis.values()) {
                    double[] one = Arrays.copyOf(combination, combination.length + 1);
                    one[combination.length] = value;
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all.stream().map(ParameterSpaceTest::text).toList();
    }

    private static boolean isShut(ParameterSpace space, Axis axis, double[] combination) {
        for (int i = 0; axis.gate().isPresent() && i < combination.length; i++) {
            if (space.axes().get(i).path().equals(axis.gate().get().path())) {
                return combination[i] != axis.gate().get().eq();
            }
        }
        return false;
    }
}
