package aiquant.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which file is used, and why. A file that was named must exist; the one in the data folder may be missing.
///
/// @param file   the file that is used, or the one that would be if it existed
public record ConfigSearch(Path file, Source source) {

    public enum Source {
        OPTION,
        VARIABLE,
        DATA_FOLDER,
        BUILT_IN
    }

    /// The strategy: the option `--config`, else `AI_QUANT_STRATEGY_YAML`, else the file in the data folder, else the
    /// built-in defaults.
    public static ConfigSearch strategy(Optional<Path> option, Environment environment) {
        if (option.isPresent()) {
            return new ConfigSearch(option.get(), Source.OPTION);
        }
        return environment
                .strategyFile()
                .map(file -> new ConfigSearch(file, Source.VARIABLE))
                .orElseGet(() -> inDataFolder("strategy_overrides.yaml", environment));
    }

    /// The engine settings: the file in the data folder, else the built-in defaults.
    public static ConfigSearch engine(Environment environment) {
        return inDataFolder("engine.yaml", environment);
    }

    /// The file to read, unless the built-in defaults are used.
    public Optional<Path> found() {
        return source == Source.BUILT_IN ? Optional.empty() : Optional.of(file);
    }

    /// For summaries: `configuration: /home/me/my.yaml (named by --config)`.
    public String sentence() {
        return switch (source) {
            case OPTION -> "configuration: " + file + " (named by --config)";
            case VARIABLE -> "configuration: " + file + " (named by AI_QUANT_STRATEGY_YAML)";
            case DATA_FOLDER -> "configuration: " + file + " (found in the data folder)";
            case BUILT_IN -> "configuration: built-in defaults (there is no " + file + ")";
        };
    }

    /// @throws ConfigError if the file cannot be read or is wrong
    public LoadedStrategy loadStrategy(Selection selection) {
        return found().map(path -> StrategyFile.load(path, selection))
                .orElseGet(() -> StrategyFile.defaults(selection));
    }

    /// @throws ConfigError if the file cannot be read or is wrong
    public EngineConfig loadEngine() {
        return found().map(EngineFile::load).orElse(EngineConfig.DEFAULTS);
    }

    private static ConfigSearch inDataFolder(String name, Environment environment) {
        Path file = environment.dataFolder().resolve("config", name);
        return new ConfigSearch(file, Files.exists(file) ? Source.DATA_FOLDER : Source.BUILT_IN);
    }
}
