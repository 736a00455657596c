package aiquant.config;

/// One value given beside the file, `trade.sl_atr_mult=2.5`; what `--set` takes.
///
/// A number for a sweepable value is converted as sweeps do it (20.7 bars are 20, 0 is false, 2 is high confidence);
/// anything else is read as YAML.
public record Setting(String path, String value) {

    /// @throws ConfigError if there is no `=` with a path before it
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new ConfigError(Place.whole("--set " + text), "write PATH=VALUE, such as trade.sl_atr_mult=2.5");
        }
        return new Setting(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    Place place() {
        return Place.whole("--set " + path + "=" + value);
    }

    /// The value alone. An empty one is an empty text.
    ConfigTree node() {
        return YamlReader.read(value, (_, _) -> place()).orElseGet(() -> new ConfigTree.Scalar(place(), "", false));
    }

    /// The value at its path, as a file would have it.
    ConfigTree.Mapping tree() {
        ConfigTree tree = node();
        String[] keys = path.split("\\.", -1);
        for (int i = keys.length - 1; i >= 0; i--) {
            tree = ConfigTree.Mapping.empty(place()).with(keys[i], new ConfigTree.Entry(place(), tree));
        }
        return RecordBinder.mapping(tree, path);
    }
}
