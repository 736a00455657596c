package aiquant.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A strategy file, read and checked whole; [#select] then picks the configuration of one run from it.
///
/// Values are laid over each other: defaults, `global`, `symbols.<SYM>`, `live`, `modes.<mode>`, settings given beside
/// the file. A mistake anywhere refuses the whole file, also in sections that would not apply.
public final class StrategyFile {

    private static final String PROMOTION_NOTES = "_promoted_meta";
    private static final List<String> KEYS = List.of("global", "symbols", "live", "modes");

    private final StrategyOverlay base;
    private final StrategyOverlay live;
    private final Map<String, StrategyOverlay> modes;
    private final List<String> notices;

    private StrategyFile(ConfigTree.Mapping written) {
        List<String> found = new ArrayList<>();
        ConfigTree.Mapping root = withoutPromotionNotes(written, found);
        this.base = StrategyOverlay.readLong("", root, KEYS, found);
        this.live = StrategyOverlay.read("live", StrategyOverlay.child(root, "live", "live"), found);
        this.modes = new LinkedHashMap<>();
        ConfigTree.Mapping byMode = StrategyOverlay.child(root, "modes", "modes");
        for (String mode : byMode.entries().keySet()) {
            String where = "modes." + mode;
            modes.put(mode, StrategyOverlay.read(where, StrategyOverlay.child(byMode, mode, where), found));
        }
        this.notices = List.copyOf(found);
    }

    /// @throws ConfigError if the file cannot be read or any part of it is wrong
    public static StrategyFile read(Path file) {
        return new StrategyFile(ConfigTree.read(file));
    }

    /// @throws ConfigError as [#read] and [#select]
    public static LoadedStrategy load(Path file, Selection selection) {
        return read(file).select(selection);
    }

    /// For text that is not in a file yet; `name` stands in for the file in messages.
    ///
    /// @throws ConfigError as [#read] and [#select]
    public static LoadedStrategy parse(String name, String text, Selection selection) {
        return new StrategyFile(ConfigTree.parse(name, text)).select(selection);
    }

    /// The built-in defaults with the selection's settings.
    ///
    /// @throws ConfigError as [#select]
    public static LoadedStrategy defaults(Selection selection) {
        return new StrategyFile(ConfigTree.Mapping.empty(Origin.BUILT_IN.place())).select(selection);
    }

    /// @throws ConfigError if a setting is wrong, or values do not go together
    public LoadedStrategy select(Selection selection) {
        StrategyLayers layers = new StrategyLayers(selection, notices);
        layers.put(Layer.GLOBAL, Layer.SYMBOL, base);
        if (selection.live()) {
            layers.put(Layer.LIVE, Layer.LIVE, live);
        }
        selection.mode().ifPresent(mode -> {
            Optional<StrategyOverlay> overlay = Optional.ofNullable(modes.get(mode));
            overlay.ifPresentOrElse(
                    found -> layers.put(Layer.MODE, Layer.MODE, found),
                    () -> layers.warn("mode '" + mode + "' has no section under modes and changes nothing"));
        });
        selection.settings().forEach(layers::set);
        return layers.finish();
    }

    private static ConfigTree.Mapping withoutPromotionNotes(ConfigTree.Mapping root, List<String> notices) {
        ConfigTree.Entry entry = root.entries().get(PROMOTION_NOTES);
        if (entry == null) {
            return root;
        }
        notices.add("note: " + entry.key() + ": " + PROMOTION_NOTES + " has no effect");
        return root.without(PROMOTION_NOTES);
    }
}
