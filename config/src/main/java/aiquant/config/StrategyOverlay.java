package aiquant.config;

import aiquant.kernel.market.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A section for every symbol, and sections for single ones. A file is one, and so are `live` and each of `modes`.
record StrategyOverlay(StrategySection global, Map<String, StrategySection> symbols) {

    private static final List<String> KEYS = List.of("global", "symbols");

    /// Reads the short form (a partial tree for every symbol) or the long one (`global` and `symbols`).
    static StrategyOverlay read(String where, ConfigTree.Mapping tree, List<String> notices) {
        return KEYS.stream().anyMatch(tree.entries()::containsKey)
                ? readLong(where, tree, KEYS, notices)
                : new StrategyOverlay(StrategySection.read(where, tree, notices), Map.of());
    }

    /// Reads the long form. Other `known` keys are left to the caller.
    static StrategyOverlay readLong(String where, ConfigTree.Mapping tree, List<String> known, List<String> notices) {
        tree.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String parent = where.isEmpty() ? "" : " in " + where;
                throw new ConfigError(
                        entry.key(), "unknown key '" + key + "'" + parent + Nearest.hint(key, "keys", known));
            }
        });
        String globalPath = RecordBinder.path(where, "global");
        StrategySection global = StrategySection.read(globalPath, child(tree, "global", globalPath), notices);

        String symbolsPath = RecordBinder.path(where, "symbols");
        Map<String, StrategySection> symbols = new LinkedHashMap<>();
        ConfigTree.Mapping bySymbol = child(tree, "symbols", symbolsPath);
        for (String symbol : bySymbol.entries().keySet()) {
            String path = RecordBinder.path(symbolsPath, symbol);
            symbols.put(symbol, StrategySection.read(path, child(bySymbol, symbol, path), notices));
        }
        return new StrategyOverlay(global, symbols);
    }

    /// The mapping under a key; a section left out or left empty is an empty mapping.
    static ConfigTree.Mapping child(ConfigTree.Mapping tree, String key, String where) {
        ConfigTree node = tree.value(key).orElse(ConfigTree.Mapping.empty(tree.place()));
        boolean leftEmpty =
                node instanceof ConfigTree.Scalar scalar && CoreSchema.kind(scalar) == CoreSchema.Kind.NOTHING;
        return leftEmpty ? ConfigTree.Mapping.empty(node.place()) : RecordBinder.mapping(node, where);
    }

    /// The section of a symbol: under its exact name, else in capitals, else in small letters.
    Optional<StrategySection> section(Symbol symbol) {
        String name = symbol.name();
        return Stream.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                .filter(symbols::containsKey)
                .findFirst()
                .map(symbols::get);
    }
}
