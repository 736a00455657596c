package aiquant.sidecar.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Symbol PEPE = new Symbol("kPEPE");

    @Test
    void readsARequestAndRepeatsItsId() throws Request.Refused {
        Request request = Request.read("{\"id\":7,\"method\":\"get_mid\",\"params\":{\"symbol\":\"kPEPE\"}}");

        assertThat(request.id()).isEqualTo(IntNode.valueOf(7));
        assertThat(request.params().requiredSymbol()).isEqualTo(PEPE);
        assertThat(Request.read(request.toLine())).isEqualTo(request);
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThatThrownBy(() -> Request.read("[1]"))
                .isInstanceOfSatisfying(
                        Request.Refused.class, e -> assertThat(e.id()).isEqualTo(IntNode.valueOf(0)))
                .hasMessage("a message must be a JSON object");
        assertThatThrownBy(() -> Request.read("{\"id\":3}"))
                .isInstanceOfSatisfying(
                        Request.Refused.class, e -> assertThat(e.id()).isEqualTo(IntNode.valueOf(3)))
                .hasMessage("method must be text");
        assertThatThrownBy(() -> Request.read("{\"id\":3,\"method\":\"x\",\"params\":[]}"))
                .hasMessage("params must be an object");
    }

    @Test
    void readsParametersWithTheirDefaultsAndBounds() {
        Params params =
                params("{\"interval\":\" 1HR\",\"timeout_ms\":5,\"max_age_s\":1.5,\"symbols\":[\"BTC\",\"BTC\"]}");

        assertThat(params.interval()).hasValue(Interval.H1);
        assertThat(params.bounded("timeout_ms", 25_000, 50, 120_000)).isEqualTo(50);
        assertThat(params.bounded("absent", 25_000, 50, 120_000)).isEqualTo(25_000);
        assertThat(params.secondsAsMs("max_age_s")).hasValue(1_500L);
        assertThat(params.symbols()).containsExactly(new Symbol("BTC"));
        assertThatThrownBy(() -> params("{\"symbols\":\"BTC\"}").symbols())
                .isInstanceOf(WireFormatException.class)
                .hasMessage("symbols must be a list of at most 5000");
        assertThatThrownBy(() -> params("{\"interval\":\"7m\"}").interval())
                .isInstanceOf(WireFormatException.class)
                .hasMessageStartingWith("unknown interval '7m'");
    }

    @Property(tries = 300)
    void writesPricesTheShortWayAsTheLongWay(
            @ForAll
                    Map<@NotBlank @StringLength(max = 5) String, @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) Double>
                            prices,
            @ForAll @DoubleRange(max = 100) double ageS) {
        Map<Symbol, MidsMessage.Mid> mids = new HashMap<>();
        Map<Symbol, MidsMessage.Best> bests = new HashMap<>();
        prices.forEach((name, price) -> {
            Symbol symbol = new Symbol(name.strip());
            mids.put(symbol, new MidsMessage.Mid(price, ageS, 2 * ageS));
            bests.put(symbol, new MidsMessage.Best(price, 1.1 * price, ageS));
        });
        MidsMessage message = new MidsMessage(mids, bests, 3, 4, true, false, false);
        StringBuilder text = new StringBuilder();

        message.appendTo(text);

        assertThat(text.toString()).isEqualTo(JsonLines.write(message.toJson()));
        assertThat(MidsMessage.read(JsonLines.read(text.toString()))).isEqualTo(message);
    }

    @Test
    void saysEveryMessageAndReadsItAgain() {
        MidsMessage mids = new MidsMessage(
                Map.of(PEPE, new MidsMessage.Mid(0.0123, 1.5, 7)),
                Map.of(PEPE, new MidsMessage.Best(0.01, 0.02, 0.5)),
                3,
                4,
                true,
                false,
                true);
        CandleMessage candle =
                new CandleMessage(9, new Candle(PEPE, Interval.M5, 300_000, 1, 3, 0.5, 2, 1e-7), 4, true, "rest");
        CandlesMessage candles = new CandlesMessage(List.of(candle), 9, true, false);
        UserEventsMessage events = new UserEventsMessage(
                List.of(new UserEventsMessage.UserEvent(1, "0xa", "fill", 5, JsonLines.tree("{\"px\":\"1.50\"}"))),
                1,
                false);

        assertThat(MidsMessage.read(again(mids.toJson()))).isEqualTo(mids);
        assertThat(CandlesMessage.read(again(candles.toJson()))).isEqualTo(candles);
        assertThat(UserEventsMessage.read(again(events.toJson()))).isEqualTo(events);
    }

    @Property(tries = 200)
    void cutsBytesIntoLinesHoweverTheyCome(@ForAll List<String> words) throws IOException {
        List<String> lines = words.stream().map(word -> word.replace("\n", "")).toList();
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        LineReader reader = new LineReader(Channels.newChannel(new ByteArrayInputStream(bytes)), 1 << 20);

        List<String> read = new ArrayList<>();
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            read.add(line.get());
        }

        assertThat(read)
                .containsExactly(new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8).split("\n", -1));
    }

    private static JsonNode again(JsonNode tree) {
        return JsonLines.tree(JsonLines.write(tree));
    }

    private static Params params(String json) {
        return new Params(JsonLines.read(json));
    }
}
