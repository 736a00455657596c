package aiquant.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionTest {
    private static final String BBO = """
            {"channel":"bbo","data":{"coin":"BTC","time":1787195068169,
             "bbo":[{"px":"69172.0","sz":"0.92185","n":4},{"px":"69173.0","sz":"9.07775","n":32}]}}""";

    @Test
    void namesTheFieldThatIsIllTyped() {
        assertRefused(BBO.replace("\"69173.0\"", "69173.5"), "data.bbo[1].px: expected decimal text, got 69173.5");
        assertRefused(BBO.replace("1787195068169", "\"soon\""), "data.time: expected an integer, got \"soon\"");
        assertRefused(BBO.replace("\"BTC\"", "null"), "data.coin: expected text, got null");
        assertRefused(BBO.replace("\"n\":32", "\"n\":-1"), "data.bbo[1].n: expected a count, got -1");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertRefused(BBO.replace("\"time\"", "\"when\""), "data.time: missing");
        assertRefused(BBO.replace("\"sz\":\"9.07775\",", ""), "data.bbo[1].sz: missing");
        assertRefused("{\"data\":{}}", "channel: missing");
        assertRefused("{\"channel\":\"bbo\"}", "data: missing");
    }

    @Test
    void acceptsOnlyDecimalsInTheirPlainForm() {
        for (String text :
                new String[] {"NaN", "Infinity", "1e5", "+1", "", "-", ".5", "5.", "00.1", "0x1", " 1", "١"}) {
            assertRefused(BBO.replace("69173.0", text), "data.bbo[1].px: expected decimal text, got \"" + text + "\"");
        }
    }

    @Test
    void keepsTheScaleOfADecimal() {
        Bbo bbo = (Bbo) Frame.read(BBO).data();

        assertThat(bbo.bid().map(Level::px)).isEqualTo(Optional.of(new BigDecimal("69172.0")));
        assertThat(bbo.bid().orElseThrow().px().scale()).isEqualTo(1);
    }

    @Test
    void explainsTextThatIsNoJson() {
        assertRefused("{\"channel\":\"bbo\",\"data\":{\"px\":NaN}}", "not JSON: Non-standard token 'NaN'");
        assertRefused("{\"channel\":\"pong\"} {\"channel\":\"pong\"}", "not JSON: Trailing token");
        assertRefused("{\"channel\":\"pong\",\"channel\":\"pong\"}", "not JSON: Duplicate field 'channel'");
        assertRefused(BBO.replace("\"coin\"", "\"time\":1,\"coin\""), "not JSON: Duplicate field 'time'");
        assertRefused(BBO.substring(0, 50), "not JSON: ");
        assertRefused("", "not JSON: empty");
        assertRefused("[".repeat(100_000), "not JSON: Document nesting depth");
        assertRefused("{\"channel\":\"" + "x".repeat(3 << 20) + "\"}", "not JSON: String value length");
        assertRefused("{\"channel\":" + "1".repeat(1000) + "}", "not JSON: Number value length");
        assertRefused(
                "{\"channel\":\"bbo\",\"data\":\"" + "x".repeat(1 << 20) + "\"}",
                "data: expected an object, got \"xxx");
    }

    @Test
    void keepsItsExplanationsShort() {
        String huge = "{\"channel\":\"bbo\",\"data\":{\"" + "k".repeat(900) + "\":1,\"coin\":" + "[".repeat(60)
                + "]".repeat(60) + "}}";

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Frame.read(huge))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void readsOrderIdsOf64Bits() {
        String update = """
                {"channel":"user","data":{"nonUserCancel":[{"coin":"BTC","oid":18446744073709551615}]}}""";

        UserEvent event = (UserEvent) Frame.read(update).data();

        assertThat(Long.toUnsignedString(
                        event.nonUserCancel().orElseThrow().getFirst().oid()))
                .isEqualTo("18446744073709551615");
        assertThat(Json.write(Frame.read(update).toJson())).isEqualTo(update.strip());
        assertRefused(update.replace("615", "616"), "data.nonUserCancel[0].oid: expected an id between 0 and");
        assertRefused(update.replace("18446744073709551615", "-1"), "data.nonUserCancel[0].oid: expected an id");
        assertRefused(update.replace("18446744073709551615", "1.0"), "data.nonUserCancel[0].oid: expected an id");
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        assertKept(
                "{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":1,\"bbo\":[null,null],\"new\":{\"a\":[1.50]}}}");
        assertKept("{\"channel\":\"pong\",\"data\":null,\"x\":1}");
        assertKept("{\"channel\":\"somethingNew\",\"data\":[1,2]}");
        assertKept("{\"channel\":\"user\",\"data\":{\"newKindOfEvent\":{}}}");
        assertKept(
                "{\"channel\":\"orderUpdates\",\"data\":[{\"order\":{\"coin\":\"A\",\"side\":\"B\",\"limitPx\":\"1.0\","
                        + "\"sz\":\"-0.0\",\"oid\":1,\"timestamp\":1,\"origSz\":\"0.10\",\"cloid\":null,\"later\":true},"
                        + "\"status\":\"brandNewCanceled\",\"statusTimestamp\":2}]}");
        assertKept(
                "{\"channel\":\"post\",\"data\":{\"id\":1,\"a\":1,\"response\":{\"type\":\"action\",\"b\":2,\"payload\":"
                        + "{\"status\":\"ok\",\"c\":3,\"response\":{\"type\":\"order\",\"d\":4,\"data\":{\"e\":5,\"statuses\":"
                        + "[{\"resting\":{\"oid\":1,\"f\":6},\"g\":7},\"waitingForSomething\",{\"maybe\":1}]}}}}}}");
    }

    @Test
    void readsWholeStatesThatComeByStream() {
        String state = "{\"assetPositions\":[],\"marginSummary\":" + SUMMARY + ",\"crossMarginSummary\":" + SUMMARY
                + ",\"crossMaintenanceMarginUsed\":\"0.0\",\"withdrawable\":\"5.0\",\"time\":1800000000000}";
        String twap = "[7,{\"coin\":\"BTC\",\"user\":\"0x1\",\"side\":\"B\",\"sz\":\"1.0\",\"executedSz\":\"0.5\","
                + "\"executedNtl\":\"50.0\",\"minutes\":30,\"reduceOnly\":false,\"randomize\":true,\"timestamp\":1}]";

        assertTyped(
                "{\"channel\":\"spotState\",\"data\":{\"user\":\"0x1\",\"spotState\":{\"balances\":[{\"coin\":\"USDC\","
                        + "\"token\":0,\"total\":\"1.0\",\"hold\":\"0.0\",\"entryNtl\":\"0.0\"}]},\"new\":1}}");
        assertTyped("{\"channel\":\"twapStates\",\"data\":{\"dex\":\"\",\"user\":\"0x1\",\"states\":[" + twap + "]}}");
        assertTyped(
                "{\"channel\":\"allDexsClearinghouseState\",\"data\":{\"user\":\"0x1\",\"clearinghouseStates\":[[\"\","
                        + state + "],[\"xyz\"," + state + "]]}}");
        assertRefused(
                "{\"channel\":\"twapStates\",\"data\":{\"states\":[" + twap.replace("\"sz\"", "\"size\"") + "]}}",
                "data.states[0][1].sz: missing");
    }

    private static final String SUMMARY =
            "{\"accountValue\":\"5.0\",\"totalNtlPos\":\"0.0\",\"totalRawUsd\":\"5.0\",\"totalMarginUsed\":\"0.0\"}";

    private static void assertTyped(String text) {
        assertThat(Frame.read(text).data()).isNotInstanceOf(ControlPayload.Untyped.class);
        assertKept(text);
    }

    @Test
    void keepsTheSpellingOfANegativeZeroInsideLists() {
        String portfolio =
                "[[\"day\",{\"accountValueHistory\":[],\"pnlHistory\":[[1,\"-0.0\"],[2,\"0.0\"]],\"vlm\":\"-0\"}]]";

        assertThat(Json.write(VectorTest.rewritten(InfoShape.PORTFOLIO, Json.parse(portfolio))))
                .isEqualTo(portfolio);
    }

    @Test
    void requiresOfNewAnswersWhatOnlyOldOnesLack() {
        String old = """
                [{"coin":"SUI","px":"1.3","sz":"2.0","side":"A","time":1683245884863,"startPosition":"4.0",
                  "dir":"Close Long","closedPnl":"0.0","hash":"0x1","oid":1,"crossed":true,"fee":"0.0"}]""";

        assertThat(InfoShape.USER_FILLS.read(Json.parse(old)).getFirst().tid()).isEmpty();
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> InfoShape.USER_FILLS.read(Json.parse(old.replace("1683245884863", "1783245884863"))))
                .withMessage("[0].feeToken: missing");
    }

    @Test
    void refusesPackedContextsThatAreNot() {
        assertRefused("{\"channel\":\"fastAssetCtxs\",\"data\":\"*\"}", "data: expected base64, got \"*\"");
        assertRefused("{\"channel\":\"fastAssetCtxs\",\"data\":\"q1Zy\"}", "data: expected a whole DEFLATE stream");
        assertRefused("{\"channel\":\"fastAssetCtxs\",\"data\":\"////\"}", "data: expected a DEFLATE stream");
    }

    @Test
    void refusesAReplyThatIsNeitherYesNorNo() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> ActionReply.read(Json.parse("{\"status\":\"maybe\"}")))
                .withMessage("status: expected \"ok\" or \"err\", got \"maybe\"");
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(
                        () -> ActionReply.read(
                                Json.parse(
                                        "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":[{\"filled\":{\"oid\":1}}]}}}")))
                .withMessage("response.data.statuses[0].filled.totalSz: missing");
    }

    @Test
    void classifiesUnknownStatusesByTheirEnd() {
        assertThat(OrderPhase.of("somethingNewRejected")).isEqualTo(OrderPhase.REJECTED);
        assertThat(OrderPhase.of("somethingNewCanceled")).isEqualTo(OrderPhase.CANCELED);
        assertThat(OrderPhase.of("scheduledCancel")).isEqualTo(OrderPhase.CANCELED);
        assertThat(OrderPhase.of("canceled")).isEqualTo(OrderPhase.CANCELED);
        assertThat(OrderPhase.of("rejected")).isEqualTo(OrderPhase.REJECTED);
        assertThat(OrderPhase.of("filled")).isEqualTo(OrderPhase.FILLED);
        assertThat(OrderPhase.of("triggered")).isEqualTo(OrderPhase.LIVE);
        assertThat(OrderPhase.of("siblingFilledCanceled")).isEqualTo(OrderPhase.CANCELED);
    }

    @Test
    void classifiesRefusalsByTheirWords() {
        assertThat(RefusalKind.of("L1 error: User or API Wallet 0x01 does not exist."))
                .isEqualTo(RefusalKind.UNKNOWN_SIGNER);
        assertThat(RefusalKind.of("User or API Wallet 0x01 does not exist.")).isEqualTo(RefusalKind.UNKNOWN_SIGNER);
        assertThat(RefusalKind.of("Invalid nonce: duplicate nonce 17")).isEqualTo(RefusalKind.DUPLICATE_NONCE);
        assertThat(RefusalKind.of("Invalid nonce: too low")).isEqualTo(RefusalKind.BAD_NONCE);
        assertThat(RefusalKind.of("Insufficient margin to place order. asset=1"))
                .isEqualTo(RefusalKind.PERP_MARGIN);
        assertThat(RefusalKind.of("Order was never placed, already canceled, or filled. asset=0"))
                .isEqualTo(RefusalKind.GONE);
        assertThat(RefusalKind.of("Quite new words")).isEqualTo(RefusalKind.OTHER);
    }

    @Test
    void comparesSubscriptionsByTheirMeaning() {
        Subscription echoed = Subscription.read(Json.parse(
                "{\"type\":\"l2Book\",\"coin\":\"BTC\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":false}"));

        assertThat(echoed).isEqualTo(Subscription.l2Book("BTC")).isNotEqualTo(Subscription.l2Book("ETH"));
        assertThat(Subscription.ofUser("userFills", "0xABC")).isEqualTo(Subscription.ofUser("userFills", "0xabc"));
        assertThat(Frame.read(
                                "{\"channel\":\"error\",\"data\":\"Already subscribed: {\\\"type\\\":\\\"bbo\\\",\\\"coin\\\":\\\"BTC\\\"}\"}")
                        .data())
                .isInstanceOfSatisfying(
                        ControlPayload.ErrorText.class,
                        error -> assertThat(error.duplicate()).contains(Subscription.bbo("BTC")));
    }

    private static void assertKept(String text) {
        assertThat(Frame.read(text).toJson()).isEqualTo(Json.parse(text));
    }

    private static void assertRefused(String text, String beginning) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Frame.read(text))
                .withMessageStartingWith(beginning);
    }
}
