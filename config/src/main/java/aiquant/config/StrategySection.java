package aiquant.config;

import aiquant.kernel.strategy.StrategyParams;
import java.util.List;

/// One partial strategy tree of a file, checked on its own: `global`, `symbols.BTC`, `live`.
///
/// @param where its dotted path in the file
/// @param tree  without the keys that have no effect
record StrategySection(String where, ConfigTree.Mapping tree) {

    /// Keys that files of the original system carry although nothing reads them.
    private static final List<String> WITHOUT_EFFECT = List.of("watchlist_exclude");

    private static final List<String> REGIME_WITHOUT_EFFECT = List.of(
            "enable_regime_gate",
            "regime_gate_breadth_low",
            "regime_gate_breadth_high",
            "regime_gate_btc_adx_min",
            "regime_gate_btc_atr_pct_min",
            "regime_gate_fail_open");

    /// @throws ConfigError if a key is unknown or a value does not fit, whether or not the section will ever apply
    static StrategySection read(String where, ConfigTree.Mapping written, List<String> notices) {
        ConfigTree.Mapping tree = without(WITHOUT_EFFECT, written, where, notices);
        ConfigTree.Entry regime = tree.entries().get("market_regime");
        if (regime != null && regime.value() instanceof ConfigTree.Mapping mapping) {
            String path = RecordBinder.path(where, "market_regime");
            ConfigTree.Mapping kept = without(REGIME_WITHOUT_EFFECT, mapping, path, notices);
            tree = tree.with("market_regime", new ConfigTree.Entry(regime.key(), kept));
        }
        RecordBinder.over(StrategyParams.defaults(), tree, where);
        StrategyRules.checkValues(tree, where);
        return new StrategySection(where, tree);
    }

    private static ConfigTree.Mapping without(
            List<String> keys, ConfigTree.Mapping written, String where, List<String> notices) {
        ConfigTree.Mapping kept = written;
        for (String key : keys) {
            ConfigTree.Entry entry = written.entries().get(key);
            if (entry != null) {
                notices.add("note: " + entry.key() + ": " + RecordBinder.path(where, key) + " has no effect");
                kept = kept.without(key);
            }
        }
        return kept;
    }
}
