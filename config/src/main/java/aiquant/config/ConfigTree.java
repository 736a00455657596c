package aiquant.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A YAML text as written: every key and value with its place, no types yet.
///
/// Plain YAML only: one document, no anchors, aliases or tags, no key twice in one mapping.
public sealed interface ConfigTree {

    Place place();

    /// What this is, for messages: `a list`, `text 'abc'`, `number 20.0`.
    String describe();

    /// @throws ConfigError if the text is not plain YAML with a mapping at its root
    static Mapping parse(String file, String text) {
        ConfigTree root = YamlReader.read(text, (line, column) -> new Place(file, line, column))
                .orElseThrow(() -> new ConfigError(
                        new Place(file, 1, 1), "nothing is written here; write {} to mean the defaults"));
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        throw new ConfigError(root.place(), "the document must be a mapping, not " + root.describe());
    }

    /// @throws ConfigError if the file cannot be read, or as [#parse]
    static Mapping read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ConfigError(Place.whole(file.toString()), "there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new ConfigError(Place.whole(file.toString()), "the file is not UTF-8 text", e);
        } catch (IOException e) {
            throw new ConfigError(Place.whole(file.toString()), "the file cannot be read: " + e, e);
        }
    }

    /// Keys in the order of the text.
    record Mapping(Place place, Map<String, Entry> entries) implements ConfigTree {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Mapping empty(Place place) {
            return new Mapping(place, Map.of());
        }

        /// The value some keys down, if all of them are there.
        Optional<ConfigTree> at(String... keys) {
            Optional<ConfigTree> found = Optional.of(this);
            for (String key : keys) {
                found = found.flatMap(node -> node instanceof Mapping mapping ? mapping.value(key) : Optional.empty());
            }
            return found;
        }

        /// The mapping some keys down; an empty one where there is none.
        Mapping mappingAt(String... keys) {
            return at(keys).map(node -> node instanceof Mapping mapping ? mapping : empty(node.place()))
                    .orElseGet(() -> empty(place));
        }

        Optional<ConfigTree> value(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        Mapping with(String key, Entry entry) {
            LinkedHashMap<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(place, changed);
        }

        Mapping without(String key) {
            LinkedHashMap<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(place, changed);
        }

        @Override
        public String describe() {
            return "a mapping";
        }
    }

    /// A value and the place of its key.
    record Entry(Place key, ConfigTree value) {}

    record Sequence(Place place, List<ConfigTree> items) implements ConfigTree {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /// One value. A `plain` one stands without quotes and may therefore be a number, a truth value or nothing.
    record Scalar(Place place, String text, boolean plain) implements ConfigTree {

        @Override
        public String describe() {
            return switch (CoreSchema.kind(this)) {
                case NOTHING -> "nothing";
                case TRUTH -> text;
                case WHOLE, DECIMAL -> "number " + text;
                case TEXT -> "text '" + text + "'";
            };
        }
    }
}
