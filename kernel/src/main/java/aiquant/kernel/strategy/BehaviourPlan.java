package aiquant.kernel.strategy;

import static aiquant.kernel.strategy.Behaviour.Group.EXITS;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which behaviours run, and in which order: the active profile, resolved.
///
/// Immutable. A behaviour missing from its group's list is switched off; [#rewrite] carries that into the parameters.
/// Lists with unknown or repeated names are refused rather than replaced by the production plan in silence.
public record BehaviourPlan(String profile, Map<Behaviour.Group, List<Behaviour>> enabledByGroup) {

    private static final String PRODUCTION = "production";
    private static final String PARITY_BASELINE = "parity_baseline";
    private static final String PARITY_EXIT_ISOLATION = "parity_exit_isolation";

    /// The profiles that need no entry in a strategy file.
    public static final Set<String> BUILT_IN = Set.of(PRODUCTION, PARITY_BASELINE, PARITY_EXIT_ISOLATION);

    private static final Pipeline.Behaviours EVERYTHING = new Pipeline.Behaviours(List.of(), List.of(), List.of());
    private static final Pipeline.Profile NO_PROFILE =
            new Pipeline.Profile("", List.of(), List.of(), List.of(), Map.of());

    /// All that an isolated exit test leaves on: the stop with its three multipliers, the plain trail, the full target.
    private static final Set<Behaviour> ISOLATED_EXITS = Set.of(
            Behaviour.EXIT_STOP_LOSS_ASE,
            Behaviour.EXIT_STOP_LOSS_DASE,
            Behaviour.EXIT_STOP_LOSS_SLB,
            Behaviour.EXIT_STOP_LOSS_BASE,
            Behaviour.EXIT_TRAILING_BASE,
            Behaviour.EXIT_TAKE_PROFIT_FULL);

    public BehaviourPlan {
        EnumMap<Behaviour.Group, List<Behaviour>> copy = new EnumMap<>(Behaviour.Group.class);
        for (Behaviour.Group group : Behaviour.Group.values()) {
            copy.put(group, List.copyOf(enabledByGroup.getOrDefault(group, List.of())));
        }
        enabledByGroup = Map.copyOf(copy);
    }

    /// The plan of the active profile: the override, else `runtime.profile`, else `pipeline.default_profile`, else
    /// `production`. A name nobody defined means everything, in canonical order.
    ///
    /// @throws IllegalArgumentException if the profile lists an unknown group, or an unknown or repeated behaviour
    public static BehaviourPlan resolve(StrategyParams params, Optional<String> profileOverride) {
        String name = activeProfile(params, profileOverride);
        Pipeline.Profile profile = params.pipeline().profiles().getOrDefault(name, NO_PROFILE);
        checkGroups(name, profile);

        EnumMap<Behaviour.Group, List<Behaviour>> enabled = new EnumMap<>(Behaviour.Group.class);
        for (Behaviour.Group group : Behaviour.Group.values()) {
            Pipeline.Behaviours written = profile.behaviours().getOrDefault(group.key(), EVERYTHING);
            enabled.put(group, enabledIn(name, group, over(builtIn(name, group), written)));
        }
        return new BehaviourPlan(name, enabled);
    }

    /// What runs of this group, in the order in which it runs.
    public List<Behaviour> enabled(Behaviour.Group group) {
        return enabledByGroup.getOrDefault(group, List.of());
    }

    public boolean isEnabled(Behaviour behaviour) {
        return enabled(behaviour.group()).contains(behaviour);
    }

    /// The parameters with every switched-off behaviour made harmless. Needed once, before a run.
    public StrategyParams rewrite(StrategyParams params) {
        StrategyParams rewritten = params;
        for (Behaviour behaviour : Behaviour.values()) {
            rewritten = isEnabled(behaviour) ? rewritten : without(behaviour, rewritten);
        }
        return rewritten;
    }

    private static String activeProfile(StrategyParams params, Optional<String> profileOverride) {
        List<String> byPriority = List.of(
                profileOverride.orElse(""),
                params.runtime().profile(),
                params.pipeline().defaultProfile());
        return byPriority.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(PRODUCTION);
    }

    /// Only the exit isolation leaves something out; all other names start from everything in canonical order.
    private static Pipeline.Behaviours builtIn(String profile, Behaviour.Group group) {
        if (!profile.equals(PARITY_EXIT_ISOLATION) || group != EXITS) {
            return EVERYTHING;
        }
        List<String> disabled = group.members().stream()
                .filter(exit -> !ISOLATED_EXITS.contains(exit))
                .map(Behaviour::id)
                .toList();
        return new Pipeline.Behaviours(List.of(), List.of(), disabled);
    }

    private static Pipeline.Behaviours over(Pipeline.Behaviours builtIn, Pipeline.Behaviours written) {
        return new Pipeline.Behaviours(
                written.order().isEmpty() ? builtIn.order() : written.order(),
                written.enabled().isEmpty() ? builtIn.enabled() : written.enabled(),
                written.disabled().isEmpty() ? builtIn.disabled() : written.disabled());
    }

    private static List<Behaviour> enabledIn(String profile, Behaviour.Group group, Pipeline.Behaviours lists) {
        List<Behaviour> first = known(profile, group, "order", lists.order());
        List<Behaviour> only = known(profile, group, "enabled", lists.enabled());
        List<Behaviour> never = known(profile, group, "disabled", lists.disabled());

        Set<Behaviour> order = new LinkedHashSet<>(first);
        order.addAll(group.members());
        return order.stream()
                .filter(behaviour -> !never.contains(behaviour))
                .filter(behaviour -> only.isEmpty() || only.contains(behaviour))
                .toList();
    }

    private static List<Behaviour> known(String profile, Behaviour.Group group, String list, List<String> ids) {
        String place = "profile '" + profile + "', " + group.key() + "." + list + ": ";
        Set<String> seen = new HashSet<>();
        List<Behaviour> behaviours = new ArrayList<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        place + "behaviour '" + id + "' is listed twice; known ids: " + ids(group));
            }
            behaviours.add(Behaviour.find(id)
                    .filter(behaviour -> behaviour.group() == group)
                    .orElseThrow(() -> new IllegalArgumentException(
                            place + "unknown behaviour '" + id + "'; known ids: " + ids(group))));
        }
        return behaviours;
    }

    private static void checkGroups(String name, Pipeline.Profile profile) {
        for (String key : profile.behaviours().keySet()) {
            if (List.of(Behaviour.Group.values()).stream()
                    .noneMatch(group -> group.key().equals(key))) {
                throw new IllegalArgumentException("profile '" + name + "': unknown behaviour group '" + key + "'");
            }
        }
    }

    private static String ids(Behaviour.Group group) {
        return group.members().stream().map(Behaviour::id).collect(joining(", "));
    }

    /// One row per behaviour: the values under which its code does nothing. Rows without values are behaviours that
    /// rules ask about by name.
    private static StrategyParams without(Behaviour disabled, StrategyParams p) {
        return switch (disabled) {
            case GATE_RANGING_VOTE -> set(p, 0, "filters.enable_ranging_filter");
            case GATE_ANOMALY_FILTER -> set(p, 0, "filters.enable_anomaly_filter");
            case GATE_EXTENSION_FILTER -> set(p, 0, "filters.enable_extension_filter");
            case GATE_VOLUME_CONFIRMATION -> set(p, 0, "filters.require_volume_confirmation");
            case GATE_ADX_RISING -> set(p, 0, "filters.require_adx_rising");
            case GATE_ADX_FLOOR -> set(p, 0, "thresholds.entry.min_adx");
            case GATE_ADX_FLOOR_AVE_MULTIPLIER -> set(p, 0, "thresholds.entry.ave_enabled");
            case GATE_ALIGNMENT_MACRO -> set(p, 0, "filters.require_macro_alignment");
            case GATE_ALIGNMENT_BTC -> set(p, 0, "filters.require_btc_alignment");
            case GATE_ADX_FLOOR_TMC_CAP, GATE_OVERRIDE_SLOW_DRIFT_UNRANGE -> p;

            case SIGNAL_MODE_PULLBACK -> set(p, 0, "thresholds.entry.enable_pullback_entries");
            case SIGNAL_MODE_SLOW_DRIFT -> set(p, 0, "thresholds.entry.enable_slow_drift_entries");
            case SIGNAL_MODE_STANDARD_TREND -> p;
            case SIGNAL_CONFIDENCE_HIGH_VOLUME_UPGRADE -> set(p, 1e12, "thresholds.entry.high_conf_volume_mult");

            case EXIT_STOP_LOSS_BREAKEVEN ->
                set(p, 0, "trade.enable_breakeven_stop", "trade.breakeven_start_atr", "trade.breakeven_buffer_atr");
            case EXIT_TRAILING_LOW_CONF_OVERRIDE ->
                set(p, 0, "trade.trailing_start_atr_low_conf", "trade.trailing_distance_atr_low_conf");
            case EXIT_TRAILING_VOL_BUFFER -> set(p, 0, "trade.enable_vol_buffered_trailing");
            case EXIT_TAKE_PROFIT_PARTIAL ->
                set(p, 0, "trade.enable_partial_tp", "trade.tp_partial_pct", "trade.tp_partial_atr_mult");
            case EXIT_SMART_TREND_EXHAUSTION ->
                set(p, 0, "trade.smart_exit_adx_exhaustion_lt", "trade.smart_exit_adx_exhaustion_lt_low_conf");
            case EXIT_SMART_TSME ->
                set(set(p, 1e12, "trade.tsme_min_profit_atr"), 0, "trade.tsme_require_adx_slope_negative");
            case EXIT_SMART_RSI_OVEREXTENSION -> set(p, 0, "trade.enable_rsi_overextension_exit");
            case EXIT_STOP_LOSS_ASE,
                    EXIT_STOP_LOSS_DASE,
                    EXIT_STOP_LOSS_SLB,
                    EXIT_STOP_LOSS_BASE,
                    EXIT_TRAILING_BASE,
                    EXIT_TAKE_PROFIT_FULL,
                    EXIT_SMART_TREND_BREAKDOWN,
                    EXIT_SMART_EMA_MACRO_BREAKDOWN,
                    EXIT_SMART_STAGNATION,
                    EXIT_SMART_FUNDING_HEADWIND,
                    EXIT_SMART_MMDE -> p;

            case ENGINE_ATR_FLOOR -> set(p, 0, "trade.min_atr_pct");
            case ENGINE_REVERSE_SIGNAL -> set(p, 0, "trade.reverse_entry_signal", "market_regime.enable_auto_reverse");
            case ENGINE_REGIME_FILTER -> set(p, 0, "market_regime.enable_regime_filter");
            case ENGINE_ENTRY_BUDGET -> p;

            case ENTRY_SIZING_DYNAMIC -> set(p, 0, "trade.enable_dynamic_sizing");
            case ENTRY_SIZING_CONFIDENCE_MULTIPLIER ->
                set(p, 1, "trade.confidence_mult_high", "trade.confidence_mult_medium", "trade.confidence_mult_low");
            case ENTRY_SIZING_ADX_MULTIPLIER ->
                set(set(p, 1, "trade.adx_sizing_min_mult"), 0, "trade.adx_sizing_full_adx");
            case ENTRY_SIZING_VOLATILITY_SCALAR ->
                set(set(p, 0, "trade.vol_baseline_pct"), 1, "trade.vol_scalar_min", "trade.vol_scalar_max");
            case ENTRY_SIZING_MIN_NOTIONAL_BUMP -> set(p, 0, "trade.bump_to_min_notional");

            case ENTRY_PROGRESSION_PYRAMIDING -> set(p, 0, "trade.enable_pyramiding");
            case ENTRY_PROGRESSION_ADD_COOLDOWN -> set(p, 0, "trade.add_cooldown_minutes");
            case ENTRY_PROGRESSION_TP1_BLOCK_ADD -> p;

            case RISK_ENTRY_COOLDOWN -> set(p, 0, "trade.entry_cooldown_s");
            case RISK_EXIT_COOLDOWN -> set(p, 0, "trade.exit_cooldown_s");
            case RISK_PESC ->
                set(
                        p,
                        0,
                        "trade.reentry_cooldown_minutes",
                        "trade.reentry_cooldown_min_mins",
                        "trade.reentry_cooldown_max_mins");
            case RISK_EXPOSURE_GUARD -> p;
        };
    }

    private static StrategyParams set(StrategyParams params, double value, String... paths) {
        StrategyParams changed = params;
        for (String path : paths) {
            changed = changed.with(path, value);
        }
        return changed;
    }
}
