package aiquant.exchange.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.exchange.Network;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The JSON of every action, field by field: the order is what is hashed.
class ActionJsonTest {

    private static final Cloid CLOID = new Cloid("0x1234567890ABCDEF1234567890abcdef");
    private static final Address SOMEBODY = new Address("0x0D1d9635D0640821d15e323ac8AdADfA9c111414");

    private static final OrderRequest LIMIT = new OrderRequest(
            4,
            true,
            WireDecimal.of("1105.50"),
            WireDecimal.of("0.1"),
            false,
            new OrderType.Limit(Tif.GTC),
            Optional.empty());
    private static final OrderRequest STOP = new OrderRequest(
            4,
            false,
            WireDecimal.of("1000"),
            WireDecimal.of("0.1"),
            true,
            new OrderType.Trigger(true, WireDecimal.of("1050"), Tpsl.STOP_LOSS),
            Optional.of(CLOID));

    @Test
    void writesOrders() {
        L1Action plain = L1Action.PlaceOrders.of(LIMIT);
        L1Action grouped = new L1Action.PlaceOrders(
                List.of(LIMIT, STOP), Grouping.NORMAL_TPSL, Optional.of(new L1Action.BuilderFee(SOMEBODY, 10)));

        assertThat(plain.toJson()).hasToString("""
                {"type":"order","orders":[{"a":4,"b":true,"p":"1105.5","s":"0.1","r":false,"t":{"limit":{"tif":"Gtc"}}}],\
                "grouping":"na"}""");
        assertThat(grouped.toJson()).hasToString("""
                {"type":"order","orders":[\
                {"a":4,"b":true,"p":"1105.5","s":"0.1","r":false,"t":{"limit":{"tif":"Gtc"}}},\
                {"a":4,"b":false,"p":"1000","s":"0.1","r":true,\
                "t":{"trigger":{"isMarket":true,"triggerPx":"1050","tpsl":"sl"}},\
                "c":"0x1234567890abcdef1234567890abcdef"}],\
                "grouping":"normalTpsl","builder":{"b":"0x0d1d9635d0640821d15e323ac8adadfa9c111414","f":10}}""");
        assertThat(grouped.count()).isEqualTo(2);
    }

    @Test
    void writesCancels() {
        L1Action byOid =
                new L1Action.Cancel(List.of(new L1Action.OidAtAsset(0, Oid.of("18446744073709551615"))), false);
        L1Action fast = new L1Action.Cancel(List.of(new L1Action.OidAtAsset(0, new Oid(7))), true);
        L1Action byCloid = new L1Action.CancelByCloid(List.of(new L1Action.CloidAtAsset(5, CLOID)), false);
        L1Action fastByCloid = new L1Action.CancelByCloid(List.of(new L1Action.CloidAtAsset(5, CLOID)), true);

        assertThat(byOid.toJson())
                .hasToString("{\"type\":\"cancel\",\"cancels\":[{\"a\":0,\"o\":18446744073709551615}]}");
        assertThat(fast.toJson()).hasToString("{\"type\":\"cancel\",\"cancels\":[{\"a\":0,\"o\":7}],\"f\":true}");
        assertThat(byCloid.toJson()).hasToString("""
                {"type":"cancelByCloid","cancels":[{"asset":5,"cloid":"0x1234567890abcdef1234567890abcdef"}]}""");
        assertThat(fastByCloid.toJson().path("f").booleanValue()).isTrue();
    }

    @Test
    void writesModifications() {
        L1Action.Modification byOid = new L1Action.Modification(new Oid(77738308), LIMIT);
        L1Action.Modification byCloid = new L1Action.Modification(CLOID, LIMIT);
        String order =
                "{\"a\":4,\"b\":true,\"p\":\"1105.5\",\"s\":\"0.1\",\"r\":false,\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}";

        assertThat(new L1Action.Modify(byOid, false).toJson())
                .hasToString("{\"type\":\"modify\",\"oid\":77738308,\"order\":" + order + "}");
        assertThat(new L1Action.Modify(byOid, true).toJson())
                .hasToString("{\"type\":\"modify\",\"oid\":77738308,\"order\":" + order + ",\"a\":true}");
        assertThat(new L1Action.BatchModify(List.of(byCloid), false).toJson())
                .hasToString("{\"type\":\"batchModify\",\"modifies\":[{\"oid\":\"0x1234567890abcdef1234567890abcdef\","
                        + "\"order\":" + order + "}]}");
        assertThat(new L1Action.BatchModify(List.of(byOid, byCloid), true)
                        .toJson()
                        .path("a")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void writesTheRest() {
        assertThat(new L1Action.ScheduleCancel(OptionalLong.empty()).toJson())
                .hasToString("{\"type\":\"scheduleCancel\"}");
        assertThat(new L1Action.ScheduleCancel(OptionalLong.of(123456789)).toJson())
                .hasToString("{\"type\":\"scheduleCancel\",\"time\":123456789}");
        assertThat(new L1Action.UpdateLeverage(0, false, 5).toJson())
                .hasToString("{\"type\":\"updateLeverage\",\"asset\":0,\"isCross\":false,\"leverage\":5}");
        assertThat(L1Action.UpdateIsolatedMargin.ofUsd(4, new BigDecimal("-1.5"))
                        .toJson())
                .hasToString("{\"type\":\"updateIsolatedMargin\",\"asset\":4,\"isBuy\":true,\"ntli\":-1500000}");
        assertThat(new L1Action.TopUpIsolatedOnlyMargin(4, WireDecimal.of("2.50")).toJson())
                .hasToString("{\"type\":\"topUpIsolatedOnlyMargin\",\"asset\":4,\"leverage\":\"2.5\"}");
        assertThat(new L1Action.TwapOrder(1, true, WireDecimal.of("3"), false, 30, true).toJson())
                .hasToString(
                        "{\"type\":\"twapOrder\",\"twap\":{\"a\":1,\"b\":true,\"s\":\"3\",\"r\":false,\"m\":30,\"t\":true}}");
        assertThat(new L1Action.TwapCancel(1, 99).toJson()).hasToString("{\"type\":\"twapCancel\",\"a\":1,\"t\":99}");
        assertThat(new L1Action.ReserveRequestWeight(500).toJson())
                .hasToString("{\"type\":\"reserveRequestWeight\",\"weight\":500}");
        assertThat(new L1Action.Noop().toJson()).hasToString("{\"type\":\"noop\"}");
    }

    @Test
    void writesUserSignedActionsWithTheirNonceLast() {
        UserSignedAction send =
                new UserSignedAction.UsdSend("0x0D1d9635D0640821d15e323ac8AdADfA9c111414", WireDecimal.of("1.0"));
        UserSignedAction unnamed = new UserSignedAction.ApproveAgent(SOMEBODY, Optional.empty(), OptionalLong.empty());
        UserSignedAction named =
                new UserSignedAction.ApproveAgent(SOMEBODY, Optional.of("engine"), OptionalLong.of(1800000000000L));

        assertThat(json(send)).isEqualTo("""
                {"type":"usdSend","signatureChainId":"0x66eee","hyperliquidChain":"Testnet",\
                "destination":"0x0D1d9635D0640821d15e323ac8AdADfA9c111414","amount":"1","time":5}""");
        assertThat(json(unnamed)).isEqualTo("""
                {"type":"approveAgent","signatureChainId":"0x66eee","hyperliquidChain":"Testnet",\
                "agentAddress":"0x0d1d9635d0640821d15e323ac8adadfa9c111414","nonce":5}""");
        assertThat(json(named)).isEqualTo("""
                {"type":"approveAgent","signatureChainId":"0x66eee","hyperliquidChain":"Testnet",\
                "agentAddress":"0x0d1d9635d0640821d15e323ac8adadfa9c111414",\
                "agentName":"engine valid_until 1800000000000","nonce":5}""");
        assertThat(json(new UserSignedAction.UsdClassTransfer(WireDecimal.of("2"), true)))
                .isEqualTo("""
                {"type":"usdClassTransfer","signatureChainId":"0x66eee","hyperliquidChain":"Testnet",\
                "amount":"2","toPerp":true,"nonce":5}""");
    }

    @Test
    void writesEveryUserSignedFieldInTheOrderOfItsType() {
        String to = SOMEBODY.text();
        WireDecimal one = WireDecimal.of("1");
        List<UserSignedAction> actions = List.of(
                new UserSignedAction.UsdSend(to, one),
                new UserSignedAction.Withdraw(to, one),
                new UserSignedAction.SpotSend(to, "PURR:0xc1fb593aeffbeb02f85e0308e9956a90", one),
                new UserSignedAction.UsdClassTransfer(one, false),
                new UserSignedAction.ApproveAgent(SOMEBODY, Optional.of("engine"), OptionalLong.empty()),
                new UserSignedAction.ApproveBuilderFee("0.001%", SOMEBODY),
                new UserSignedAction.SendAsset(to, "", "xyz", "USDC", one, ""));

        assertThat(actions).extracting(UserSignedAction::kind).containsExactly(UserSignedType.values());
        for (UserSignedAction action : actions) {
            List<String> expected = action.kind().fields().stream()
                    .map(UserSignedType.Field::name)
                    .toList();
            assertThat(action.toJson("0x66eee", Network.MAINNET, 5).fieldNames())
                    .toIterable()
                    .startsWith("type", "signatureChainId")
                    .endsWith(expected.toArray(String[]::new))
                    .hasSize(expected.size() + 2);
        }
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> new Cloid("0x12")).hasMessageContaining("'0x12'");
        assertThatThrownBy(() -> new Address("0x12")).hasMessageContaining("'0x12'");
        assertThatThrownBy(() -> new UserSignedAction.UsdSend("me", WireDecimal.of("1")))
                .hasMessageContaining("'me'");
        assertThatThrownBy(() -> L1Action.PlaceOrders.of()).hasMessageContaining("orders must not be empty");
        assertThatThrownBy(() -> new L1Action.UpdateLeverage(0, true, 0)).hasMessageContaining("0");
        assertThatThrownBy(() -> L1Action.UpdateIsolatedMargin.ofUsd(0, new BigDecimal("0.0000001")))
                .hasMessageContaining("more than 6 decimals");
        assertThatThrownBy(() -> new UserSignedAction.ApproveAgent(
                        SOMEBODY, Optional.of("seventeen letters"), OptionalLong.empty()))
                .hasMessageContaining("1 to 16 characters");
        assertThatThrownBy(() -> new UserSignedAction.ApproveAgent(SOMEBODY, Optional.empty(), OptionalLong.of(1)))
                .hasMessageContaining("give it a name");
    }

    private static String json(UserSignedAction action) {
        return action.toJson("0x66eee", Network.TESTNET, 5).toString();
    }
}
