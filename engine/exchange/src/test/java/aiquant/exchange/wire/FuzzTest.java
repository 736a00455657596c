package aiquant.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final RandomGenerator random = new SplittableRandom(5);
    private int understood;
    private int refused;

    @Test
    void answersEachOf100ThousandDamagedMessages() {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> run(100_000));
    }

    @Tag("soak")
    @Test
    void answersEachOfAMillionDamagedMessages() {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> run(1_000_000));
    }

    private void run(int inputs) {
        List<Map.Entry<InfoShape<?>, String>> answers =
                Seeds.ANSWERS.entrySet().stream().toList();
        for (int i = 0; i < inputs; i++) {
            if (i % 4 == 0) {
                Map.Entry<InfoShape<?>, String> answer = answers.get(random.nextInt(answers.size()));
                tryAnswer(answer.getKey(), Mutation.of(answer.getValue(), random));
            } else {
                tryFrame(Mutation.of(Seeds.FRAMES.get(random.nextInt(Seeds.FRAMES.size())), random));
            }
        }
        // Both ends of the scale were reached, so the damage was neither too mild nor too wild.
        assertThat(understood).isGreaterThan(inputs / 50);
        assertThat(refused).isGreaterThan(inputs / 50);
        assertThat(understood + refused).isEqualTo(inputs);
    }

    private void tryFrame(String text) {
        try {
            Frame frame = Frame.read(text);
            JsonNode written = frame.toJson();
            if (!(frame.data() instanceof ControlPayload.Greeting)) {
                requireEqual(written, Json.parse(text), text);
            }
            understood++;
        } catch (WireException e) {
            noteRefusal(text, e);
        }
    }

    private void tryAnswer(InfoShape<?> shape, String text) {
        try {
            JsonNode written = VectorTest.rewritten(shape, Json.parse(text.getBytes(StandardCharsets.UTF_8)));
            requireEqual(written, Json.parse(text.getBytes(StandardCharsets.UTF_8)), text);
            understood++;
        } catch (WireException e) {
            noteRefusal(text, e);
        }
    }

    private void noteRefusal(String text, WireException e) {
        int length = String.valueOf(e.getMessage()).length();
        if (length < 10 || length > 1000) {
            throw new AssertionError("a poor explanation: " + e.getMessage() + " of " + text);
        }
        refused++;
    }

    // Without a library's describing of each of a million comparisons, which would take most of the time.
    private static void requireEqual(JsonNode written, JsonNode read, String text) {
        if (!written.equals(read)) {
            throw new AssertionError("written back as " + written + ": " + text);
        }
    }
}
