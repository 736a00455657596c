package aiquant.exchange.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// The one way JSON is read and written here: bounded in size and depth, no number through binary digits.
public final class Json {
    /// The largest text read as JSON, in bytes or characters.
    public static final int MAX_LENGTH = 32 << 20;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 2 << 20;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_MESSAGE = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_LENGTH)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(1000)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Names come from outside: a shared table of them would only grow.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /// Reads one JSON value and nothing after it.
    /// @throws WireException where the text is not that, or too long, too deep, or names a key twice
    public static JsonNode parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new WireException("not read: " + text.length() + " characters, at most " + MAX_LENGTH);
        }
        try {
            return present(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw refused(e);
        } catch (NumberFormatException e) {
            throw unholdable(e);
        }
    }

    /// As [#parse(String)], from UTF-8.
    public static JsonNode parse(byte[] utf8) {
        if (utf8.length > MAX_LENGTH) {
            throw new WireException("not read: " + utf8.length + " bytes, at most " + MAX_LENGTH);
        }
        try {
            return present(MAPPER.readTree(utf8));
        } catch (JsonProcessingException e) {
            throw refused(e);
        } catch (NumberFormatException e) {
            throw unholdable(e);
        } catch (IOException e) {
            throw new WireException("not JSON: " + shortened(e.toString()));
        }
    }

    /// The compact text of a tree.
    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a JSON tree", e);
        }
    }

    /// A parser over a text for the readers that build no tree.
    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    private static JsonNode present(JsonNode tree) {
        if (tree.isMissingNode()) {
            throw new WireException("not JSON: empty");
        }
        return tree;
    }

    private static WireException refused(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return new WireException("not JSON: " + shortened(e.getOriginalMessage()) + where);
    }

    /// An exponent beyond what an exact decimal can have; the parser says so in its own way.
    private static WireException unholdable(NumberFormatException e) {
        return new WireException("not read: a number out of range: " + shortened(String.valueOf(e.getMessage())));
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }
}
