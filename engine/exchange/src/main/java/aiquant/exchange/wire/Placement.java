package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// What became of one element of an action: an order, a cancel, a TWAP.
public sealed interface Placement extends Wire {

    /// The order rests in the book; it may have traded in part.
    record Resting(long oid, Optional<String> cloid, Extra extra) implements Placement {

        @Override
        public JsonNode toJson() {
            Tree inner = new Tree().unsigned("oid", oid).put("cloid", cloid);
            return new Tree().put("resting", inner.done()).with(extra);
        }
    }

    /// The order traded, perhaps less than was sent: compare the sizes.
    record Filled(BigDecimal totalSz, BigDecimal avgPx, long oid, Optional<String> cloid, Extra extra)
            implements Placement {

        @Override
        public JsonNode toJson() {
            Tree inner = new Tree()
                    .put("totalSz", totalSz)
                    .put("avgPx", avgPx)
                    .unsigned("oid", oid)
                    .put("cloid", cloid);
            return new Tree().put("filled", inner.done()).with(extra);
        }
    }

    /// Refused, with the exchange's words.
    record Refused(String text, Extra extra) implements Placement {

        public RefusalKind kind() {
            return RefusalKind.of(text);
        }

        @Override
        public JsonNode toJson() {
            return new Tree().put("error", text).with(extra);
        }
    }

    /// A child that waits for its parent to fill; no order id is given.
    record WaitingForFill() implements Placement {

        @Override
        public JsonNode toJson() {
            return Tree.node(WAITING_FOR_FILL);
        }
    }

    /// A trigger order that was taken; no order id is given.
    record WaitingForTrigger() implements Placement {

        @Override
        public JsonNode toJson() {
            return Tree.node(WAITING_FOR_TRIGGER);
        }
    }

    /// A cancel that did its work.
    record Success() implements Placement {

        @Override
        public JsonNode toJson() {
            return Tree.node(SUCCESS);
        }
    }

    /// A TWAP that has begun.
    record Running(long twapId, Extra extra) implements Placement {

        @Override
        public JsonNode toJson() {
            JsonNode inner = new Tree().put("twapId", twapId).done();
            return new Tree().put("running", inner).with(extra);
        }
    }

    /// A status this program does not know: neither taken nor refused as far as it can tell.
    record Other(JsonNode status) implements Placement {

        @Override
        public JsonNode toJson() {
            return status.deepCopy();
        }
    }

    String WAITING_FOR_FILL = "waitingForFill";
    String WAITING_FOR_TRIGGER = "waitingForTrigger";
    String SUCCESS = "success";

    static Placement read(Value value) {
        if (value.isText()) {
            return switch (value.text()) {
                case WAITING_FOR_FILL -> new WaitingForFill();
                case WAITING_FOR_TRIGGER -> new WaitingForTrigger();
                case SUCCESS -> new Success();
                default -> new Other(value.node());
            };
        }
        Fields fields = value.fields();
        if (fields.has("error")) {
            return new Refused(fields.text("error"), fields.extra());
        }
        if (fields.has("resting")) {
            Fields inner = fields.inside("resting");
            return new Resting(inner.unsigned("oid"), inner.optional("cloid", Value::text), fields.extra());
        }
        if (fields.has("filled")) {
            Fields inner = fields.inside("filled");
            return new Filled(
                    inner.decimal("totalSz"),
                    inner.decimal("avgPx"),
                    inner.unsigned("oid"),
                    inner.optional("cloid", Value::text),
                    fields.extra());
        }
        if (fields.has("running")) {
            return new Running(fields.inside("running").integer("twapId"), fields.extra());
        }
        if (value.node().isEmpty()) {
            throw value.wrong("resting, filled, running, error or another status");
        }
        return new Other(value.node());
    }
}
