package aiquant.config;

import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.Behaviour;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.StrategyParams;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a strategy file must obey beyond types: known names, and values without which a run cannot work.
final class StrategyRules {

    private static final List<String> WINDOWS = List.of(
            "indicators.bb_window",
            "indicators.vol_sma_window",
            "indicators.vol_trend_window",
            "thresholds.entry.ave_avg_atr_window",
            "thresholds.entry.slow_drift_slope_window");

    private static final List<String> STOCH_RSI_WINDOWS =
            List.of("indicators.stoch_rsi_window", "indicators.stoch_rsi_smooth1", "indicators.stoch_rsi_smooth2");

    private StrategyRules() {}

    /// Checks the names that one section uses: intervals and behaviours.
    static void checkValues(ConfigTree.Mapping section, String where) {
        checkInterval(section, where, "interval", false);
        checkInterval(section, where, "entry_interval", true);
        checkInterval(section, where, "exit_interval", true);
        ConfigTree.Mapping profiles = section.mappingAt("pipeline", "profiles");
        for (String profile : profiles.entries().keySet()) {
            String path = RecordBinder.path(where, "pipeline.profiles." + profile + ".behaviours");
            checkBehaviours(profiles.mappingAt(profile, "behaviours"), path);
        }
    }

    /// Checks what only the complete configuration can tell.
    static void checkNeeds(StrategyParams params, Map<String, Origin> origins) {
        WINDOWS.forEach(path -> checkWindow(params, path, "", origins));
        if (params.filters().useStochRsiFilter()) {
            STOCH_RSI_WINDOWS.forEach(
                    path -> checkWindow(params, path, " while filters.use_stoch_rsi_filter is true", origins));
        }
        double lowestAdxMultiplier = params.trade().adxSizingMinMult();
        if (lowestAdxMultiplier > 1.0) {
            throw new ConfigError(
                    place(origins, "trade.adx_sizing_min_mult"),
                    "trade.adx_sizing_min_mult must be at most 1: " + lowestAdxMultiplier);
        }
        double lowest = params.trade().volScalarMin();
        double highest = params.trade().volScalarMax();
        if (lowest > highest) {
            throw new ConfigError(
                    laterPlace(origins, "trade.vol_scalar_min", "trade.vol_scalar_max"),
                    "trade.vol_scalar_min must be at most trade.vol_scalar_max: " + lowest + " > " + highest);
        }
    }

    static Place place(Map<String, Origin> origins, String path) {
        return origins.getOrDefault(path, Origin.BUILT_IN).place();
    }

    private static Place laterPlace(Map<String, Origin> origins, String one, String other) {
        Layer first = origins.getOrDefault(one, Origin.BUILT_IN).layer();
        Layer second = origins.getOrDefault(other, Origin.BUILT_IN).layer();
        return place(origins, first.compareTo(second) >= 0 ? one : other);
    }

    private static void checkWindow(StrategyParams params, String path, String when, Map<String, Origin> origins) {
        if (Parameters.read(params, path) < 1) {
            throw new ConfigError(place(origins, path), path + " must be at least 1" + when + ": 0");
        }
    }

    private static void checkInterval(ConfigTree.Mapping section, String where, String key, boolean mayBeEmpty) {
        List<String> known =
                Arrays.stream(Interval.values()).map(Interval::text).toList();
        Optional<ConfigTree> node = section.at("engine", key);
        if (node.isPresent() && node.get() instanceof ConfigTree.Scalar scalar) {
            boolean allowed = known.contains(scalar.text())
                    || (mayBeEmpty && scalar.text().isEmpty());
            if (!allowed) {
                throw new ConfigError(
                        scalar.place(),
                        RecordBinder.path(where, "engine." + key) + ": unknown interval '" + scalar.text() + "'"
                                + Nearest.hint(scalar.text(), "intervals", known));
            }
        }
    }

    private static void checkBehaviours(ConfigTree.Mapping groups, String where) {
        groups.entries().forEach((key, entry) -> {
            Behaviour.Group group = group(key, entry.key(), where);
            ConfigTree.Mapping lists = groups.mappingAt(key);
            lists.entries().forEach((list, ids) -> checkIds(ids.value(), group, where + "." + key + "." + list));
        });
    }

    private static Behaviour.Group group(String key, Place place, String where) {
        List<String> known = Arrays.stream(Behaviour.Group.values())
                .map(Behaviour.Group::key)
                .toList();
        return Arrays.stream(Behaviour.Group.values())
                .filter(group -> group.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ConfigError(
                        place,
                        "unknown behaviour group '" + key + "' in " + where + Nearest.hint(key, "groups", known)));
    }

    private static void checkIds(ConfigTree list, Behaviour.Group group, String path) {
        List<String> known = group.members().stream().map(Behaviour::id).toList();
        Set<String> seen = new HashSet<>();
        List<ConfigTree> items = list instanceof ConfigTree.Sequence sequence ? sequence.items() : List.of();
        for (ConfigTree item : items) {
            String id = item instanceof ConfigTree.Scalar scalar ? scalar.text() : item.describe();
            if (!known.contains(id)) {
                throw new ConfigError(
                        item.place(), "unknown behaviour '" + id + "' in " + path + Nearest.hint(id, "ids", known));
            }
            if (!seen.add(id)) {
                throw new ConfigError(item.place(), "behaviour '" + id + "' is listed twice in " + path);
            }
        }
    }
}
