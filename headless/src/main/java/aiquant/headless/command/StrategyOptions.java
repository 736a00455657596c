package aiquant.headless.command;

import aiquant.config.Selection;
import aiquant.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that choose a strategy's parameters, the same for every command that decides.
final class StrategyOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Strategy file. Without it: AI_QUANT_STRATEGY_YAML, then the data folder's"
                    + " config/strategy_overrides.yaml, then the built-in defaults.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Sets one value on top of the file, such as trade.sl_atr_mult=2.5; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", description = "Behaviour profile, above the one the file names.")
    private @Nullable String profile;

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    Selection selection() {
        Selection selection = Selection.GLOBAL;
        for (String text : settings) {
            selection = selection.with(Setting.parse(text));
        }
        return profile == null ? selection : selection.withProfile(profile);
    }
}
