package aiquant.exchange;

import aiquant.exchange.action.Address;
import aiquant.exchange.action.Cloid;
import aiquant.exchange.wire.ActiveAssetData;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.ClearinghouseState;
import aiquant.exchange.wire.ExchangeStatus;
import aiquant.exchange.wire.ExtraAgent;
import aiquant.exchange.wire.Fill;
import aiquant.exchange.wire.FrontendOrder;
import aiquant.exchange.wire.FundingRow;
import aiquant.exchange.wire.InfoShape;
import aiquant.exchange.wire.L2Book;
import aiquant.exchange.wire.LedgerUpdate;
import aiquant.exchange.wire.MarginTable;
import aiquant.exchange.wire.Meta;
import aiquant.exchange.wire.MetaAndAssetCtxs;
import aiquant.exchange.wire.OpenOrder;
import aiquant.exchange.wire.OrderNtlLimit;
import aiquant.exchange.wire.OrderRecord;
import aiquant.exchange.wire.OrderStatus;
import aiquant.exchange.wire.PerpDex;
import aiquant.exchange.wire.PortfolioPeriod;
import aiquant.exchange.wire.PredictedFunding;
import aiquant.exchange.wire.SpotState;
import aiquant.exchange.wire.Trade;
import aiquant.exchange.wire.TwapSliceFill;
import aiquant.exchange.wire.UserFees;
import aiquant.exchange.wire.UserFunding;
import aiquant.exchange.wire.UserRateLimit;
import aiquant.exchange.wire.UserRole;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One question to the exchange, by REST or posted over the socket.
///
/// An account is asked about by its own address: for an agent's wallet the answer is well-formed and empty.
///
/// @param mostItems the most that can come back, which decides the weight before the answer is there
/// @param <T> the answer
public record InfoRequest<T>(InfoShape<T> shape, ObjectNode body, int mostItems) {
    private static final int PAGE = 500;
    private static final int LONG_PAGE = 2000;
    private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,2})([mhdw])");
    private static final int MOST_BARS = 5000;

    public static InfoRequest<Meta> meta() {
        return plain(InfoShape.META);
    }

    public static InfoRequest<MetaAndAssetCtxs> metaAndAssetCtxs() {
        return plain(InfoShape.META_AND_ASSET_CTXS);
    }

    public static InfoRequest<List<Meta>> allPerpMetas() {
        return plain(InfoShape.ALL_PERP_METAS);
    }

    public static InfoRequest<List<Optional<PerpDex>>> perpDexs() {
        return plain(InfoShape.PERP_DEXS);
    }

    public static InfoRequest<List<String>> perpsAtOpenInterestCap() {
        return plain(InfoShape.PERPS_AT_OPEN_INTEREST_CAP);
    }

    public static InfoRequest<MarginTable> marginTable(int id) {
        return of(InfoShape.MARGIN_TABLE, 1, body -> body.put("id", id));
    }

    public static InfoRequest<List<OrderNtlLimit>> maxMarketOrderNtls() {
        return plain(InfoShape.MAX_MARKET_ORDER_NTLS);
    }

    public static InfoRequest<ExchangeStatus> exchangeStatus() {
        return plain(InfoShape.EXCHANGE_STATUS);
    }

    public static InfoRequest<Map<String, BigDecimal>> allMids() {
        return plain(InfoShape.ALL_MIDS);
    }

    public static InfoRequest<Optional<L2Book>> l2Book(String coin) {
        return of(InfoShape.L2_BOOK, 1, body -> body.put("coin", coin));
    }

    /// The candle that holds `startMs` comes too. A time before 1970 would be refused, so it is raised to it.
    public static InfoRequest<List<Bar>> candles(String coin, String interval, long startMs, long endMs) {
        return of(
                InfoShape.CANDLE_SNAPSHOT,
                mostBars(interval, startMs, endMs),
                body -> body.putObject("req")
                        .put("coin", coin)
                        .put("interval", interval)
                        .put("startTime", Math.max(0, startMs))
                        .put("endTime", Math.max(0, endMs)));
    }

    /// How many candles a stretch can hold: what the answer weighs at most.
    private static int mostBars(String interval, long startMs, long endMs) {
        Matcher written = INTERVAL.matcher(interval);
        if (!written.matches() || endMs < startMs) {
            return MOST_BARS;
        }
        long unitMs = switch (written.group(2)) {
            case "m" -> 60_000L;
            case "h" -> 3_600_000L;
            case "d" -> 86_400_000L;
            default -> 7 * 86_400_000L;
        };
        long bars = (endMs - Math.max(0, startMs)) / (Long.parseLong(written.group(1)) * unitMs) + 2;
        return (int) Math.min(MOST_BARS, bars);
    }

    public static InfoRequest<List<Trade>> recentTrades(String coin) {
        return of(InfoShape.RECENT_TRADES, PAGE, body -> body.put("coin", coin));
    }

    public static InfoRequest<List<FundingRow>> fundingHistory(String coin, long startMs, long endMs) {
        return of(InfoShape.FUNDING_HISTORY, PAGE, body -> range(body.put("coin", coin), startMs, endMs));
    }

    public static InfoRequest<List<PredictedFunding>> predictedFundings() {
        return plain(InfoShape.PREDICTED_FUNDINGS);
    }

    public static InfoRequest<ClearinghouseState> clearinghouseState(Address account) {
        return ofUser(InfoShape.CLEARINGHOUSE_STATE, account, 1);
    }

    public static InfoRequest<SpotState> spotClearinghouseState(Address account) {
        return ofUser(InfoShape.SPOT_CLEARINGHOUSE_STATE, account, 1);
    }

    public static InfoRequest<String> userAbstraction(Address account) {
        return ofUser(InfoShape.USER_ABSTRACTION, account, 1);
    }

    public static InfoRequest<List<OpenOrder>> openOrders(Address account) {
        return ofUser(InfoShape.OPEN_ORDERS, account, 1);
    }

    public static InfoRequest<List<FrontendOrder>> frontendOpenOrders(Address account) {
        return ofUser(InfoShape.FRONTEND_OPEN_ORDERS, account, 1);
    }

    public static InfoRequest<OrderStatus> orderStatus(Address account, Cloid cloid) {
        return of(InfoShape.ORDER_STATUS, 1, body -> user(body, account).put("oid", cloid.text()));
    }

    /// @param oid unsigned 64 bits
    public static InfoRequest<OrderStatus> orderStatus(Address account, long oid) {
        BigInteger id = new BigInteger(Long.toUnsignedString(oid));
        return of(InfoShape.ORDER_STATUS, 1, body -> user(body, account).put("oid", id));
    }

    public static InfoRequest<List<OrderRecord>> historicalOrders(Address account) {
        return ofUser(InfoShape.HISTORICAL_ORDERS, account, LONG_PAGE);
    }

    public static InfoRequest<List<Fill>> userFills(Address account) {
        return ofUser(InfoShape.USER_FILLS, account, LONG_PAGE);
    }

    public static InfoRequest<List<Fill>> userFillsByTime(Address account, long startMs, long endMs) {
        return of(InfoShape.USER_FILLS_BY_TIME, LONG_PAGE, body -> range(user(body, account), startMs, endMs));
    }

    public static InfoRequest<List<TwapSliceFill>> userTwapSliceFills(Address account) {
        return ofUser(InfoShape.USER_TWAP_SLICE_FILLS, account, LONG_PAGE);
    }

    public static InfoRequest<List<UserFunding>> userFunding(Address account, long startMs, long endMs) {
        return of(InfoShape.USER_FUNDING, PAGE, body -> range(user(body, account), startMs, endMs));
    }

    public static InfoRequest<List<LedgerUpdate>> userLedgerUpdates(Address account, long startMs, long endMs) {
        return of(InfoShape.USER_LEDGER_UPDATES, PAGE, body -> range(user(body, account), startMs, endMs));
    }

    public static InfoRequest<UserRateLimit> userRateLimit(Address account) {
        return ofUser(InfoShape.USER_RATE_LIMIT, account, 1);
    }

    public static InfoRequest<UserFees> userFees(Address account) {
        return ofUser(InfoShape.USER_FEES, account, 1);
    }

    public static InfoRequest<ActiveAssetData> activeAssetData(Address account, String coin) {
        return of(InfoShape.ACTIVE_ASSET_DATA, 1, body -> user(body, account).put("coin", coin));
    }

    /// What an address is; the one question that is meant for an agent's wallet as well.
    public static InfoRequest<UserRole> userRole(Address address) {
        return ofUser(InfoShape.USER_ROLE, address, 1);
    }

    public static InfoRequest<List<ExtraAgent>> extraAgents(Address account) {
        return ofUser(InfoShape.EXTRA_AGENTS, account, 1);
    }

    public static InfoRequest<List<PortfolioPeriod>> portfolio(Address account) {
        return ofUser(InfoShape.PORTFOLIO, account, 1);
    }

    /// The same question about a dex run by a builder.
    public InfoRequest<T> onDex(String dex) {
        return new InfoRequest<>(shape, body.deepCopy().put("dex", dex), mostItems);
    }

    /// What it weighs at its worst.
    public int worstWeight() {
        return Weights.info(shape, mostItems);
    }

    /// What it weighed, seen from the answer.
    public int weight(T answer) {
        return Weights.info(shape, answer instanceof List<?> items ? items.size() : 0);
    }

    private static <T> InfoRequest<T> plain(InfoShape<T> shape) {
        return of(shape, 1, body -> {});
    }

    private static <T> InfoRequest<T> ofUser(InfoShape<T> shape, Address account, int mostItems) {
        return of(shape, mostItems, body -> user(body, account));
    }

    private static <T> InfoRequest<T> of(InfoShape<T> shape, int mostItems, Consumer<ObjectNode> arguments) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", shape.type());
        arguments.accept(body);
        return new InfoRequest<>(shape, body, mostItems);
    }

    private static ObjectNode user(ObjectNode body, Address account) {
        return body.put("user", account.text());
    }

    private static ObjectNode range(ObjectNode body, long startMs, long endMs) {
        return body.put("startTime", Math.max(0, startMs)).put("endTime", Math.max(0, endMs));
    }
}
