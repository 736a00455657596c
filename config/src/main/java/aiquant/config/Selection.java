package aiquant.config;

import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which parts of a strategy file apply, and what is set on top of them.
///
/// @param symbol   whose section of `symbols` applies; without one, none does
/// @param each     whether every symbol gets a selection of its own beside this one, so that no section is ignored
/// @param live     whether the `live` section applies
/// @param mode     the section of `modes` that applies, by name or alias
/// @param profile  the behaviour profile, above the one the file names
/// @param settings in the order given, the last one wins
public record Selection(
        Optional<Symbol> symbol,
        boolean each,
        boolean live,
        Optional<String> mode,
        Optional<String> profile,
        List<Setting> settings) {

    /// One configuration for all symbols, on paper.
    public static final Selection GLOBAL =
            new Selection(Optional.empty(), false, false, Optional.empty(), Optional.empty(), List.of());

    public Selection {
        mode = mode.map(Selection::canonical).filter(name -> !name.isEmpty());
        profile = profile.map(String::strip).filter(name -> !name.isEmpty());
        settings = List.copyOf(settings);
    }

    public Selection forSymbol(Symbol one) {
        return new Selection(Optional.of(one), each, live, mode, profile, settings);
    }

    public Selection forEachSymbol() {
        return new Selection(symbol, true, live, mode, profile, settings);
    }

    public Selection asLive() {
        return new Selection(symbol, each, true, mode, profile, settings);
    }

    public Selection inMode(String name) {
        return new Selection(symbol, each, live, Optional.of(name), profile, settings);
    }

    public Selection withProfile(String name) {
        return new Selection(symbol, each, live, mode, Optional.of(name), settings);
    }

    public Selection with(Setting setting) {
        List<Setting> longer = new ArrayList<>(settings);
        longer.add(setting);
        return new Selection(symbol, each, live, mode, profile, longer);
    }

    private static String canonical(String name) {
        String written = name.strip().toLowerCase(Locale.ROOT);
        return switch (written) {
            case "mode1", "m1" -> "primary";
            case "mode2", "m2" -> "fallback";
            case "mode3", "m3", "safety", "safe" -> "conservative";
            case "halt", "pause", "paused" -> "flat";
            default -> written;
        };
    }
}
