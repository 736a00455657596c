package aiquant.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.Tif;
import aiquant.exchange.signing.Signer;
import aiquant.simulator.server.Fault.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The simulated exchange as a client meets it: real HTTP, a real socket, real signatures.
class SimulatorTest {
    private final SimulatorClock.Manual clock = new SimulatorClock.Manual(Given.START_MS);
    private final Given.Wall wall = new Given.Wall();
    private final Signer signer = Given.signer(Given.KEY);
    private Simulator simulator;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        simulator = Given.start(Given.settings(), clock, wall);
        simulator.fund(signer.address().text(), new BigDecimal("10000"));
        client = new Client(simulator);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    // Orders

    @Test
    void fillsASignedOrderAndShowsItEverywhere() throws Exception {
        JsonNode answer = exchange(Given.buy("100.1", "0.5", Tif.IOC), Given.START_MS);

        JsonNode filled = answer.at("/response/data/statuses/0/filled");
        assertThat(filled.path("totalSz").asText()).isEqualTo("0.5");
        assertThat(filled.path("avgPx").asText()).isEqualTo("100.1");
        JsonNode fill = info("userFills").path(0);
        assertThat(fill.path("px").asText()).isEqualTo("100.1");
        assertThat(fill.path("fee").asText()).isEqualTo("0.022522");
        JsonNode position = info("clearinghouseState").at("/assetPositions/0/position");
        assertThat(position.path("szi").asText()).isEqualTo("0.5");
        assertThat(info("orderStatus\",\"oid\":" + filled.path("oid") + ",\"x\":\"")
                        .at("/order/status")
                        .asText())
                .isEqualTo("filled");
    }

    @Test
    void namesAStrangerWhenTheKeysOfAnActionAreInAnotherOrder() throws Exception {
        String body = Given.signed(signer, Given.buy("100.1", "0.5", Tif.IOC), Given.START_MS);
        String swapped = body.replace("\"a\":0,\"b\":true", "\"b\":true,\"a\":0");

        assertThat(swapped).isNotEqualTo(body);
        assertThat(refusal(swapped)).matches("L1 error: User or API Wallet 0x[0-9a-f]{40} does not exist\\.");
        assertThat(refusal(swapped)).doesNotContain(signer.address().text());
    }

    @Test
    void namesAStrangerWhenADecimalCarriesAZeroTooMany() throws Exception {
        String body = Given.signed(signer, Given.buy("100", "0.5", Tif.GTC), Given.START_MS);

        assertThat(refusal(body.replace("\"p\":\"100\"", "\"p\":\"100.0\""))).isEmpty();
        assertThat(exchangeText(body)).contains("duplicate nonce");
    }

    @Test
    void takesANonceOnce() throws Exception {
        String body = Given.signed(signer, Given.buy("99", "0.5", Tif.GTC), Given.START_MS);

        assertThat(exchangeText(body)).contains("resting");
        assertThat(refusal(body)).isEqualTo("Invalid nonce: duplicate nonce " + Given.START_MS);
        assertThat(info("openOrders")).hasSize(1);
    }

    @Test
    void refusesNoncesOutsideTheWindow() throws Exception {
        assertThat(refusal(Given.signed(signer, new L1Action.Noop(), Given.START_MS - 3 * 86_400_000L)))
                .startsWith("Invalid nonce");
        assertThat(refusal(Given.signed(signer, new L1Action.Noop(), Given.START_MS + 2 * 86_400_000L)))
                .startsWith("Invalid nonce");
    }

    @Test
    void refusesWhatHasExpired() throws Exception {
        String body = Given.signed(
                signer, Given.buy("99", "0.5", Tif.GTC), Given.START_MS, OptionalLong.of(Given.START_MS + 5000));
        clock.set(Given.START_MS + 5001);
        simulator.catchUp();

        assertThat(refusal(body)).contains("expiresAfter");
        assertThat(info("openOrders")).isEmpty();
    }

    @Test
    void letsAnAgentActForItsAccountUntilItIsRevoked() throws Exception {
        Signer agent = Given.signer(Given.AGENT_KEY);
        String order = Given.signed(agent, Given.buy("99", "0.5", Tif.GTC), Given.START_MS);
        assertThat(refusal(order)).contains(agent.address().text() + " does not exist");

        simulator.approveAgent(signer.address().text(), agent.address().text(), "bot", Given.START_MS + 1_000_000);

        assertThat(exchangeText(order)).contains("resting");
        assertThat(client.info("{\"type\":\"userRole\",\"user\":\"" + agent.address() + "\"}")
                        .at("/data/user")
                        .asText())
                .isEqualTo(signer.address().text());
        simulator.revokeAgent(agent.address().text());
        assertThat(refusal(Given.signed(agent, new L1Action.Noop(), Given.START_MS + 1)))
                .contains("does not exist");
    }

    @Test
    void answersAShapeItDoesNotKnowWithStatus422() throws Exception {
        assertThat(client.post("/info", "{\"type\":\"bogus\"}").statusCode()).isEqualTo(422);
        assertThat(client.post("/info", "{\"type\":").statusCode()).isEqualTo(422);
        assertThat(client.post("/exchange", "[]").statusCode()).isEqualTo(422);
        assertThat(client.post("/info", "{\"type\":\"l2Book\",\"coin\":\"NONE\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.post(
                                "/info",
                                "{\"type\":\"userFillsByTime\",\"user\":\"" + signer.address() + "\",\"startTime\":-1}")
                        .statusCode())
                .isEqualTo(422);
    }

    // Streams

    @Test
    void sendsFillsWithASnapshotAndOrderUpdatesWithout() throws Exception {
        exchange(Given.buy("100.1", "0.5", Tif.IOC), Given.START_MS);
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + signer.address() + "\"}");
        socket.subscribe("{\"type\":\"userFills\",\"user\":\"" + signer.address() + "\"}");
        JsonNode snapshot = socket.next("userFills");

        exchange(Given.buy("100.1", "0.25", Tif.IOC), Given.START_MS + 1);

        assertThat(snapshot.path("isSnapshot").asBoolean()).isTrue();
        assertThat(snapshot.path("fills")).hasSize(1);
        List<String> live = socket.untilPong();
        assertThat(live)
                .filteredOn(frame -> frame.contains("\"orderUpdates\""))
                .singleElement()
                .asString()
                .contains("\"status\":\"filled\"");
        assertThat(live)
                .filteredOn(frame -> frame.contains("\"userFills\""))
                .singleElement()
                .asString()
                .contains("\"sz\":\"0.25\"")
                .doesNotContain("isSnapshot");
    }

    @Test
    void echoesSubscriptionsWithTheirDefaultsAndRefusesThemTwice() throws Exception {
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"l2Book\",\"coin\":\"SOL\"}");

        assertThat(socket.next().toString())
                .isEqualTo(
                        "{\"channel\":\"subscriptionResponse\",\"data\":{\"method\":\"subscribe\",\"subscription\":"
                                + "{\"type\":\"l2Book\",\"coin\":\"SOL\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":false}}}");
        assertThat(socket.next("l2Book").at("/levels/0/0/px").asText()).isEqualTo("99.9");
        socket.subscribe("{\"coin\":\"SOL\",\"type\":\"l2Book\",\"fast\":false}");
        assertThat(socket.next("error").asText()).startsWith("Already subscribed: ");
        socket.subscribe("{\"type\":\"nonsense\"}");
        assertThat(socket.next("error").asText()).startsWith("Error parsing JSON into valid websocket request: ");
    }

    @Test
    void answersPostsByTheirId() throws Exception {
        Client.Socket socket = client.socket();
        String order = Given.signed(signer, Given.buy("99", "0.5", Tif.GTC), Given.START_MS);
        socket.send("{\"method\":\"post\",\"id\":7,\"request\":{\"type\":\"action\",\"payload\":" + order + "}}");
        socket.send(
                "{\"method\":\"post\",\"id\":8,\"request\":{\"type\":\"info\",\"payload\":{\"type\":\"allMids\"}}}");
        socket.send("{\"method\":\"post\",\"id\":9,\"request\":{\"type\":\"info\",\"payload\":{\"type\":\"x\"}}}");

        JsonNode first = socket.next("post");
        assertThat(first.path("id").asInt()).isEqualTo(7);
        assertThat(first.at("/response/payload/response/data/statuses/0/resting/oid")
                        .asLong())
                .isPositive();
        assertThat(socket.next("post").at("/response/payload/data/SOL").asText())
                .isEqualTo("100.0");
        assertThat(socket.next("error").asText()).contains("\"id\":9");
    }

    @Test
    void closesAConnectionOnWhichNothingWasSaidForAMinute() throws Exception {
        Client.Socket socket = client.socket();
        socket.untilPong();

        wall.pass(61_000);

        assertThat(socket.closeCode()).isEqualTo(1000);
    }

    // Limits and faults

    @Test
    void refusesRequestsBeyondTheBudgetUntilAMinuteHasPassed() throws Exception {
        try (Simulator poor = new Simulator(Given.settings().withWeightPerMinute(40), clock, wall);
                Client caller = new Client(poor)) {
            assertThat(caller.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(200);
            assertThat(caller.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(200);
            assertThat(caller.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(429);
            wall.pass(60_000);
            assertThat(caller.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void losesAnAnswerBeforeOrAfterTheOrderWasTaken() throws Exception {
        String first = Given.signed(signer, Given.buy("99", "0.5", Tif.GTC), Given.START_MS);
        String second = Given.signed(signer, Given.buy("98", "0.5", Tif.GTC), Given.START_MS + 1);

        simulator.addFault(Fault.once("action:order", Effect.DROP));
        assertThatThrownBy(() -> client.post("/exchange", first)).isInstanceOf(IOException.class);
        assertThat(info("openOrders")).isEmpty();
        simulator.clearFaults();
        simulator.addFault(
                Fault.once("action:order", Effect.STATUS).withCode(504).afterAccept());
        assertThat(client.post("/exchange", second).statusCode()).isEqualTo(504);

        assertThat(info("openOrders")).hasSize(1);
        assertThat(info("openOrders").at("/0/limitPx").asText()).isEqualTo("98.0");
    }

    @Test
    void losesAndDoublesFramesAsAsked() throws Exception {
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + signer.address() + "\"}");
        socket.untilPong();
        simulator.addFault(Fault.once("frame:orderUpdates", Effect.DROP));
        simulator.addFault(Fault.once("frame:orderUpdates", Effect.DUPLICATE));

        exchange(Given.buy("99", "0.5", Tif.GTC), Given.START_MS);
        exchange(Given.buy("98", "0.5", Tif.GTC), Given.START_MS + 1);

        List<String> frames = socket.untilPong();
        assertThat(frames).hasSize(2).allSatisfy(frame -> assertThat(frame).contains("\"limitPx\":\"98.0\""));
    }

    @Test
    void swapsTwoFrames() throws Exception {
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + signer.address() + "\"}");
        socket.untilPong();
        simulator.addFault(Fault.once("frame:orderUpdates", Effect.REORDER));

        exchange(Given.buy("99", "0.5", Tif.GTC), Given.START_MS);
        exchange(Given.buy("98", "0.5", Tif.GTC), Given.START_MS + 1);

        List<String> frames = socket.untilPong();
        assertThat(frames.get(0)).contains("\"limitPx\":\"98.0\"");
        assertThat(frames.get(1)).contains("\"limitPx\":\"99.0\"");
    }

    @Test
    void staysUpAndSilentAsAHalfOpenConnectionDoes() throws Exception {
        Client.Socket socket = client.socket();
        socket.untilPong();
        simulator.addFault(Fault.once("frame:pong", Effect.HALF_OPEN).lasting(10_000));
        socket.send("{\"method\":\"ping\"}");
        socket.send("{\"method\":\"ping\"}");
        simulator.catchUp();

        wall.pass(10_001);

        assertThat(socket.untilPong()).isEmpty();
        assertThat(socket.isOpen()).isTrue();
    }

    @Test
    void takesFaultsFromAControlRequest() throws Exception {
        assertThat(client.post(
                                "/simulator",
                                "{\"type\":\"fault\",\"place\":\"info:meta\",\"effect\":\"status\",\"code\":503}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(503);
        assertThat(client.post("/simulator", "{\"type\":\"fault\",\"place\":\"x\",\"effect\":\"drop\"}")
                        .body())
                .contains("place must be");
        assertThat(client.post("/simulator", "{\"type\":\"fault\",\"place\":\"frame:bbo\",\"effect\":\"status\"}")
                        .body())
                .contains("status does not happen to messages on the socket");
        assertThat(client.post("/simulator", "{\"type\":\"fault\",\"place\":\"info:meta\",\"effect\":\"reorder\"}")
                        .body())
                .contains("reorder does not happen to requests");
        assertThat(client.post("/simulator", "{\"type\":\"clearFaults\"}").statusCode())
                .isEqualTo(200);
        assertThat(client.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToStartOnAPortThatIsTaken() {
        int taken = simulator.restUri().getPort();

        assertThatThrownBy(() -> new Simulator(Given.settings().onPorts(taken, 0), clock, wall))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on port " + taken);
    }

    private JsonNode info(String type) throws Exception {
        return client.info("{\"user\":\"" + signer.address() + "\",\"type\":\"" + type + "\"}");
    }

    private JsonNode exchange(L1Action action, long nonce) throws Exception {
        return client.exchange(Given.signed(signer, action, nonce));
    }

    private String exchangeText(String body) throws Exception {
        return client.exchange(body).toString();
    }

    /// The text of a refusal, empty when it was taken.
    private String refusal(String body) throws Exception {
        JsonNode answer = client.exchange(body);
        return answer.path("status").asText().equals("err")
                ? answer.path("response").asText()
                : "";
    }
}
