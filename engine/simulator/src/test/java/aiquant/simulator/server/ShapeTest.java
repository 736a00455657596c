package aiquant.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.Tif;
import aiquant.exchange.action.WireDecimal;
import aiquant.exchange.signing.Signer;
import aiquant.exchange.wire.ActionReply;
import aiquant.exchange.wire.ControlPayload;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.InfoShape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everything the simulator says is what the client's strict readers expect, with no field they do not know.
class ShapeTest {
    private final SimulatorClock.Manual clock = new SimulatorClock.Manual(Given.START_MS);
    private final Signer signer = Given.signer(Given.KEY);
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void trade() throws Exception {
        simulator = Given.start(Given.settings(), clock, new Given.Wall());
        simulator.fund(signer.address().text(), new BigDecimal("10000"));
        simulator.approveAgent(signer.address().text(), "0x" + "a".repeat(40), "bot", Given.START_MS + 100_000_000);
        client = new Client(simulator);
        client.exchange(Given.signed(signer, Given.buy("100.1", "0.5", Tif.IOC), Given.START_MS));
        client.exchange(Given.signed(signer, Given.buy("99", "0.5", Tif.GTC), Given.START_MS + 1));
        client.exchange(Given.signed(
                signer, new L1Action.TwapOrder(0, true, WireDecimal.of("3"), false, 5, true), Given.START_MS + 20));
        clock.set(Given.START_MS + 65_000);
        simulator.catchUp();
        clock.set(Given.START_MS + 3_700_000);
        simulator.catchUp();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void answersEveryQuestionInTheFormTheClientReads() throws Exception {
        for (String type : QUESTIONS) {
            JsonNode answer = client.info(question(type));

            assertThat(readAndWritten(InfoShape.named(type).orElseThrow(), answer))
                    .as(type)
                    .isEqualTo(answer);
        }
    }

    private static <T> JsonNode readAndWritten(InfoShape<T> shape, JsonNode answer) {
        return shape.write(shape.read(answer));
    }

    @Test
    void sendsEveryStreamInTheFormTheClientReads() throws Exception {
        Client.Socket socket = client.socket();
        for (String type : STREAMS) {
            socket.subscribe(question(type).replace("\"1h\"", "\"1m\""));
        }
        client.exchange(Given.signed(signer, Given.buy("100.1", "0.5", Tif.IOC), Given.START_MS + 2));

        List<String> frames = socket.untilPong();

        assertThat(frames).hasSizeGreaterThan(STREAMS.size() + 10);
        assertThat(frames).allSatisfy(text -> {
            Frame frame = Frame.read(text);
            assertThat(frame.data())
                    .as(text)
                    .isNotInstanceOfAny(ControlPayload.Untyped.class, ControlPayload.ErrorText.class);
        });
    }

    @Test
    void answersActionsInTheFormTheClientReads() throws Exception {
        JsonNode answer = client.exchange(Given.signed(signer, Given.buy("98", "0.5", Tif.GTC), Given.START_MS + 3));

        assertThat(ActionReply.read(answer).toJson()).isEqualTo(answer);
    }

    private static final List<String> QUESTIONS = List.of(
            "meta",
            "metaAndAssetCtxs",
            "allMids",
            "l2Book",
            "candleSnapshot",
            "recentTrades",
            "fundingHistory",
            "perpDexs",
            "allPerpMetas",
            "perpsAtOpenInterestCap",
            "marginTable",
            "exchangeStatus",
            "maxMarketOrderNtls",
            "clearinghouseState",
            "spotClearinghouseState",
            "userAbstraction",
            "openOrders",
            "frontendOpenOrders",
            "orderStatus",
            "historicalOrders",
            "userFills",
            "userFillsByTime",
            "userFunding",
            "userNonFundingLedgerUpdates",
            "userRateLimit",
            "userFees",
            "activeAssetData",
            "userRole",
            "extraAgents",
            "subAccounts",
            "predictedFundings",
            "maxBuilderFee",
            "userVaultEquities",
            "userTwapSliceFills",
            "twapHistory",
            "portfolio");

    private static final List<String> STREAMS = List.of(
            "allMids",
            "bbo",
            "l2Book",
            "trades",
            "candle",
            "activeAssetCtx",
            "orderUpdates",
            "userEvents",
            "userFills",
            "userFundings",
            "userNonFundingLedgerUpdates",
            "clearinghouseState",
            "openOrders",
            "activeAssetData",
            "assetCtxs",
            "allDexsAssetCtxs",
            "fastAssetCtxs",
            "spotState",
            "twapStates",
            "allDexsClearinghouseState",
            "webData3");

    /// With every argument any question needs.
    private String question(String type) {
        return "{\"type\":\"" + type + "\",\"user\":\"" + signer.address() + "\",\"coin\":\"SOL\",\"oid\":1,"
                + "\"interval\":\"1h\",\"startTime\":0,\"id\":20,"
                + "\"req\":{\"coin\":\"SOL\",\"interval\":\"1h\",\"startTime\":0}}";
    }
}
