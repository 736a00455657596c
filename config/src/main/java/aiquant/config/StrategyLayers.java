package aiquant.config;

import aiquant.kernel.strategy.BehaviourPlan;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.RuntimeSettings;
import aiquant.kernel.strategy.StrategyParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lays the chosen sections over the defaults, one after the other, and remembers who set what.
///
/// Owned by one [StrategyFile#select] call.
final class StrategyLayers {

    private static final String BAND_WIDTH_WINDOW = "indicators.bb_width_avg_window";

    /// The two names of one window; sweeps set both.
    private static final List<String> MEAN_ATR_WINDOWS =
            List.of("indicators.ave_avg_atr_window", "thresholds.entry.ave_avg_atr_window");

    private final Selection selection;
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final List<String> notices;
    private final List<String> ignored = new ArrayList<>();
    private StrategyParams params = StrategyParams.defaults();

    StrategyLayers(Selection selection, List<String> notices) {
        this.selection = selection;
        this.notices = new ArrayList<>(notices);
        Leaves.paths(params).forEach(path -> origins.put(path, Origin.BUILT_IN));
    }

    void warn(String sentence) {
        notices.add("warning: " + sentence);
    }

    /// Lays an overlay's common section, then the one of the selected symbol.
    void put(Layer common, Layer symbol, StrategyOverlay overlay) {
        put(common, overlay.global());
        if (selection.symbol().isPresent()) {
            selection.symbol().flatMap(overlay::section).ifPresent(section -> put(symbol, section));
            return;
        }
        if (selection.each()) {
            return;
        }
        for (StrategySection section : overlay.symbols().values()) {
            Set<String> paths = Leaves.places(section.tree()).keySet();
            if (!paths.isEmpty()) {
                ignored.add(section.where() + " (" + String.join(", ", paths) + ")");
            }
        }
    }

    /// Lays one setting given beside the file.
    ///
    /// @throws ConfigError if its path or its value is wrong
    void set(Setting setting) {
        boolean sweepable = Parameters.find(setting.path()).isPresent();
        ConfigTree node = setting.node();
        if (sweepable && node instanceof ConfigTree.Scalar scalar && CoreSchema.isNumber(scalar)) {
            params = params.with(setting.path(), ScalarReader.number(scalar, setting.path()));
            boolean alias = MEAN_ATR_WINDOWS.contains(setting.path());
            (alias ? MEAN_ATR_WINDOWS : List.of(setting.path()))
                    .forEach(path -> origins.put(path, new Origin(Layer.OVERRIDE, setting.place())));
            return;
        }
        ConfigTree.Mapping tree = setting.tree();
        StrategySection section = new StrategySection("", tree);
        put(Layer.OVERRIDE, section);
        StrategyRules.checkValues(tree, "");
    }

    /// @throws ConfigError if the values do not go together
    LoadedStrategy finish() {
        selection.profile().ifPresent(this::useProfile);
        raiseBandWidthWindow();
        StrategyRules.checkNeeds(params, origins);
        warnOfUnknownProfile();
        if (!ignored.isEmpty()) {
            warn("one configuration serves all symbols of this run; ignored: " + String.join(", ", ignored));
        }
        return new LoadedStrategy(params, origins, notices, ConfigId.of(params));
    }

    private void put(Layer layer, StrategySection section) {
        params = RecordBinder.over(params, section.tree(), section.where());
        Leaves.places(section.tree()).forEach((path, place) -> origins.put(path, new Origin(layer, place)));
    }

    private void useProfile(String profile) {
        RuntimeSettings runtime = params.runtime();
        params = params.withRuntime(new RuntimeSettings(profile, runtime.stateBackend(), runtime.auditSink()));
        origins.put("runtime.profile", new Origin(Layer.OVERRIDE, Place.whole("--profile " + profile)));
    }

    private void warnOfUnknownProfile() {
        String profile = BehaviourPlan.resolve(params, Optional.empty()).profile();
        if (!BehaviourPlan.BUILT_IN.contains(profile)
                && !params.pipeline().profiles().containsKey(profile)) {
            warn("profile '" + profile + "' is neither built in nor under pipeline.profiles; every behaviour runs");
        }
    }

    private void raiseBandWidthWindow() {
        if (params.indicators().bbWidthAvgWindow() == 0) {
            params = params.with(BAND_WIDTH_WINDOW, 1);
            warn(StrategyRules.place(origins, BAND_WIDTH_WINDOW) + ": " + BAND_WIDTH_WINDOW
                    + " is 0 and was raised to 1");
        }
    }
}
