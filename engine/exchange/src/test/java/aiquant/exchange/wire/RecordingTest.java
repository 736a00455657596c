package aiquant.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordingTest {
    private static final String FOLDER = "data/hyperliquid/";
    private static final Map<String, InfoShape<?>> BY_PREFIX = Map.of(
            "clearinghouse", InfoShape.CLEARINGHOUSE_STATE,
            "l2book", InfoShape.L2_BOOK,
            "perpDexs", InfoShape.PERP_DEXS,
            "userFees", InfoShape.USER_FEES,
            "user_fills", InfoShape.USER_FILLS,
            "metaAndAssetCtxs", InfoShape.META_AND_ASSET_CTXS,
            "meta_mainnet", InfoShape.META);

    @TestFactory
    Stream<DynamicTest> readsAndWritesBackRecordedQuestions() {
        return Shared.files(FOLDER + "rest/info", "").stream()
                .map(file -> DynamicTest.dynamicTest(Shared.name(file), () -> {
                    JsonNode recording = Shared.json(file);
                    String type = recording.get("request").get("type").textValue();
                    JsonNode answer = recording.get("response");

                    assertThat(VectorTest.rewritten(InfoShape.named(type).orElseThrow(), answer))
                            .isEqualTo(answer);
                }));
    }

    @TestFactory
    Stream<DynamicTest> readsAndWritesBackRecordedAnswers() {
        return Stream.concat(Shared.files(FOLDER + "rest", "").stream(), Shared.files(FOLDER + "meta", "").stream())
                .map(file -> DynamicTest.dynamicTest(Shared.name(file), () -> {
                    JsonNode answer = Shared.json(file);

                    assertThat(VectorTest.rewritten(shapeOf(file), answer)).isEqualTo(answer);
                }));
    }

    private static InfoShape<?> shapeOf(Path file) {
        return BY_PREFIX.entrySet().stream()
                .filter(one -> Shared.name(file).startsWith(one.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void readsAndWritesBackRecordedFrames() {
        VectorTest.checkFrame(Shared.json(Shared.require(FOLDER + "ws/user_fill_liquidation.json")));
        VectorTest.checkFrame(Shared.json(Shared.require(FOLDER + "ws/allDexsAssetCtxs_2026.json.gz")));
        for (JsonNode sample : Shared.jsonLines(Shared.require(FOLDER + "ws/subscribe_ack_frame_samples.jsonl"))) {
            assertThat(Request.read(sample.get("subscribe")).toJson()).isEqualTo(sample.get("subscribe"));
            VectorTest.checkFrame(sample.get("ack"));
            VectorTest.checkFrame(sample.get("frame"));
        }
    }

    @Test
    void readsAndWritesBackAnHourOfRecordedBooksAndTrades() {
        List<String> lines = Shared.text(Shared.require(FOLDER + "ws/ws_btc_l2book_trades_20250126.log.gz"))
                .lines()
                .toList();

        assertThat(lines).hasSizeGreaterThan(50);
        for (String line : lines) {
            VectorTest.checkFrame(Json.parse(line.substring(line.indexOf(' ') + 1)));
        }
    }

    @Test
    void readsAndWritesBackRecordedMids() {
        JsonNode mids = Shared.json(Shared.require(FOLDER + "ws/allMids_2025-07.json"));
        assertThat(AllMids.read(Value.root(mids)).toJson()).isEqualTo(mids);
        for (JsonNode snapshot : Shared.jsonLines(Shared.require(FOLDER + "ws/allMids_snapshots_20250722.jsonl.gz"))) {
            assertThat(AllMids.read(Value.root(snapshot)).toJson()).isEqualTo(snapshot);
        }
    }

    @Test
    void readsFramesItDoesNotUseWithoutError() {
        for (Path file : Shared.files(FOLDER + "ws", "webData2")) {
            for (JsonNode frame : Shared.jsonLines(file)) {
                assertThat(Frame.read(frame).toJson()).isEqualTo(frame);
            }
        }
    }

    @Test
    void readsWhatANodeWritesDown() {
        for (JsonNode pair : Shared.jsonLines(Shared.require(FOLDER + "rest/node_samples/node_fills_20250716.txt"))) {
            assertThat(Fill.read(Value.root(pair.get(1))).toJson()).isEqualTo(pair.get(1));
        }
        for (JsonNode line :
                Shared.jsonLines(Shared.require(FOLDER + "rest/node_samples/node_order_statuses_20250716.txt"))) {
            assertThat(FrontendOrder.read(Value.root(line.get("order"))).toJson())
                    .isEqualTo(line.get("order"));
        }
        for (JsonNode line : Shared.jsonLines(Shared.require(FOLDER + "rest/node_samples/node_trades_20250716.txt"))) {
            assertThat(line).isInstanceOf(ObjectNode.class);
        }
    }
}
