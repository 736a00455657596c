package aiquant.exchange.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What several actions have in common.
final class Fields {

    private Fields() {}

    static <T> List<T> notEmpty(String name, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty: the venue refuses an empty batch");
        }
        return List.copyOf(values);
    }

    /// A flag that is off is left out.
    static void putIf(boolean isOn, ObjectNode json, String name) {
        if (isOn) {
            json.put(name, true);
        }
    }

    static void putModification(L1Action.Modification modification, ObjectNode json) {
        switch (modification.old()) {
            case Oid oid -> json.set("oid", oid.toJson());
            case Cloid cloid -> json.put("oid", cloid.text());
        }
        json.set("order", modification.order().toJson());
    }
}
