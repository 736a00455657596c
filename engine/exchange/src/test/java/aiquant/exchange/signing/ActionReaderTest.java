package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.Network;
import aiquant.exchange.action.ActionReader;
import aiquant.exchange.action.L1Action;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ActionReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDER = "{\"type\":\"order\",\"orders\":[{\"a\":4,\"b\":true,\"p\":\"1105.5\","
            + "\"s\":\"0.1\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}],\"grouping\":\"na\"}";

    @Test
    void readsWhatEveryActionWrites() throws JsonProcessingException {
        for (SelfTestCase one : SelfTestCase.all()) {
            if (one.action() instanceof L1Action action) {
                assertThat(ActionReader.read(JSON.readTree(action.toJson().toString())))
                        .isEqualTo(action);
            }
        }
        assertThat(ActionReader.read(JSON.readTree("{\"type\":\"scheduleCancel\",\"time\":null}")))
                .isEqualTo(new L1Action.ScheduleCancel(OptionalLong.empty()));
    }

    @Test
    void givesADigestOfItsOwnToWhatIsNotWrittenCanonically() throws JsonProcessingException {
        JsonNode right = JSON.readTree(ORDER);
        JsonNode zero = JSON.readTree(ORDER.replace("1105.5", "1105.50"));
        JsonNode swapped = JSON.readTree(ORDER.replace("\"a\":4,\"b\":true", "\"b\":true,\"a\":4"));
        byte[] canonical = digest(right);

        assertThat(digest(ActionReader.read(right).toJson())).isEqualTo(canonical);
        for (JsonNode wrong : List.of(zero, swapped)) {
            assertThat(digest(wrong)).isNotEqualTo(canonical);
            assertThat(digest(ActionReader.read(wrong).toJson())).isEqualTo(canonical);
        }
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertRefused("{}", "type must be a text: it is missing");
        assertRefused("{\"type\":\"dance\"}", "no trading action: 'dance'");
        assertRefused(ORDER.replace("\"a\":4", "\"a\":4.5"), "a must be a whole number of 32 bits: 4.5");
        assertRefused(ORDER.replace("\"1105.5\"", "1105.5"), "p must be a text: 1105.5");
        assertRefused(ORDER.replace("1105.5", "1e3"), "p must be a decimal: '1e3'");
        assertRefused(ORDER.replace("1105.5", "0"), "price must be positive: 0");
        assertRefused(ORDER.replace("Gtc", "Fok"), "'Fok' is not one of [Gtc, Ioc, Alo, FrontendMarket]");
        assertRefused(ORDER.replace("limit", "market"), "trigger must be an object: it is missing");
        assertRefused("{\"type\":\"cancel\",\"cancels\":[]}", "cancels must not be empty");
        assertRefused("{\"type\":\"cancel\",\"cancels\":[{\"a\":1,\"o\":\"7\"}]}", "o must be a whole number: \"7\"");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> ActionReader.read(JSON.readTree(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static byte[] digest(JsonNode action) {
        return ActionHash.ofL1(action, 1, Optional.empty(), OptionalLong.empty(), Network.TESTNET);
    }
}
