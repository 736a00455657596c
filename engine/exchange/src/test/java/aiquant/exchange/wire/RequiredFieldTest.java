package aiquant.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RequiredFieldTest {
    /// Marked with `?` or `|null` by the specification, or missing in a recording.
    private static final Set<String> OPTIONAL = Set.of(
            "agentAddress",
            "builderFee",
            "cloid",
            "collateralToken",
            "entryPx",
            "fast",
            "growthMode",
            "impactPxs",
            "isDelisted",
            "isSnapshot",
            "liquidatedUser",
            "liquidation",
            "liquidationPx",
            "marginMode",
            "midPx",
            "nSamples",
            "onlyIsolated",
            "perpsAtOpenInterestCap",
            "premium",
            "specialStatuses",
            "tif",
            "token",
            "twapId",
            "validUntil");

    /// Whose fields the specification does not list, or which are maps.
    private static final Set<String> OPEN = Set.of("userFees", "allMids", "userNonFundingLedgerUpdates", "control");

    /// Of 2023: the answer without them is of that year still.
    private static final Set<String> OLD = Set.of("marginSummary", "maxTradeSzs", "time");

    @Test
    void namesEachFieldThatIsTakenAway() {
        Set<String> optional = new TreeSet<>();

        for (Path file : Shared.files("spec/vectors", "hyperliquid-rest-")) {
            JsonNode vector = Shared.json(file);
            if (vector.has("request")) {
                InfoShape<?> shape = InfoShape.named(
                                vector.get("request").get("type").textValue())
                        .orElseThrow();
                check(Shared.name(file), vector.get("response"), shape::read, optional);
            } else {
                for (JsonNode reply : vector.get("response")) {
                    check(Shared.name(file), reply, ActionReply::read, optional);
                }
            }
        }
        for (Path file : Shared.files("spec/vectors", "hyperliquid-ws-")) {
            for (JsonNode message : Shared.json(file).get("messages")) {
                if (!message.has("dir")) {
                    check(Shared.name(file), message, Frame::read, optional);
                } else if (message.path("dir").asText().equals("in") && message.has("msg")) {
                    check(Shared.name(file), message.get("msg"), Frame::read, optional);
                }
            }
        }

        assertThat(optional).hasSizeGreaterThan(30).allMatch(RequiredFieldTest::mayBeMissing);
    }

    private static boolean mayBeMissing(String fileAndName) {
        String file = fileAndName.substring(0, fileAndName.indexOf(' '));
        String name = fileAndName.substring(fileAndName.indexOf(' ') + 1);
        return OPTIONAL.contains(name)
                || OPEN.stream().anyMatch(file::contains)
                || (file.contains("clearinghouseState") && OLD.contains(name));
    }

    private static void check(String file, JsonNode tree, Consumer<JsonNode> reader, Set<String> optional) {
        for (List<String> path : paths(tree)) {
            JsonNode without = tree.deepCopy();
            String name = path.getLast();
            JsonNode parent = without;
            for (String step : path.subList(0, path.size() - 1)) {
                parent = parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
            }
            ((ObjectNode) parent).remove(name);
            try {
                reader.accept(without);
                optional.add(file + " " + name);
            } catch (WireException e) {
                assertThat(e.getMessage()).contains(name);
            }
        }
    }

    private static List<List<String>> paths(JsonNode node) {
        List<List<String>> all = new ArrayList<>();
        collect(node, List.of(), all);
        return all;
    }

    private static void collect(JsonNode node, List<String> path, List<List<String>> all) {
        if (node.isObject()) {
            node.properties().forEach(one -> {
                List<String> next = append(path, one.getKey());
                all.add(next);
                collect(one.getValue(), next, all);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), append(path, Integer.toString(i)), all);
        }
    }

    private static List<String> append(List<String> path, String step) {
        List<String> next = new ArrayList<>(path);
        next.add(step);
        return next;
    }
}
