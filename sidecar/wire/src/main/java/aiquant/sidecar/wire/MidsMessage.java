package aiquant.sidecar.wire;

import aiquant.kernel.market.Symbol;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Prices of some symbols, each with its own age.
///
/// @param mids only those within the age that was asked for
/// @param midsSeq to be given when waiting for the next change
/// @param bboSeq likewise
/// @param changed whether there is news since the numbers that the caller gave
/// @param isTimedOut whether nothing came while waiting
/// @param isReset whether the caller's numbers are those of an earlier life of the sidecar
public record MidsMessage(
        Map<Symbol, Mid> mids,
        Map<Symbol, Best> bests,
        long midsSeq,
        long bboSeq,
        boolean changed,
        boolean isTimedOut,
        boolean isReset) {

    /// @param ageS seconds since the last message that named the symbol
    /// @param unchangedS seconds since the price was another
    public record Mid(double price, double ageS, double unchangedS) {}

    /// @param ageS seconds since the last message about the symbol
    public record Best(double bid, double ask, double ageS) {}

    public JsonNode toJson() {
        ObjectNode json = JsonLines.object();
        ObjectNode prices = json.putObject("mids");
        sorted(mids).forEach((symbol, mid) -> prices.put(symbol.name(), mid.price));
        put(json, "mids_age_s", mids.values().stream().map(Mid::ageS).max(Double::compare));
        json.put("mids_seq", midsSeq);
        ObjectNode books = json.putObject("bbo");
        sorted(bests)
                .forEach((symbol, best) -> books.putObject(symbol.name())
                        .put("bid", best.bid)
                        .put("ask", best.ask)
                        .put("mid", (best.bid + best.ask) / 2));
        put(json, "bbo_age_s", bests.values().stream().map(Best::ageS).max(Double::compare));
        json.put("bbo_seq", bboSeq);
        ObjectNode ages = json.putObject("ages");
        sorted(mids)
                .forEach((symbol, mid) ->
                        ages.putObject(symbol.name()).put("age_s", mid.ageS).put("unchanged_s", mid.unchangedS));
        ObjectNode bookAges = json.putObject("bbo_ages");
        sorted(bests).forEach((symbol, best) -> bookAges.put(symbol.name(), best.ageS));
        json.put("changed", changed);
        json.put("timed_out", isTimedOut);
        json.put("seq_reset", isReset);
        return json;
    }

    /// Appends the text of [#toJson], made without a tree: for messages that go out by the thousand.
    public void appendTo(StringBuilder text) {
        text.append("{\"mids\":{");
        Map<Symbol, Mid> prices = inOrder(mids);
        Map<Symbol, Best> books = inOrder(bests);
        prices.forEach((symbol, mid) -> name(text, symbol).append(mid.price));
        text.append("},\"mids_age_s\":");
        double midAgeS = -1;
        for (Mid mid : prices.values()) {
            midAgeS = Math.max(midAgeS, mid.ageS);
        }
        age(text, midAgeS);
        text.append(",\"mids_seq\":").append(midsSeq).append(",\"bbo\":{");
        books.forEach((symbol, best) -> name(text, symbol)
                .append("{\"bid\":")
                .append(best.bid)
                .append(",\"ask\":")
                .append(best.ask)
                .append(",\"mid\":")
                .append((best.bid + best.ask) / 2)
                .append('}'));
        text.append("},\"bbo_age_s\":");
        double bookAgeS = -1;
        for (Best best : books.values()) {
            bookAgeS = Math.max(bookAgeS, best.ageS);
        }
        age(text, bookAgeS);
        text.append(",\"bbo_seq\":").append(bboSeq).append(",\"ages\":{");
        prices.forEach((symbol, mid) -> name(text, symbol)
                .append("{\"age_s\":")
                .append(mid.ageS)
                .append(",\"unchanged_s\":")
                .append(mid.unchangedS)
                .append('}'));
        text.append("},\"bbo_ages\":{");
        books.forEach((symbol, best) -> name(text, symbol).append(best.ageS));
        text.append("},\"changed\":").append(changed);
        text.append(",\"timed_out\":").append(isTimedOut);
        text.append(",\"seq_reset\":").append(isReset).append('}');
    }

    private static <T> Map<Symbol, T> inOrder(Map<Symbol, T> map) {
        return map.size() > 1 ? sorted(map) : map;
    }

    /// The name of a field, after a comma unless it is the first one.
    private static StringBuilder name(StringBuilder text, Symbol symbol) {
        if (text.charAt(text.length() - 1) != '{') {
            text.append(',');
        }
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(symbol.name(), text);
        return text.append("\":");
    }

    /// @param ageS below zero where there is none
    private static void age(StringBuilder text, double ageS) {
        if (ageS < 0) {
            text.append("null");
        } else {
            text.append(ageS);
        }
    }

    public static MidsMessage read(JsonNode json) {
        Map<Symbol, Mid> mids = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> mid : json.path("mids").properties()) {
            JsonNode age = json.path("ages").path(mid.getKey());
            mids.put(
                    new Symbol(mid.getKey()),
                    new Mid(
                            number(mid.getValue(), mid.getKey()),
                            number(age.path("age_s"), "age_s"),
                            number(age.path("unchanged_s"), "unchanged_s")));
        }
        Map<Symbol, Best> bests = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> best : json.path("bbo").properties()) {
            bests.put(
                    new Symbol(best.getKey()),
                    new Best(
                            number(best.getValue().path("bid"), "bid"),
                            number(best.getValue().path("ask"), "ask"),
                            number(json.path("bbo_ages").path(best.getKey()), "bbo_ages")));
        }
        return new MidsMessage(
                mids,
                bests,
                json.path("mids_seq").asLong(),
                json.path("bbo_seq").asLong(),
                json.path("changed").asBoolean(),
                json.path("timed_out").asBoolean(),
                json.path("seq_reset").asBoolean());
    }

    private static <T> SortedMap<Symbol, T> sorted(Map<Symbol, T> map) {
        return new TreeMap<>(map);
    }

    private static void put(ObjectNode json, String name, Optional<Double> value) {
        if (value.isPresent()) {
            json.put(name, value.get());
        } else {
            json.putNull(name);
        }
    }

    private static double number(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new WireFormatException(name + " must be a number");
        }
        return value.doubleValue();
    }
}
