package aiquant.sidecar.wire;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A candle as it was announced after it had reached the disk.
///
/// @param seq its place among the announcements; a rewritten candle comes again with another one
/// @param trades number of trades, 0 if none or unknown
/// @param source `ws`, `rest` …
public record CandleMessage(long seq, Candle candle, long trades, boolean isClosed, String source) {

    public JsonNode toJson() {
        ObjectNode json = JsonLines.object();
        json.put("seq", seq);
        json.put("symbol", candle.symbol().name());
        json.put("interval", candle.interval().text());
        json.put("t", candle.openTimeMs());
        json.put("t_close", candle.closeTimeMs());
        json.put("o", candle.open());
        json.put("h", candle.high());
        json.put("l", candle.low());
        json.put("c", candle.close());
        json.put("v", candle.volume());
        json.put("n", trades);
        json.put("closed", isClosed);
        json.put("source", source);
        return json;
    }

    /// @throws WireFormatException if it is none
    public static CandleMessage read(JsonNode json) {
        try {
            return new CandleMessage(
                    integer(json, "seq"),
                    new Candle(
                            new Symbol(json.path("symbol").asText()),
                            Interval.of(json.path("interval").asText()),
                            integer(json, "t"),
                            number(json, "o"),
                            number(json, "h"),
                            number(json, "l"),
                            number(json, "c"),
                            number(json, "v")),
                    integer(json, "n"),
                    json.path("closed").asBoolean(),
                    json.path("source").asText());
        } catch (IllegalArgumentException e) {
            throw new WireFormatException(String.valueOf(e.getMessage()));
        }
    }

    private static long integer(JsonNode json, String name) {
        if (!json.path(name).isIntegralNumber()) {
            throw new WireFormatException(name + " must be an integer");
        }
        return json.path(name).longValue();
    }

    private static double number(JsonNode json, String name) {
        if (!json.path(name).isNumber()) {
            throw new WireFormatException(name + " must be a number");
        }
        return json.path(name).doubleValue();
    }
}
