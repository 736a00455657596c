package aiquant.kernel.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.rule.Exits;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signals;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompiledStrategyTest {
    private static final StrategyParams DEFAULTS = StrategyParams.defaults();

    /// Values that rules do not read: shown only, for paper fills only, or read by the indicators.
    private static final Set<String> WITHOUT_FIELD = Set.of(
            "trade.leverage",
            "trade.use_bbo_for_fills",
            "thresholds.entry.ave_avg_atr_window",
            "thresholds.entry.slow_drift_slope_window",
            "thresholds.tp_and_momentum.adx_weak_lt",
            "thresholds.tp_and_momentum.tp_mult_strong",
            "thresholds.tp_and_momentum.tp_mult_weak");

    @Test
    void carriesEveryValueThatRulesReadIntoAFieldOfItsName() throws IllegalAccessException {
        RuleParams before = CompiledStrategy.of(DEFAULTS).rules();
        Set<String> filled = new HashSet<>();
        for (Parameters.Parameter parameter : Parameters.all()) {
            RuleParams after = CompiledStrategy.of(DEFAULTS.with(parameter.path(), other(parameter)))
                    .rules();

            List<String> changed = changes(before, after);

            boolean hasNone = parameter.path().startsWith("indicators.") || WITHOUT_FIELD.contains(parameter.path());
            assertThat(changed)
                    .as(parameter.path())
                    .isEqualTo(hasNone ? List.of() : List.of(Parameters.camel(parameter.key())));
            filled.addAll(changed);
        }

        for (Field field : RuleParams.class.getFields()) {
            assertThat(filled.contains(field.getName()) || isFromThePlan(field.getName()))
                    .as("something fills %s", field.getName())
                    .isTrue();
        }
    }

    private static boolean isFromThePlan(String field) {
        return Set.of(
                        "isAdxFloorEnabled",
                        "isTmcCapEnabled",
                        "isSlowDriftUnrangeEnabled",
                        "isEntryBudgetEnabled",
                        "firstMode",
                        "secondMode",
                        "thirdMode")
                .contains(field);
    }

    /// A value that differs from the default and contradicts nothing.
    private static double other(Parameters.Parameter parameter) {
        double value = Parameters.read(DEFAULTS, parameter.path());
        if (parameter.type() == boolean.class) {
            return 1.0 - value;
        }
        if (parameter.type() == double.class) {
            return value == 0.0 ? 1.0 : value * 0.9;
        }
        return parameter.type() == int.class ? value + 1.0 : (value + 1.0) % 3.0;
    }

    private static List<String> changes(RuleParams before, RuleParams after) throws IllegalAccessException {
        List<String> changed = new ArrayList<>();
        for (Field field : RuleParams.class.getFields()) {
            if (!field.get(before).equals(field.get(after))) {
                changed.add(field.getName());
            }
        }
        return changed;
    }

    @Test
    void numbersExitsAndModesInThePlansOrder() {
        CompiledStrategy plain = CompiledStrategy.of(DEFAULTS);
        assertThat(plain.exitPlan()).hasSize(18).startsWith(Exits.STOP_ASE).endsWith(Exits.RSI_OVEREXTENSION);
        assertThat(plain.rules().firstMode).isEqualTo(Signals.STANDARD);
        assertThat(plain.rules().thirdMode).isEqualTo(Signals.SLOW_DRIFT);

        CompiledStrategy custom = CompiledStrategy.of(with(Map.of(
                "exits",
                new Pipeline.Behaviours(
                        List.of("exit.smart.mmde", "exit.stop_loss.base"),
                        List.of("exit.stop_loss.base", "exit.smart.mmde", "exit.stop_loss.ase"),
                        List.of()),
                "signal_modes",
                new Pipeline.Behaviours(
                        List.of("signal.mode.pullback"), List.of(), List.of("signal.mode.standard_trend")))));
        assertThat(custom.exitPlan()).containsExactly(Exits.DIVERGENCE, Exits.STOP_BASE, Exits.STOP_ASE);
        assertThat(custom.rules().firstMode).isEqualTo(Signals.PULLBACK);
        assertThat(custom.rules().secondMode).isEqualTo(Signals.SLOW_DRIFT);
        assertThat(custom.rules().thirdMode).isZero();
    }

    @Test
    void tellsTheRulesWhatNoParameterCanSwitchOff() {
        RuleParams rules = CompiledStrategy.of(with(Map.of(
                        "gates",
                        disabled("gate.adx_floor", "gate.adx_floor.tmc_cap", "gate.override.slow_drift_unrange"),
                        "engine",
                        disabled("engine.entry_budget"))))
                .rules();

        assertThat(rules.isAdxFloorEnabled).isFalse();
        assertThat(rules.minAdx).isZero();
        assertThat(rules.isTmcCapEnabled).isFalse();
        assertThat(rules.isSlowDriftUnrangeEnabled).isFalse();
        assertThat(rules.isEntryBudgetEnabled).isFalse();
        assertThat(rules.maxEntryOrdersPerLoop).isEqualTo(6);
    }

    @Test
    void refusesValuesThatContradictEachOther() {
        assertRefused("trade.adx_sizing_min_mult", 1.01, "trade.adx_sizing_min_mult must be at most 1.0: 1.01");
        assertRefused(
                "trade.vol_scalar_min", 1.5, "trade.vol_scalar_min must be at most trade.vol_scalar_max (1.0): 1.5");
        assertRefused("indicators.bb_window", 0, "indicators.bb_window must be at least 1: 0");
        assertRefused("indicators.vol_sma_window", 0, "indicators.vol_sma_window must be at least 1: 0");
        assertRefused("indicators.vol_trend_window", 0, "indicators.vol_trend_window must be at least 1: 0");
        assertRefused("indicators.ave_avg_atr_window", 0, "thresholds.entry.ave_avg_atr_window must be at least 1: 0");
        assertRefused(
                "thresholds.entry.slow_drift_slope_window",
                0,
                "thresholds.entry.slow_drift_slope_window must be at least 1: 0");
        assertRefused("indicators.stoch_rsi_window", 0, "indicators.stoch_rsi_window must be at least 1: 0");
    }

    @Test
    void asksForStochasticWindowsOnlyWhereTheFilterRuns() {
        StrategyParams params = DEFAULTS.with("indicators.stoch_rsi_window", 0).with("filters.use_stoch_rsi_filter", 0);

        assertThat(CompiledStrategy.of(params).params()).isEqualTo(params);
    }

    private static void assertRefused(String path, double value, String message) {
        assertThatThrownBy(() -> CompiledStrategy.of(DEFAULTS.with(path, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Pipeline.Behaviours disabled(String... ids) {
        return new Pipeline.Behaviours(List.of(), List.of(), List.of(ids));
    }

    private static StrategyParams with(Map<String, Pipeline.Behaviours> behaviours) {
        Pipeline pipeline = new Pipeline(
                "mine", Map.of("mine", new Pipeline.Profile("", List.of(), List.of(), List.of(), behaviours)));
        return new StrategyParams(
                DEFAULTS.trade(),
                DEFAULTS.indicators(),
                DEFAULTS.filters(),
                DEFAULTS.marketRegime(),
                DEFAULTS.thresholds(),
                DEFAULTS.engine(),
                DEFAULTS.runtime(),
                pipeline);
    }
}
