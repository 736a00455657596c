package aiquant.engine.research;

import aiquant.kernel.backtest.InitialState;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/// Reads a book to start from: the JSON that `export-state` writes, versions 1 and 2.
final class InitialStateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final JsonNode root;

    private InitialStateFile(Path file) {
        this.file = file;
        try {
            root = JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr() + ": not JSON: " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (root == null || !root.isObject()) {
            throw new IllegalArgumentException(file + ": expected a JSON object with a balance and positions");
        }
    }

    /// The book the request asks for: a whole one, a balance alone, or none.
    ///
    /// @param notices takes a line for each position that is skipped
    static Optional<InitialState> of(ReplayRequest request, Set<Symbol> symbols, List<String> notices) {
        if (request.initState().isPresent()) {
            return Optional.of(new InitialStateFile(request.initState().get()).book(symbols, notices));
        }
        return request.balanceFrom()
                .map(path -> new InitialState(new InitialStateFile(path).balance(true), List.of(), Map.of(), Map.of()));
    }

    private double balance(boolean mustBePositive) {
        double balance = number(root, "", "balance");
        if (balance < 0 || (mustBePositive && balance == 0)) {
            throw new IllegalArgumentException(file + ": balance must be positive: " + balance);
        }
        return balance;
    }

    private InitialState book(Set<Symbol> symbols, List<String> notices) {
        int version = root.path("version").asInt(1);
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException(file + ": version " + version + " is unknown; expected 1 or 2");
        }
        List<InitialState.OpenPosition> positions = new ArrayList<>();
        JsonNode rows = root.path("positions");
        if (!rows.isMissingNode() && !rows.isNull() && !rows.isArray()) {
            throw new IllegalArgumentException(file + ": positions must be a list: " + rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            position(rows.get(i), "positions[" + i + "].", symbols, notices).ifPresent(positions::add);
        }
        JsonNode runtime = root.path("runtime");
        return new InitialState(
                balance(false),
                positions,
                times(runtime, "entry_attempt_ms_by_symbol"),
                times(runtime, "exit_attempt_ms_by_symbol"));
    }

    private Optional<InitialState.OpenPosition> position(
            JsonNode row, String place, Set<Symbol> symbols, List<String> notices) {
        Symbol symbol = new Symbol(text(row, place, "symbol"));
        String side = text(row, place, "side").toLowerCase(Locale.ROOT);
        if (!symbols.contains(symbol)) {
            notices.add("warning: " + file + ": " + place + "symbol " + symbol + " has no candles; skipped");
            return Optional.empty();
        }
        if (!side.equals("long") && !side.equals("short")) {
            notices.add("warning: " + file + ": " + place + "side '" + side + "' is unknown; skipped");
            return Optional.empty();
        }
        return Optional.of(new InitialState.OpenPosition(
                symbol,
                side.equals("long"),
                positive(row, place, "size"),
                positive(row, place, "entry_price"),
                number(row, place, "entry_atr"),
                confidence(text(row, place, "confidence")),
                positive(row, place, "leverage"),
                number(row, place, "margin_used"),
                row.path("trailing_sl").isNumber()
                        ? OptionalDouble.of(row.path("trailing_sl").asDouble())
                        : OptionalDouble.empty(),
                row.path("adds_count").asInt(0),
                row.path("tp1_taken").asBoolean(false),
                row.path("open_time_ms").asLong(0),
                row.path("last_add_time_ms").asLong(0),
                row.path("entry_adx_threshold").asDouble(0.0)));
    }

    private static Confidence confidence(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "low" -> Confidence.LOW;
            case "high" -> Confidence.HIGH;
            default -> Confidence.MEDIUM;
        };
    }

    private Map<Symbol, Long> times(JsonNode runtime, String key) {
        Map<Symbol, Long> times = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : runtime.path(key).properties()) {
            double timeMs = number(runtime.path(key), "runtime." + key + ".", entry.getKey());
            times.put(new Symbol(entry.getKey()), (long) timeMs);
        }
        return times;
    }

    private double positive(JsonNode node, String place, String key) {
        double value = number(node, place, key);
        if (!(value > 0)) {
            throw new IllegalArgumentException(file + ": " + place + key + " must be positive: " + value);
        }
        return value;
    }

    private double number(JsonNode node, String place, String key) {
        JsonNode value = node.path(key);
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw new IllegalArgumentException(file + ": " + place + key + " must be a number: "
                    + (value.isMissingNode() ? "it is missing" : value));
        }
        return value.asDouble();
    }

    private String text(JsonNode node, String place, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(file + ": " + place + key + " must be a text: "
                    + (value.isMissingNode() ? "it is missing" : value));
        }
        return value.asText();
    }
}
