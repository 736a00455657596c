package aiquant.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VectorTest {
    private static final String FOLDER = "spec/vectors";
    private static final String ACTIONS = "hyperliquid-rest-exchange-responses.json";

    @TestFactory
    Stream<DynamicTest> readsAndWritesBackEachAnswer() {
        return Shared.files(FOLDER, "hyperliquid-rest-").stream()
                .filter(file -> !Shared.name(file).equals(ACTIONS))
                .map(file -> DynamicTest.dynamicTest(Shared.name(file), () -> checkAnswer(file)));
    }

    @Test
    void readsAndWritesBackEachReplyToAnAction() {
        Path file = Shared.require(FOLDER + "/" + ACTIONS);

        JsonNode replies = Shared.json(file).get("response");

        assertThat(replies.size()).isGreaterThan(20);
        for (Map.Entry<String, JsonNode> one : replies.properties()) {
            assertThat(ActionReply.read(one.getValue()).toJson())
                    .as(one.getKey())
                    .isEqualTo(one.getValue());
        }
        passed(file);
    }

    @TestFactory
    Stream<DynamicTest> readsAndWritesBackEachFrame() {
        return Shared.files(FOLDER, "hyperliquid-ws-").stream()
                .map(file -> DynamicTest.dynamicTest(Shared.name(file), () -> checkFrames(file)));
    }

    private static void checkAnswer(Path file) {
        JsonNode vector = Shared.json(file);
        JsonNode answer = vector.get("response");
        String type = vector.get("request").get("type").textValue();

        assertThat(rewritten(InfoShape.named(type).orElseThrow(), answer)).isEqualTo(answer);
        passed(file);
    }

    static <T> JsonNode rewritten(InfoShape<T> shape, JsonNode answer) {
        return shape.write(shape.read(answer));
    }

    private static void checkFrames(Path file) {
        JsonNode vector = Shared.json(file);
        if (vector.has("request")) {
            JsonNode request = vector.get("request");
            assertThat(Subscription.read(request).toJson()).isEqualTo(request);
        }
        for (JsonNode message : vector.get("messages")) {
            if (message.has("raw")) {
                assertThat(Frame.read(message.get("raw").textValue()).data())
                        .isInstanceOf(ControlPayload.Greeting.class);
            } else if (message.path("dir").asText("in").equals("out")) {
                JsonNode sent = message.get("msg");
                assertThat(Request.read(sent).toJson()).isEqualTo(sent);
            } else {
                checkFrame(message.has("msg") ? message.get("msg") : message);
            }
        }
        passed(file);
    }

    static void checkFrame(JsonNode tree) {
        Frame frame = Frame.read(tree);

        assertThat(frame.toJson()).isEqualTo(tree);
        assertThat(Frame.read(Json.write(tree))).isEqualTo(frame);
        assertThat(frame.data()).isNotInstanceOf(ControlPayload.Untyped.class);
    }

    private static void passed(Path file) {
        Shared.passed("hyperliquid/" + Shared.name(file).replace(".json", ""));
    }
}
