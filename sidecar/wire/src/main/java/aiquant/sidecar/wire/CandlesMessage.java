package aiquant.sidecar.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Candles that were announced after a place.
///
/// @param nextSeq the place to ask from next
/// @param isIncomplete whether some between the asked place and the first one here are no longer kept: read the
/// database
/// @param isTimedOut whether none came while waiting
public record CandlesMessage(List<CandleMessage> candles, long nextSeq, boolean isIncomplete, boolean isTimedOut) {

    public JsonNode toJson() {
        ObjectNode json = JsonLines.object();
        ArrayNode list = json.putArray("candles");
        candles.forEach(candle -> list.add(candle.toJson()));
        json.put("next_seq", nextSeq);
        json.put("incomplete", isIncomplete);
        json.put("timed_out", isTimedOut);
        return json;
    }

    /// @throws WireFormatException if it is none
    public static CandlesMessage read(JsonNode json) {
        List<CandleMessage> candles = new ArrayList<>();
        json.path("candles").forEach(candle -> candles.add(CandleMessage.read(candle)));
        return new CandlesMessage(
                candles,
                json.path("next_seq").asLong(),
                json.path("incomplete").asBoolean(),
                json.path("timed_out").asBoolean());
    }
}
