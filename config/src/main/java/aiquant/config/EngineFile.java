package aiquant.config;

import java.nio.file.Path;

/// The engine file: operational settings of one installation. Every key may be left out.
public final class EngineFile {

    private EngineFile() {}

    /// @throws ConfigError if the file cannot be read, or a key is unknown or its value does not fit
    public static EngineConfig load(Path file) {
        return RecordBinder.over(EngineConfig.DEFAULTS, ConfigTree.read(file), "");
    }

    /// For text that is not in a file yet; `name` stands in for the file in messages.
    ///
    /// @throws ConfigError as [#load]
    public static EngineConfig parse(String name, String text) {
        return RecordBinder.over(EngineConfig.DEFAULTS, ConfigTree.parse(name, text), "");
    }
}
