package aiquant.kernel.strategy;

import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.rule.Signals;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A strategy made ready to run: its parameters with switched-off behaviours rewritten, and the flat form rules read.
///
/// @param params   as they act, after the rewriting
/// @param rules    the same values as one flat struct; never written to after construction
/// @param exitPlan numbers of the exit rules in order
public record CompiledStrategy(StrategyParams params, BehaviourPlan plan, RuleParams rules, int[] exitPlan) {

    /// The field each parameter fills, by path.
    private static final Map<String, Field> FIELDS = fields();

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Parameters.Parameter parameter : Parameters.all()) {
            field(parameter).ifPresent(field -> fields.put(parameter.path(), field));
        }
        return fields;
    }

    /// Checks and compiles.
    ///
    /// @param profile overrides the profile the parameters name
    /// @throws IllegalArgumentException if values contradict each other or the profile names unknown behaviours
    public static CompiledStrategy of(StrategyParams params, Optional<String> profile) {
        BehaviourPlan plan = BehaviourPlan.resolve(params, profile);
        StrategyParams effective = plan.rewrite(params);
        check(effective);
        return new CompiledStrategy(effective, plan, flatten(effective, plan), exits(plan));
    }

    public static CompiledStrategy of(StrategyParams params) {
        return of(params, Optional.empty());
    }

    /// The conditions without which a run could not be carried through; those of sizing are asked for also while
    /// dynamic
    /// sizing is off, so that switching it on never fails.
    private static void check(StrategyParams params) {
        require(
                params.trade().adxSizingMinMult() <= 1.0,
                "trade.adx_sizing_min_mult must be at most 1.0",
                params.trade().adxSizingMinMult());
        require(
                params.trade().volScalarMin() <= params.trade().volScalarMax(),
                "trade.vol_scalar_min must be at most trade.vol_scalar_max ("
                        + params.trade().volScalarMax() + ")",
                params.trade().volScalarMin());
        atLeastOne("indicators.bb_window", params.indicators().bbWindow());
        atLeastOne("indicators.vol_sma_window", params.indicators().volSmaWindow());
        atLeastOne("indicators.vol_trend_window", params.indicators().volTrendWindow());
        atLeastOne(
                "thresholds.entry.ave_avg_atr_window",
                params.thresholds().entry().aveAvgAtrWindow());
        atLeastOne(
                "thresholds.entry.slow_drift_slope_window",
                params.thresholds().entry().slowDriftSlopeWindow());
        if (params.filters().useStochRsiFilter()) {
            atLeastOne("indicators.stoch_rsi_window", params.indicators().stochRsiWindow());
            atLeastOne("indicators.stoch_rsi_smooth1", params.indicators().stochRsiSmooth1());
            atLeastOne("indicators.stoch_rsi_smooth2", params.indicators().stochRsiSmooth2());
        }
    }

    private static void atLeastOne(String path, int value) {
        require(value >= 1, path + " must be at least 1", value);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }

    private static int[] exits(BehaviourPlan plan) {
        List<Behaviour> canonical = Behaviour.Group.EXITS.members();
        return plan.enabled(Behaviour.Group.EXITS).stream()
                .mapToInt(canonical::indexOf)
                .toArray();
    }

    private static RuleParams flatten(StrategyParams params, BehaviourPlan plan) {
        RuleParams rules = new RuleParams();
        FIELDS.forEach((path, field) -> set(rules, field, Parameters.read(params, path)));
        rules.isAdxFloorEnabled = plan.isEnabled(Behaviour.GATE_ADX_FLOOR);
        rules.isTmcCapEnabled = plan.isEnabled(Behaviour.GATE_ADX_FLOOR_TMC_CAP);
        rules.isSlowDriftUnrangeEnabled = plan.isEnabled(Behaviour.GATE_OVERRIDE_SLOW_DRIFT_UNRANGE);
        rules.isEntryBudgetEnabled = plan.isEnabled(Behaviour.ENGINE_ENTRY_BUDGET);
        List<Behaviour> modes = plan.enabled(Behaviour.Group.SIGNAL_MODES);
        rules.firstMode = mode(modes, 0);
        rules.secondMode = mode(modes, 1);
        rules.thirdMode = mode(modes, 2);
        return rules;
    }

    private static int mode(List<Behaviour> modes, int at) {
        if (at >= modes.size()) {
            return 0;
        }
        return switch (modes.get(at)) {
            case SIGNAL_MODE_STANDARD_TREND -> Signals.STANDARD;
            case SIGNAL_MODE_PULLBACK -> Signals.PULLBACK;
            case SIGNAL_MODE_SLOW_DRIFT -> Signals.SLOW_DRIFT;
            default -> throw new IllegalArgumentException("not a signal mode: " + modes.get(at));
        };
    }

    /// The field a parameter fills; parameters of indicators and informational ones have none.
    private static Optional<Field> field(Parameters.Parameter parameter) {
        if (parameter.path().startsWith("indicators.")) {
            return Optional.empty();
        }
        String name = Parameters.camel(parameter.key());
        for (Field field : RuleParams.class.getFields()) {
            if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static void set(RuleParams rules, Field field, double value) {
        try {
            if (field.getType() == double.class) {
                field.setDouble(rules, value);
            } else if (field.getType() == int.class) {
                field.setInt(rules, (int) value);
            } else {
                field.setBoolean(rules, value != 0.0);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot fill " + field, e);
        }
    }
}
