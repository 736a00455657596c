package aiquant.exchange.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Plain valid messages that need no recordings: one of each kind, to be changed at random.
final class Seeds {
    private static final String LEVEL = "{\"px\":\"69173.0\",\"sz\":\"9.07775\",\"n\":32}";
    private static final String FILL = "{\"coin\":\"BTC\",\"px\":\"66653.0\",\"sz\":\"0.001\",\"side\":\"A\","
            + "\"time\":1781528065899,\"startPosition\":\"-0.0213\",\"dir\":\"Open Short\",\"closedPnl\":\"0.0\","
            + "\"hash\":\"0xe2\",\"oid\":55030848197,\"crossed\":false,\"fee\":\"0.009997\",\"tid\":745210434703679,"
            + "\"cloid\":\"0xe8\",\"liquidation\":{\"liquidatedUser\":\"0x36\",\"markPx\":\"66607.0\",\"method\":\"market\"},"
            + "\"feeToken\":\"USDC\",\"twapId\":null}";
    private static final String ORDER = "{\"coin\":\"INJ\",\"side\":\"A\",\"limitPx\":\"9.2037\",\"sz\":\"12.5\","
            + "\"oid\":3184595907,\"timestamp\":1700126022555,\"origSz\":\"12.5\",\"reduceOnly\":true,\"isTrigger\":true,"
            + "\"triggerPx\":\"10.004\",\"triggerCondition\":\"Price above 10.004\",\"isPositionTpsl\":false,"
            + "\"orderType\":\"Take Profit Market\",\"tif\":null,\"cloid\":null,\"children\":[]}";
    private static final String CTX =
            "{\"funding\":\"0.0000125\",\"openInterest\":\"34524.5\",\"prevDayPx\":\"64319.0\","
                    + "\"dayNtlVlm\":\"5691036987.81\",\"premium\":\"-0.0001329822\",\"oraclePx\":\"69182.2\","
                    + "\"markPx\":\"69172.0\",\"midPx\":null,\"impactPxs\":[\"69172.0\",\"69173.0\"],\"dayBaseVlm\":\"84496.5\"}";
    private static final String SUMMARY = "{\"accountValue\":\"13109.482328\",\"totalMarginUsed\":\"4.967826\","
            + "\"totalNtlPos\":\"100.02765\",\"totalRawUsd\":\"13009.454678\"}";
    private static final String STATE = "{\"assetPositions\":[{\"type\":\"oneWay\",\"position\":{\"coin\":\"ETH\","
            + "\"cumFunding\":{\"allTime\":\"514.085417\",\"sinceChange\":\"0.0\",\"sinceOpen\":\"0.0\"},"
            + "\"entryPx\":\"2986.3\",\"leverage\":{\"rawUsd\":\"-95.059824\",\"type\":\"isolated\",\"value\":20},"
            + "\"liquidationPx\":null,\"marginUsed\":\"4.967826\",\"maxLeverage\":50,\"positionValue\":\"100.02765\","
            + "\"returnOnEquity\":\"-0.0026789\",\"szi\":\"0.0335\",\"unrealizedPnl\":\"-0.0134\"}}],"
            + "\"crossMaintenanceMarginUsed\":\"0.0\",\"crossMarginSummary\":" + SUMMARY + ",\"marginSummary\":"
            + SUMMARY
            + ",\"time\":1708622398623,\"withdrawable\":\"13104.514502\"}";

    static final String BBO = frame("bbo", "{\"coin\":\"BTC\",\"time\":1787195068169,\"bbo\":[null," + LEVEL + "]}");
    static final String MIDS =
            frame("allMids", "{\"mids\":{\"@142\":\"80907.5\",\"BTC\":\"80868.5\",\"kPEPE\":\"0.0015\"}}");
    static final String TRADES = frame(
            "trades",
            "[{\"coin\":\"BTC\",\"side\":\"A\",\"px\":\"69170.0\",\"sz\":\"0.00018\",\"time\":1787195046105,"
                    + "\"hash\":\"0x00\",\"tid\":456615105517601,\"users\":[\"0xf5\",\"0x4d\"]}]");
    static final String CANDLE = frame(
            "candle",
            "{\"t\":1787195040000,\"T\":1787195099999,\"s\":\"BTC\",\"i\":\"1m\",\"o\":\"69170.0\",\"c\":\"69172.0\","
                    + "\"h\":\"69174.0\",\"l\":\"69170.0\",\"v\":\"0.80052\",\"n\":47}");

    static final List<String> QUOTES = List.of(BBO, MIDS, TRADES, CANDLE);

    static final List<String> FRAMES = Stream.concat(
                    QUOTES.stream(),
                    Stream.of(
                            frame(
                                    "l2Book",
                                    "{\"coin\":\"BTC\",\"time\":1,\"levels\":[[" + LEVEL + "],[" + LEVEL + "]]}"),
                            frame("activeAssetCtx", "{\"coin\":\"BTC\",\"ctx\":" + CTX + "}"),
                            frame("allDexsAssetCtxs", "{\"ctxs\":[[\"\",[" + CTX + "]]]}"),
                            frame(
                                    "fastAssetCtxs",
                                    "\"q1ZyCnFWsqpWyk0syg6oULJSsjQ3NTDQM1Wq1VFyDfFAkTI2MzXQMwJLVVRWWfmFuTiiyBuamOoZKdXWAgA=\""),
                            frame("userFills", "{\"isSnapshot\":true,\"user\":\"0x31\",\"fills\":[" + FILL + "]}"),
                            frame("user", "{\"fills\":[" + FILL + "]}"),
                            frame(
                                    "orderUpdates",
                                    "[{\"order\":" + ORDER + ",\"status\":\"open\",\"statusTimestamp\":1}]"),
                            frame("openOrders", "{\"dex\":\"\",\"user\":\"0xCB\",\"orders\":[" + ORDER + "]}"),
                            frame(
                                    "clearinghouseState",
                                    "{\"dex\":\"\",\"user\":\"0x31\",\"clearinghouseState\":" + STATE + "}"),
                            frame(
                                    "subscriptionResponse",
                                    "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"SOL\"}}"),
                            frame("error", "\"Already subscribed: {}\""),
                            frame(
                                    "post",
                                    "{\"id\":256,\"response\":{\"type\":\"action\",\"payload\":{\"status\":\"ok\",\"response\":"
                                            + "{\"type\":\"order\",\"data\":{\"statuses\":[{\"resting\":{\"oid\":88383}},\"waitingForFill\","
                                            + "{\"filled\":{\"totalSz\":\"0.02\",\"avgPx\":\"1891.4\",\"oid\":77747314}},{\"error\":\"no\"}]}}}}}")))
            .toList();

    static final Map<InfoShape<?>, String> ANSWERS = Map.of(
            InfoShape.USER_FILLS, "[" + FILL + "]",
            InfoShape.FRONTEND_OPEN_ORDERS, "[" + ORDER + "]",
            InfoShape.CLEARINGHOUSE_STATE, STATE,
            InfoShape.META_AND_ASSET_CTXS,
                    "[{\"universe\":[{\"name\":\"BTC\",\"szDecimals\":5,\"maxLeverage\":40,\"marginTableId\":56}],"
                            + "\"marginTables\":[[56,{\"description\":\"\",\"marginTiers\":[{\"lowerBound\":\"0.0\","
                            + "\"maxLeverage\":40}]}]],\"collateralToken\":0},[" + CTX + "]]",
            InfoShape.ORDER_STATUS,
                    "{\"status\":\"order\",\"order\":{\"order\":" + ORDER
                            + ",\"status\":\"filled\",\"statusTimestamp\":1}}");

    private Seeds() {}

    private static String frame(String channel, String data) {
        return "{\"channel\":\"" + channel + "\",\"data\":" + data + "}";
    }
}
