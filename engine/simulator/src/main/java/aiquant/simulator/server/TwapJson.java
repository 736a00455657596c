package aiquant.simulator.server;

import static aiquant.simulator.server.Nodes.array;
import static aiquant.simulator.server.Nodes.object;
import static aiquant.simulator.server.Nodes.text;

import aiquant.simulator.account.Fill;
import aiquant.simulator.account.TwapRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Orders that are traded in slices, in the exchange's words.
final class TwapJson {

    private TwapJson() {}

    static ObjectNode slice(Fill fill) {
        ObjectNode node = object();
        node.set("fill", AccountJson.fill(fill));
        return node.put("twapId", fill.twapId().orElse(0));
    }

    /// One that is running, with its number.
    static ArrayNode running(String user, TwapRow row) {
        return array().add(row.id()).add(state(user, row));
    }

    /// A beginning or an end.
    static ObjectNode history(String user, TwapRow row) {
        ObjectNode node = object().put("time", row.statusMs());
        node.set("state", state(user, row));
        node.set("status", object().put("status", row.status()));
        return node.put("twapId", row.id());
    }

    private static ObjectNode state(String user, TwapRow row) {
        return object().put("coin", row.coin())
                .put("user", user)
                .put("side", row.side().letter())
                .put("sz", text(row.size()))
                .put("executedSz", text(row.executedSize()))
                .put("executedNtl", text(row.executedUsd()))
                .put("minutes", row.minutes())
                .put("reduceOnly", row.reduceOnly())
                .put("randomize", row.isRandomized())
                .put("timestamp", row.startMs());
    }
}
