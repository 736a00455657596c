package aiquant.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.Cloid;
import aiquant.exchange.action.Grouping;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.Oid;
import aiquant.exchange.action.OrderRequest;
import aiquant.exchange.action.OrderType;
import aiquant.exchange.action.Tif;
import aiquant.exchange.action.Tpsl;
import aiquant.exchange.action.WireDecimal;
import aiquant.exchange.signing.Signer;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.MarketPayload;
import aiquant.simulator.source.MarketStep;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Corners of the protocol that a client meets less often.
class ProtocolTest {
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

    @Test
    void mergesThePartialFillsOfAnOrderForThoseWhoAsk() throws Exception {
        simulator.with(venue -> {
            venue.apply(new MarketStep.Quotes("SOL", List.of(), List.of(quote("100.1", "0.2"), quote("100.2", "9"))));
            return true;
        });
        Client.Socket socket = client.socket();
        String user = "\"user\":\"" + signer.address() + "\"";
        socket.subscribe("{\"type\":\"userFills\"," + user + "}");
        socket.subscribe("{\"type\":\"userFills\"," + user + ",\"aggregateByTime\":true}");
        socket.untilPong();

        send(Given.buy("100.2", "0.5", Tif.IOC), 0);

        assertThat(client.info("{\"type\":\"userFills\"," + user + "}")).hasSize(2);
        JsonNode merged = client.info("{\"type\":\"userFills\"," + user + ",\"aggregateByTime\":true}");
        assertThat(merged).hasSize(1);
        assertThat(merged.at("/0/px").asText()).isEqualTo("100.16");
        assertThat(client.info("{\"type\":\"userFillsByTime\"," + user + ",\"startTime\":0,\"aggregateByTime\":true}"))
                .isEqualTo(merged);
        assertThat(socket.untilPong())
                .filteredOn(frame -> frame.contains("\"userFills\""))
                .hasSize(3)
                .filteredOn(frame -> frame.contains("100.16"))
                .hasSize(1);
    }

    @Test
    void sendsOnlyThePricesThatChangedInTheFastStream() throws Exception {
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"fastAssetCtxs\"}");
        JsonNode first = socket.next("fastAssetCtxs");
        simulator.with(venue -> {
            venue.apply(new MarketStep.Mark("SOL", new BigDecimal("101")));
            return true;
        });
        wall.pass(1_001);

        JsonNode second = socket.next("fastAssetCtxs");

        assertThat(unpacked(first).ctxs()).containsOnlyKeys("SOL", "kPEPE");
        assertThat(unpacked(second).ctxs()).containsOnlyKeys("SOL");
        assertThat(unpacked(second).ctxs())
                .hasEntrySatisfying(
                        "SOL", context -> assertThat(context.markPx()).contains(new BigDecimal("101")));
    }

    @Test
    void refusesABuilderWhoseFeeWasNotApproved() throws Exception {
        L1Action order = new L1Action.PlaceOrders(
                List.of(limit(Optional.empty())),
                Grouping.NONE,
                Optional.of(new L1Action.BuilderFee(new Address("0x" + "b".repeat(40)), 10)));

        assertThat(send(order, 0).path("response").asText()).isEqualTo("Builder fee has not been approved.");
    }

    @Test
    void refusesToCancelATriggerOrderByTheFastLane() throws Exception {
        OrderRequest stop = new OrderRequest(
                0,
                false,
                WireDecimal.of("85"),
                WireDecimal.of("0.5"),
                false,
                new OrderType.Trigger(true, WireDecimal.of("90"), Tpsl.STOP_LOSS),
                Optional.empty());
        send(L1Action.PlaceOrders.of(stop), 0);
        long oid = client.info("{\"type\":\"frontendOpenOrders\",\"user\":\"" + signer.address() + "\"}")
                .at("/0/oid")
                .asLong();
        List<L1Action.OidAtAsset> named = List.of(new L1Action.OidAtAsset(0, new Oid(oid)));

        JsonNode fast = send(new L1Action.Cancel(named, true), 1);
        JsonNode slow = send(new L1Action.Cancel(named, false), 2);

        assertThat(fast.at("/response/data/statuses/0/error").asText()).contains("fast lane");
        assertThat(slow.at("/response/data/statuses/0").asText()).isEqualTo("success");
    }

    @Test
    void takesNoClientOrderIdOfAnotherShape() throws Exception {
        String body = Given.signed(signer, L1Action.PlaceOrders.of(limit(Optional.of("f"))), Given.START_MS);

        assertThat(client.post("/exchange", body.replace("0x" + "f".repeat(32), "0xff"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.post("/exchange", body).body()).contains("resting");
    }

    @Test
    void refusesAnAggregationThatThereIsNot() throws Exception {
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"l2Book\",\"coin\":\"SOL\",\"nSigFigs\":7}");
        socket.subscribe("{\"type\":\"l2Book\",\"coin\":\"SOL\",\"nSigFigs\":4,\"mantissa\":2}");
        socket.subscribe("{\"type\":\"l2Book\",\"coin\":\"SOL\",\"nSigFigs\":5,\"mantissa\":2}");

        assertThat(socket.next().path("channel").asText()).isEqualTo("error");
        assertThat(socket.next().path("channel").asText()).isEqualTo("error");
        assertThat(socket.next().path("channel").asText()).isEqualTo("subscriptionResponse");
    }

    @Test
    void knowsNoOtherDex() throws Exception {
        Client.Socket socket = client.socket();
        socket.subscribe("{\"type\":\"clearinghouseState\",\"user\":\"" + signer.address() + "\",\"dex\":\"xyz\"}");
        socket.subscribe("{\"type\":\"clearinghouseState\",\"user\":\"" + signer.address() + "\",\"dex\":\"\"}");

        assertThat(socket.next().path("channel").asText()).isEqualTo("error");
        assertThat(socket.next().path("channel").asText()).isEqualTo("subscriptionResponse");
    }

    @Test
    void showsWhatWasEarnedAndNotWhatWasPutIn() throws Exception {
        clock.set(Given.START_MS + 3_600_000);
        simulator.catchUp();
        send(Given.buy("100.1", "10", Tif.IOC), 0);
        simulator.fund(signer.address().text(), new BigDecimal("500"));
        simulator.with(venue -> {
            venue.apply(new MarketStep.Mark("SOL", new BigDecimal("101.1")));
            return true;
        });

        JsonNode portfolio = client.info("{\"type\":\"portfolio\",\"user\":\"" + signer.address() + "\"}");

        assertThat(portfolio).hasSize(8);
        assertThat(portfolio.at("/0/0").asText()).isEqualTo("day");
        assertThat(portfolio.at("/7/0").asText()).isEqualTo("perpAllTime");
        JsonNode day = portfolio.at("/0/1");
        assertThat(day.path("accountValueHistory")).hasSize(2);
        assertThat(day.at("/accountValueHistory/0/1").asText()).isEqualTo("10000.0");
        assertThat(day.at("/accountValueHistory/1/1").asText()).isEqualTo("10509.54955");
        assertThat(day.at("/pnlHistory/0/1").asText()).isEqualTo("0.0");
        assertThat(day.at("/pnlHistory/1/1").asText()).isEqualTo("9.54955");
        assertThat(day.path("vlm").asText()).isEqualTo("1001.0");
    }

    @Test
    void countsUsersOverAllConnections() throws Exception {
        Client.Socket first = client.socket();
        Client.Socket second = client.socket();
        for (int i = 0; i < 10; i++) {
            (i % 2 == 0 ? first : second).subscribe(fillsOf(i));
        }
        first.untilPong();
        second.untilPong();

        second.subscribe(fillsOf(3));
        assertThat(second.next("error").asText()).startsWith("Already subscribed");
        second.subscribe(fillsOf(2));
        assertThat(second.next().path("channel").asText())
                .as("a user that is there")
                .isEqualTo("subscriptionResponse");
        second.subscribe(fillsOf(10));
        assertThat(second.next("error").asText()).startsWith("Too many subscriptions");
    }

    private static String fillsOf(int user) {
        return "{\"type\":\"userFills\",\"user\":\"0x"
                + Integer.toHexString(user).repeat(40) + "\"}";
    }

    @Test
    void takesSoManyMessagesAMinute() throws Exception {
        Client.Socket socket = client.socket();
        for (int i = 0; i < 2000; i++) {
            socket.send("{\"method\":\"ping\"}");
        }
        socket.send("{\"method\":\"ping\"}");

        assertThat(socket.next("error").asText()).startsWith("Too many messages");
        wall.pass(60_000);
        assertThat(socket.untilPong()).isEmpty();
    }

    @Test
    void hidesANewOrderAndCancelsItUnasked() throws Exception {
        control("{\"type\":\"hideOrders\",\"ms\":500}");
        String user = "\"user\":\"" + signer.address() + "\"";
        long oid = send(L1Action.PlaceOrders.of(limit(Optional.empty())), 0)
                .at("/response/data/statuses/0/resting/oid")
                .asLong();
        String question = "{\"type\":\"orderStatus\"," + user + ",\"oid\":" + oid + "}";

        assertThat(client.info(question).path("status").asText()).isEqualTo("unknownOid");
        clock.set(Given.START_MS + 500);
        simulator.catchUp();
        assertThat(client.info(question).at("/order/status").asText()).isEqualTo("open");
        control("{\"type\":\"cancel\"," + user + ",\"oid\":" + oid + "}");
        assertThat(client.info(question).at("/order/status").asText()).isEqualTo("internalCancel");
        assertThat(client.post("/simulator", "{\"type\":\"cancel\"," + user + ",\"oid\":" + oid + "}")
                        .body())
                .contains("no open order");
    }

    private void control(String request) throws Exception {
        assertThat(client.post("/simulator", request).statusCode()).isEqualTo(200);
    }

    private JsonNode send(L1Action action, long later) throws Exception {
        return client.exchange(Given.signed(signer, action, Given.START_MS + later));
    }

    private static OrderRequest limit(Optional<String> digit) {
        return new OrderRequest(
                0,
                true,
                WireDecimal.of("99"),
                WireDecimal.of("0.5"),
                false,
                new OrderType.Limit(Tif.GTC),
                digit.map(one -> new Cloid("0x" + one.repeat(32))));
    }

    private static MarketStep.Quote quote(String price, String size) {
        return new MarketStep.Quote(new BigDecimal(price), new BigDecimal(size));
    }

    private static MarketPayload.FastAssetCtxs unpacked(JsonNode data) {
        String frame = "{\"channel\":\"fastAssetCtxs\",\"data\":" + data + "}";
        return (MarketPayload.FastAssetCtxs) Frame.read(frame).data();
    }
}
