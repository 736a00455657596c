package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.text;

import aiquant.simulator.order.OrderOutcome;
import aiquant.simulator.venue.ActionResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// The exchange's answers to actions.
final class ActionJson {

    private ActionJson() {}

    /// A refusal of the whole request.
    static ObjectNode error(String text) {
        return object().put("status", "err").put("response", text);
    }

    static ObjectNode done() {
        return ok(object().put("type", "default"));
    }

    /// @param type the word under which statuses are told: that of the action, with `batchModify` shown as `order`
    static ObjectNode answer(String type, ActionResult result) {
        return switch (result) {
            case ActionResult.Refused(String text) -> error(text);
            case ActionResult.Done() -> done();
            case ActionResult.TwapRunning(long id) -> single(type, wrap("running", object().put("twapId", id)));
            case ActionResult.TwapCanceled() -> single(type, JsonNodeFactory.instance.textNode("success"));
            case ActionResult.TwapRefused(String text) -> single(type, object().put("error", text));
            case ActionResult.Cancels cancels -> statuses("cancel", array(cancels.errors(), ActionJson::cancel));
            case ActionResult.Orders orders
            when type.equals("modify") ->
                orders.outcomes().stream()
                        .filter(OrderOutcome.Rejected.class::isInstance)
                        .map(OrderOutcome.Rejected.class::cast)
                        .findFirst()
                        .map(rejected -> error(rejected.text()))
                        .orElseGet(ActionJson::done);
            case ActionResult.Orders orders -> statuses("order", array(orders.outcomes(), ActionJson::outcome));
        };
    }

    private static ObjectNode single(String type, JsonNode status) {
        ObjectNode data = object();
        data.set("status", status);
        ObjectNode response = object().put("type", type);
        response.set("data", data);
        return ok(response);
    }

    private static ObjectNode statuses(String type, JsonNode statuses) {
        ObjectNode data = object();
        data.set("statuses", statuses);
        ObjectNode response = object().put("type", type);
        response.set("data", data);
        return ok(response);
    }

    private static ObjectNode ok(ObjectNode response) {
        ObjectNode answer = object().put("status", "ok");
        answer.set("response", response);
        return answer;
    }

    private static JsonNode cancel(Optional<String> error) {
        return error.<JsonNode>map(text -> object().put("error", text))
                .orElseGet(() -> JsonNodeFactory.instance.textNode("success"));
    }

    private static JsonNode outcome(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Resting(long orderId, Optional<String> cloid) ->
                wrap("resting", named(object().put("oid", orderId), cloid));
            case OrderOutcome.Filled filled ->
                wrap(
                        "filled",
                        named(
                                object().put("totalSz", text(filled.totalSize()))
                                        .put("avgPx", text(filled.averagePrice()))
                                        .put("oid", filled.orderId()),
                                filled.cloid()));
            case OrderOutcome.Rejected rejected -> object().put("error", rejected.text());
            case OrderOutcome.WaitingForFill _ -> JsonNodeFactory.instance.textNode("waitingForFill");
            case OrderOutcome.WaitingForTrigger _ -> JsonNodeFactory.instance.textNode("waitingForTrigger");
        };
    }

    private static ObjectNode named(ObjectNode node, Optional<String> cloid) {
        cloid.ifPresent(text -> node.put("cloid", text));
        return node;
    }

    private static ObjectNode wrap(String name, ObjectNode value) {
        ObjectNode node = object();
        node.set(name, value);
        return node;
    }
}
