package aiquant.kernel.strategy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BehaviourPlanTest {

    private static final Optional<String> NO_OVERRIDE = Optional.empty();

    @Test
    void namesEveryBehaviourOnceUnderItsGroup() {
        List<String> ids = Arrays.stream(Behaviour.values()).map(Behaviour::id).toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(49);
        assertThat(Behaviour.Group.GATES.members()).hasSize(11);
        assertThat(Behaviour.Group.EXITS.members()).hasSize(18);
        assertThat(Behaviour.find("exit.smart.mmde")).contains(Behaviour.EXIT_SMART_MMDE);
    }

    @Test
    void runsEverythingInCanonicalOrderByDefault() {
        BehaviourPlan plan = BehaviourPlan.resolve(StrategyParams.defaults(), NO_OVERRIDE);

        assertThat(plan.profile()).isEqualTo("production");
        for (Behaviour.Group group : Behaviour.Group.values()) {
            assertThat(plan.enabled(group)).isEqualTo(group.members());
        }
        assertThat(plan.rewrite(StrategyParams.defaults())).isEqualTo(StrategyParams.defaults());
    }

    @Test
    void prefersTheOverrideThenTheRuntimeProfileThenTheDefaultProfile() {
        StrategyParams params = params("from_runtime", new Pipeline("from_pipeline", Map.of()));

        assertThat(BehaviourPlan.resolve(params, Optional.of("explicit")).profile())
                .isEqualTo("explicit");
        assertThat(BehaviourPlan.resolve(params, NO_OVERRIDE).profile()).isEqualTo("from_runtime");
        assertThat(BehaviourPlan.resolve(params("", params.pipeline()), NO_OVERRIDE)
                        .profile())
                .isEqualTo("from_pipeline");
        assertThat(BehaviourPlan.resolve(params("", new Pipeline("", Map.of())), NO_OVERRIDE)
                        .profile())
                .isEqualTo("production");
    }

    @Test
    void leavesOnlyStopPlainTrailAndFullTargetInTheExitIsolationProfile() {
        BehaviourPlan plan = BehaviourPlan.resolve(StrategyParams.defaults(), Optional.of("parity_exit_isolation"));

        assertThat(plan.enabled(Behaviour.Group.EXITS))
                .containsExactly(
                        Behaviour.EXIT_STOP_LOSS_ASE,
                        Behaviour.EXIT_STOP_LOSS_DASE,
                        Behaviour.EXIT_STOP_LOSS_SLB,
                        Behaviour.EXIT_STOP_LOSS_BASE,
                        Behaviour.EXIT_TRAILING_BASE,
                        Behaviour.EXIT_TAKE_PROFIT_FULL);
        assertThat(plan.enabled(Behaviour.Group.GATES)).isEqualTo(Behaviour.Group.GATES.members());
        assertThat(changedPaths(plan))
                .containsExactly(
                        "trade.breakeven_buffer_atr",
                        "trade.breakeven_start_atr",
                        "trade.enable_breakeven_stop",
                        "trade.enable_partial_tp",
                        "trade.enable_rsi_overextension_exit",
                        "trade.enable_vol_buffered_trailing",
                        "trade.smart_exit_adx_exhaustion_lt",
                        "trade.tp_partial_pct",
                        "trade.tsme_min_profit_atr",
                        "trade.tsme_require_adx_slope_negative");
    }

    @Test
    void putsListedBehavioursFirstAndKeepsTheOthersInCanonicalOrder() {
        BehaviourPlan plan = plan("signal_modes", List.of("signal.mode.slow_drift"), List.of(), List.of());

        assertThat(plan.enabled(Behaviour.Group.SIGNAL_MODES))
                .containsExactly(
                        Behaviour.SIGNAL_MODE_SLOW_DRIFT,
                        Behaviour.SIGNAL_MODE_STANDARD_TREND,
                        Behaviour.SIGNAL_MODE_PULLBACK);
    }

    @Test
    void runsOnlyWhatIsEnabledAndNotDisabled() {
        BehaviourPlan plan =
                plan("risk", List.of(), List.of("risk.pesc", "risk.exit_cooldown"), List.of("risk.exit_cooldown"));

        assertThat(plan.enabled(Behaviour.Group.RISK)).containsExactly(Behaviour.RISK_PESC);
        assertThat(plan.isEnabled(Behaviour.RISK_PESC)).isTrue();
        assertThat(plan.isEnabled(Behaviour.RISK_EXIT_COOLDOWN)).isFalse();
    }

    @Test
    void letsListsOfTheDocumentReplaceThoseOfABuiltInProfile() {
        Pipeline.Behaviours exits = new Pipeline.Behaviours(List.of(), List.of(), List.of("exit.smart.mmde"));
        StrategyParams params = params("", pipeline("parity_exit_isolation", "exits", exits));

        BehaviourPlan plan = BehaviourPlan.resolve(params, NO_OVERRIDE);

        assertThat(plan.enabled(Behaviour.Group.EXITS))
                .hasSize(17)
                .doesNotContain(Behaviour.EXIT_SMART_MMDE)
                .contains(Behaviour.EXIT_STOP_LOSS_BREAKEVEN);
    }

    @Test
    void refusesAnUnknownIdNamingProfileGroupAndKnownIds() {
        assertThatThrownBy(() -> plan("risk", List.of(), List.of(), List.of("risk.pecs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("profile 'mine', risk.disabled: unknown behaviour 'risk.pecs'; known ids: "
                        + "risk.exposure_guard, risk.entry_cooldown, risk.exit_cooldown, risk.pesc");
    }

    @Test
    void refusesARepeatedIdAndAnUnknownGroup() {
        assertThatThrownBy(() -> plan("risk", List.of("risk.pesc", "risk.pesc"), List.of(), List.of()))
                .hasMessageContaining("profile 'mine', risk.order: behaviour 'risk.pesc' is listed twice");
        assertThatThrownBy(() -> plan("gate", List.of(), List.of(), List.of()))
                .hasMessage("profile 'mine': unknown behaviour group 'gate'");
    }

    @Test
    void rewritesTheParametersOfEachDisabledBehaviour() {
        StrategyParams reversed = StrategyParams.defaults()
                .with("trade.reverse_entry_signal", 1)
                .with("market_regime.enable_auto_reverse", 1);

        assertThat(plan("engine", List.of(), List.of(), List.of("engine.reverse_signal"))
                        .rewrite(reversed))
                .isEqualTo(StrategyParams.defaults());
        assertThat(changes("entry_sizing", "entry.sizing.volatility_scalar"))
                .isEqualTo(Map.of("trade.vol_baseline_pct", 0.0, "trade.vol_scalar_min", 1.0));
        assertThat(changes("entry_sizing", "entry.sizing.adx_multiplier"))
                .isEqualTo(Map.of("trade.adx_sizing_min_mult", 1.0, "trade.adx_sizing_full_adx", 0.0));
        assertThat(changes("signal_confidence", "signal.confidence.high_volume_upgrade"))
                .isEqualTo(Map.of("thresholds.entry.high_conf_volume_mult", 1e12));
        assertThat(changes("risk", "risk.pesc"))
                .isEqualTo(Map.of(
                        "trade.reentry_cooldown_minutes", 0.0,
                        "trade.reentry_cooldown_min_mins", 0.0,
                        "trade.reentry_cooldown_max_mins", 0.0));
        assertThat(changes("engine", "engine.entry_budget")).isEmpty();
    }

    private static Map<String, Double> changes(String group, String disabled) {
        StrategyParams rewritten =
                plan(group, List.of(), List.of(), List.of(disabled)).rewrite(StrategyParams.defaults());
        return Parameters.all().stream()
                .map(Parameters.Parameter::path)
                .filter(path -> Parameters.read(rewritten, path) != Parameters.read(StrategyParams.defaults(), path))
                .collect(toMap(path -> path, path -> Parameters.read(rewritten, path)));
    }

    private static Set<String> changedPaths(BehaviourPlan plan) {
        StrategyParams rewritten = plan.rewrite(StrategyParams.defaults());
        Set<String> paths = new TreeSet<>();
        for (Parameters.Parameter parameter : Parameters.all()) {
            double before = Parameters.read(StrategyParams.defaults(), parameter.path());
            if (Parameters.read(rewritten, parameter.path()) != before) {
                paths.add(parameter.path());
            }
        }
        return paths;
    }

    private static BehaviourPlan plan(String group, List<String> order, List<String> enabled, List<String> disabled) {
        Pipeline pipeline = pipeline("mine", group, new Pipeline.Behaviours(order, enabled, disabled));
        return BehaviourPlan.resolve(params("", pipeline), NO_OVERRIDE);
    }

    private static Pipeline pipeline(String profile, String group, Pipeline.Behaviours behaviours) {
        return new Pipeline(
                profile,
                Map.of(profile, new Pipeline.Profile("", List.of(), List.of(), List.of(), Map.of(group, behaviours))));
    }

    private static StrategyParams params(String runtimeProfile, Pipeline pipeline) {
        StrategyParams p = StrategyParams.defaults();
        return new StrategyParams(
                p.trade(),
                p.indicators(),
                p.filters(),
                p.marketRegime(),
                p.thresholds(),
                p.engine(),
                new RuntimeSettings(runtimeProfile, "sqlite", "sqlite"),
                pipeline);
    }
}
