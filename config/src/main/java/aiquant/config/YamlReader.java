package aiquant.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Turns YAML text into a [ConfigTree].
///
/// The parser's own idea of booleans and numbers is older than ours, so only its structure, texts and places are used.
/// The character at which a value starts tells quoted from plain and gives anchors, aliases and tags away.
final class YamlReader {

    /// How a line and a column become a [Place].
    interface Places {
        Place at(int line, int column);
    }

    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final int[] characters;
    private final Places places;

    private YamlReader(YAMLParser parser, int[] characters, Places places) {
        this.parser = parser;
        this.characters = characters;
        this.places = places;
    }

    /// The root of the only document; nothing where the text holds none.
    ///
    /// @throws ConfigError if the text is not plain YAML
    static Optional<ConfigTree> read(String text, Places places) {
        int[] characters = text.codePoints().toArray();
        refuseControlCharacters(characters, places);
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlReader(parser, characters, places).document();
        } catch (JacksonException e) {
            throw notYaml(e, places);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private Optional<ConfigTree> document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return Optional.empty();
        }
        ConfigTree root = node(first);
        if (parser.nextToken() != null) {
            throw new ConfigError(place(), "a second document starts here; one file holds one document");
        }
        return Optional.of(root);
    }

    private ConfigTree node(JsonToken token) throws IOException {
        refuseReferences();
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            default -> new ConfigTree.Scalar(place(), parser.getText(), isPlain(token));
        };
    }

    private ConfigTree.Mapping mapping() throws IOException {
        Place start = place();
        Map<String, ConfigTree.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseReferences();
            String key = parser.currentName();
            Place keyPlace = place();
            ConfigTree.Entry earlier = entries.get(key);
            if (earlier != null) {
                throw new ConfigError(
                        keyPlace,
                        "key '" + key + "' is repeated; it stands in line "
                                + earlier.key().line() + " already");
            }
            entries.put(key, new ConfigTree.Entry(keyPlace, node(parser.nextToken())));
        }
        return new ConfigTree.Mapping(start, entries);
    }

    private ConfigTree.Sequence sequence() throws IOException {
        Place start = place();
        List<ConfigTree> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new ConfigTree.Sequence(start, items);
    }

    private void refuseReferences() {
        switch (firstCharacter()) {
            case '&', '*' ->
                throw new ConfigError(place(), "anchors and aliases are not used here; write the value out");
            case '!' -> throw new ConfigError(place(), "tags are not used here; write the plain value");
            default -> {}
        }
    }

    private boolean isPlain(JsonToken token) {
        return token == JsonToken.VALUE_NULL
                || switch (firstCharacter()) {
                    case '"', '\'', '|', '>' -> false;
                    default -> true;
                };
    }

    private int firstCharacter() {
        long index = parser.currentTokenLocation().getCharOffset();
        return index < characters.length ? characters[Math.toIntExact(index)] : '\n';
    }

    private Place place() {
        JsonLocation location = parser.currentTokenLocation();
        return places.at(location.getLineNr(), location.getColumnNr());
    }

    private static void refuseControlCharacters(int[] characters, Places places) {
        int line = 1;
        int column = 1;
        for (int character : characters) {
            if (!isPrintable(character)) {
                throw new ConfigError(
                        places.at(line, column), "character U+%04X may not appear in YAML".formatted(character));
            }
            column = character == '\n' ? 1 : column + 1;
            line = character == '\n' ? line + 1 : line;
        }
    }

    private static boolean isPrintable(int character) {
        if (character < 0x20 || (character >= 0x7f && character < 0xa0)) {
            return character == '\t' || character == '\n' || character == '\r' || character == 0x85;
        }
        boolean loneSurrogate = character >= 0xd800 && character < 0xe000;
        return !loneSurrogate && character != 0xfffe && character != 0xffff;
    }

    private static ConfigError notYaml(JacksonException e, Places places) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Place place = places.at(
                    marked.getProblemMark().getLine() + 1,
                    marked.getProblemMark().getColumn() + 1);
            return new ConfigError(place, "this is not YAML: " + marked.getProblem(), e);
        }
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        Place place = places.at(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return new ConfigError(place, "this is not usable YAML: " + message, e);
    }
}
