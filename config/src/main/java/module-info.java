import org.jspecify.annotations.NullMarked;

/// Settings: YAML files and environment variables, read into immutable records.
@NullMarked
module aiquant.config {
    requires transitive aiquant.kernel;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    exports aiquant.config;
}
