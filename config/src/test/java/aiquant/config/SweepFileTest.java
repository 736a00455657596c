package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import aiquant.kernel.sweep.Gate;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SweepFileTest {
    private static final String STOP = "{path: trade.sl_atr_mult, values: [1]}";

    @Test
    void readsAxesInTheOrderOfTheFile() {
        SweepSpec spec = SweepFile.parse("s.yaml", """
                initial_balance: 1e7
                lookback: 260
                axes:
                  - path: trade.sl_atr_mult
                    values: [1.5, 2, -3e-1]
                  - {path: trade.tp_partial_pct, values: [0.5], gate: {path: trade.enable_partial_tp, eq: 1}}
                """);

        assertThat(spec.lookback()).isEqualTo(260);
        assertThat(spec.axes()).extracting(Axis::path).containsExactly("trade.sl_atr_mult", "trade.tp_partial_pct");
        assertThat(spec.axes().get(0).values()).containsExactly(1.5, 2.0, -0.3);
        assertThat(spec.axes().get(0).gate()).isEmpty();
        assertThat(spec.axes().get(1).gate()).contains(new Gate("trade.enable_partial_tp", 1.0));
        assertThat(spec.places()).extracting(Place::line).containsExactly(4, 6);
    }

    @Test
    void takesTwoHundredBarsOfLookbackWhereNoneIsGiven() {
        assertThat(SweepFile.parse("s.yaml", "axes: [" + STOP + "]").lookback()).isEqualTo(200);
    }

    @Test
    void refusesUnknownKeysAtTheirPlace() {
        assertRefused("axis: []", "s.yaml:1:1: unknown key 'axis'; did you mean 'axes'? Known keys: axes, ");
        assertRefused(
                "axes:\n  - {path: trade.sl_atr_mult, value: [1]}",
                "s.yaml:2:31: unknown key 'value' in an axis; did you mean 'values'? Known keys: path, values, gate");
        assertRefused(
                "axes:\n  - {path: trade.sl_atr_mult, values: [1], gate: {path: trade.leverage, equals: 1}}",
                "s.yaml:2:73: unknown key 'equals' in the gate of trade.sl_atr_mult");
    }

    @Test
    void refusesUnknownPathsAndSaysWhichMayHaveBeenMeant() {
        assertRefused(
                "axes:\n  - path: trade.sl_atr_mutl\n    values: [1]",
                "s.yaml:2:11: no sweepable parameter 'trade.sl_atr_mutl'; did you mean trade.sl_atr_mult?");
        assertRefused(
                "axes: [{path: engine.interval, values: [1]}]",
                "s.yaml:1:15: no sweepable parameter 'engine.interval'");
        assertRefused(
                "axes: [{path: trade.sl_atr_mult, values: [1], gate: {path: trade.enable, eq: 1}}]",
                "s.yaml:1:60: no sweepable parameter 'trade.enable'");
    }

    @Test
    void refusesValuesThatAreNoNumbers() {
        assertRefused(axis("[]"), "s.yaml:1:42: values of trade.sl_atr_mult is an empty list");
        assertRefused(axis("3"), "s.yaml:1:42: values of trade.sl_atr_mult must be a list, not number 3");
        assertRefused(axis("[1, .nan]"), "s.yaml:1:46: a value of trade.sl_atr_mult must be a finite number");
        assertRefused(axis("[1, 1e999]"), "s.yaml:1:46: a value of trade.sl_atr_mult must be a finite number");
        assertRefused(axis("[-.inf]"), "s.yaml:1:43: a value of trade.sl_atr_mult must be a finite number");
        assertRefused(axis("[fast]"), "s.yaml:1:43: a value of trade.sl_atr_mult must be a number, not text 'fast'");
        assertRefused(axis("[true]"), "s.yaml:1:43: a value of trade.sl_atr_mult must be a number: 1 for true");
    }

    @Test
    void refusesWhatIsMissing() {
        assertRefused("lookback: 3", "s.yaml:1:1: axes is missing: a list of what to vary");
        assertRefused("axes: []", "s.yaml:1:7: axes is empty; a sweep needs at least one axis");
        assertRefused("axes: [{values: [1]}]", "s.yaml:1:8: an axis has no path, such as trade.sl_atr_mult");
        assertRefused("axes: [{path: trade.sl_atr_mult}]", "s.yaml:1:8: trade.sl_atr_mult has no values");
        assertRefused(
                "axes: [{path: trade.sl_atr_mult, values: [1], gate: {path: trade.leverage}}]",
                "s.yaml:1:53: the gate of trade.sl_atr_mult has no eq");
        assertThatThrownBy(() -> SweepFile.load(Path.of("nowhere.yaml")))
                .isInstanceOf(ConfigError.class)
                .hasMessage("nowhere.yaml: there is no such file");
    }

    @Test
    void refusesAnAxisTwiceAlsoUnderItsOtherName() {
        assertRefused(
                "axes:\n  - " + STOP + "\n  - " + STOP,
                "s.yaml:3:5: axis trade.sl_atr_mult is varied in line 2 already");
        assertRefused("""
                axes:
                  - {path: indicators.ave_avg_atr_window, values: [20]}
                  - {path: thresholds.entry.ave_avg_atr_window, values: [30]}
                """, "s.yaml:3:5: axis thresholds.entry.ave_avg_atr_window is varied in line 2 already");
    }

    @Test
    void refusesAGateOnTheAxisItself() {
        assertRefused(
                "axes: [{path: trade.leverage, values: [1], gate: {path: trade.leverage, eq: 1}}]",
                "s.yaml:1:50: the gate of trade.leverage names the axis itself");
    }

    @Test
    void refusesALookbackOfNothing() {
        assertRefused("lookback: 0\naxes: [" + STOP + "]", "s.yaml:1:11: lookback must be at least 1: 0");
        assertRefused("lookback: 2.5\naxes: [" + STOP + "]", "s.yaml:1:11: lookback must be a whole number");
    }

    @Test
    void refusesValuesWithWhichNoRunIsPossible() {
        assertCannotRun(
                "axes:\n  - {path: trade.adx_sizing_min_mult, values: [0.5, 1.5]}",
                "s.yaml:2:5: with trade.adx_sizing_min_mult at 1.5 no run is possible");
        assertCannotRun(
                "axes:\n  - {path: indicators.bb_window, values: [20, 0]}",
                "s.yaml:2:5: with indicators.bb_window at 0.0 no run is possible");
        assertCannotRun("""
                axes:
                  - {path: trade.vol_scalar_min, values: [0.5, 1.5]}
                  - {path: trade.vol_scalar_max, values: [1.0, 2.0]}
                """, "s.yaml:2:5: with trade.vol_scalar_min at 1.5 no run is possible");
        assertCannotRun("""
                axes:
                  - {path: indicators.stoch_rsi_window, values: [14, 0]}
                  - {path: filters.use_stoch_rsi_filter, values: [0, 1]}
                """, "s.yaml:2:5: with indicators.stoch_rsi_window at 0.0 no run is possible");
    }

    @Test
    void takesValuesThatGoTogetherWhateverTheConfigurationSays() {
        SweepSpec spec = SweepFile.parse("s.yaml", """
                axes:
                  - {path: trade.vol_scalar_min, values: [7, 8]}
                  - {path: trade.vol_scalar_max, values: [8, 9]}
                """);

        assertThatCode(() -> spec.check(StrategyParams.defaults())).doesNotThrowAnyException();
    }

    private static String axis(String values) {
        return "axes: [{path: trade.sl_atr_mult, values: " + values + "}]";
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> SweepFile.parse("s.yaml", text))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith(message);
    }

    private static void assertCannotRun(String text, String message) {
        SweepSpec spec = SweepFile.parse("s.yaml", text);
        assertThatThrownBy(() -> spec.check(StrategyParams.defaults()))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith(message);
    }
}
