package aiquant.sidecar.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Account events from the durable log.
///
/// @param nextSeq the place to ask from next, and to acknowledge once everything up to it is done
/// @param isReset whether the asked place lies beyond the log, which has been replaced since
public record UserEventsMessage(List<UserEvent> events, long nextSeq, boolean isReset) {

    /// @param kind `fill`, `order_update`, `funding`, `ledger_update` …
    /// @param data as the exchange said it
    public record UserEvent(long seq, String user, String kind, long receivedMs, JsonNode data) {}

    public JsonNode toJson() {
        ObjectNode json = JsonLines.object();
        ArrayNode list = json.putArray("events");
        for (UserEvent event : events) {
            list.addObject()
                    .put("seq", event.seq)
                    .put("user", event.user)
                    .put("kind", event.kind)
                    .put("received_ms", event.receivedMs)
                    .set("data", event.data);
        }
        json.put("next_seq", nextSeq);
        json.put("seq_reset", isReset);
        return json;
    }

    /// @throws WireFormatException if it is none
    public static UserEventsMessage read(JsonNode json) {
        List<UserEvent> events = new ArrayList<>();
        for (JsonNode event : json.path("events")) {
            if (!event.path("seq").isIntegralNumber() || !event.has("data")) {
                throw new WireFormatException("an event needs seq and data");
            }
            events.add(new UserEvent(
                    event.path("seq").longValue(),
                    event.path("user").asText(),
                    event.path("kind").asText(),
                    event.path("received_ms").asLong(),
                    event.path("data")));
        }
        return new UserEventsMessage(
                events, json.path("next_seq").asLong(), json.path("seq_reset").asBoolean());
    }
}
