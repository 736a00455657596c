package aiquant.exchange.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One kind of question to `/info`, and how its answer is read and written.
///
/// @param <T> the answer
public final class InfoShape<T> {
    public static final InfoShape<Meta> META = new InfoShape<>("meta", Meta::read);
    public static final InfoShape<MetaAndAssetCtxs> META_AND_ASSET_CTXS =
            new InfoShape<>("metaAndAssetCtxs", MetaAndAssetCtxs::read);
    public static final InfoShape<List<Meta>> ALL_PERP_METAS = list("allPerpMetas", Meta::read);
    public static final InfoShape<List<Optional<PerpDex>>> PERP_DEXS =
            list("perpDexs", dex -> dex.nullable(PerpDex::read));
    public static final InfoShape<List<String>> PERPS_AT_OPEN_INTEREST_CAP =
            list("perpsAtOpenInterestCap", Value::text);
    public static final InfoShape<MarginTable> MARGIN_TABLE = new InfoShape<>("marginTable", MarginTable::read);
    public static final InfoShape<List<OrderNtlLimit>> MAX_MARKET_ORDER_NTLS =
            list("maxMarketOrderNtls", OrderNtlLimit::read);
    public static final InfoShape<ExchangeStatus> EXCHANGE_STATUS =
            new InfoShape<>("exchangeStatus", ExchangeStatus::read);

    public static final InfoShape<Map<String, BigDecimal>> ALL_MIDS =
            new InfoShape<>("allMids", mids -> mids.map(Value::decimal));
    /// Empty where the exchange does not know the coin.
    public static final InfoShape<Optional<L2Book>> L2_BOOK =
            new InfoShape<>("l2Book", book -> book.nullable(L2Book::read));

    public static final InfoShape<List<Bar>> CANDLE_SNAPSHOT = list("candleSnapshot", Bar::read);
    public static final InfoShape<List<Trade>> RECENT_TRADES = list("recentTrades", Trade::read);
    public static final InfoShape<List<FundingRow>> FUNDING_HISTORY = list("fundingHistory", FundingRow::read);
    public static final InfoShape<List<PredictedFunding>> PREDICTED_FUNDINGS =
            list("predictedFundings", PredictedFunding::read);

    public static final InfoShape<ClearinghouseState> CLEARINGHOUSE_STATE =
            new InfoShape<>("clearinghouseState", ClearinghouseState::read);
    public static final InfoShape<SpotState> SPOT_CLEARINGHOUSE_STATE =
            new InfoShape<>("spotClearinghouseState", SpotState::read);
    public static final InfoShape<String> USER_ABSTRACTION = new InfoShape<>("userAbstraction", Value::text);
    public static final InfoShape<List<OpenOrder>> OPEN_ORDERS = list("openOrders", OpenOrder::read);
    public static final InfoShape<List<FrontendOrder>> FRONTEND_OPEN_ORDERS =
            list("frontendOpenOrders", FrontendOrder::read);
    public static final InfoShape<OrderStatus> ORDER_STATUS = new InfoShape<>("orderStatus", OrderStatus::read);
    public static final InfoShape<List<OrderRecord>> HISTORICAL_ORDERS = list("historicalOrders", OrderRecord::read);
    public static final InfoShape<List<Fill>> USER_FILLS = list("userFills", Fill::read);
    public static final InfoShape<List<Fill>> USER_FILLS_BY_TIME = list("userFillsByTime", Fill::read);
    public static final InfoShape<List<TwapSliceFill>> USER_TWAP_SLICE_FILLS =
            list("userTwapSliceFills", TwapSliceFill::read);
    public static final InfoShape<List<UserFunding>> USER_FUNDING = list("userFunding", UserFunding::read);
    public static final InfoShape<List<LedgerUpdate>> USER_LEDGER_UPDATES =
            list("userNonFundingLedgerUpdates", LedgerUpdate::read);
    public static final InfoShape<UserRateLimit> USER_RATE_LIMIT =
            new InfoShape<>("userRateLimit", UserRateLimit::read);
    public static final InfoShape<UserFees> USER_FEES = new InfoShape<>("userFees", UserFees::read);
    public static final InfoShape<ActiveAssetData> ACTIVE_ASSET_DATA =
            new InfoShape<>("activeAssetData", ActiveAssetData::read);
    public static final InfoShape<UserRole> USER_ROLE = new InfoShape<>("userRole", UserRole::read);
    public static final InfoShape<List<ExtraAgent>> EXTRA_AGENTS = list("extraAgents", ExtraAgent::read);
    public static final InfoShape<List<PortfolioPeriod>> PORTFOLIO = list("portfolio", PortfolioPeriod::read);
    public static final InfoShape<List<VaultEquity>> USER_VAULT_EQUITIES = list("userVaultEquities", VaultEquity::read);
    public static final InfoShape<Long> MAX_BUILDER_FEE = new InfoShape<>("maxBuilderFee", Value::integer);

    // Not needed for trading: known by name, kept as they come.
    public static final InfoShape<JsonNode> SPOT_META = new InfoShape<>("spotMeta", Value::node);
    public static final InfoShape<JsonNode> SPOT_META_AND_ASSET_CTXS =
            new InfoShape<>("spotMetaAndAssetCtxs", Value::node);
    public static final InfoShape<JsonNode> SUB_ACCOUNTS = new InfoShape<>("subAccounts", Value::node);
    public static final InfoShape<JsonNode> REFERRAL = new InfoShape<>("referral", Value::node);
    public static final InfoShape<JsonNode> VAULT_DETAILS = new InfoShape<>("vaultDetails", Value::node);
    public static final InfoShape<JsonNode> DELEGATOR_HISTORY = new InfoShape<>("delegatorHistory", Value::node);
    public static final InfoShape<JsonNode> TWAP_HISTORY = new InfoShape<>("twapHistory", Value::node);

    private static final Map<String, InfoShape<?>> BY_TYPE = Stream.<InfoShape<?>>of(
                    META,
                    META_AND_ASSET_CTXS,
                    ALL_PERP_METAS,
                    PERP_DEXS,
                    PERPS_AT_OPEN_INTEREST_CAP,
                    MARGIN_TABLE,
                    MAX_MARKET_ORDER_NTLS,
                    EXCHANGE_STATUS,
                    ALL_MIDS,
                    L2_BOOK,
                    CANDLE_SNAPSHOT,
                    RECENT_TRADES,
                    FUNDING_HISTORY,
                    PREDICTED_FUNDINGS,
                    CLEARINGHOUSE_STATE,
                    SPOT_CLEARINGHOUSE_STATE,
                    USER_ABSTRACTION,
                    OPEN_ORDERS,
                    FRONTEND_OPEN_ORDERS,
                    ORDER_STATUS,
                    HISTORICAL_ORDERS,
                    USER_FILLS,
                    USER_FILLS_BY_TIME,
                    USER_TWAP_SLICE_FILLS,
                    USER_FUNDING,
                    USER_LEDGER_UPDATES,
                    USER_RATE_LIMIT,
                    USER_FEES,
                    ACTIVE_ASSET_DATA,
                    USER_ROLE,
                    EXTRA_AGENTS,
                    PORTFOLIO,
                    USER_VAULT_EQUITIES,
                    MAX_BUILDER_FEE,
                    SPOT_META,
                    SPOT_META_AND_ASSET_CTXS,
                    SUB_ACCOUNTS,
                    REFERRAL,
                    VAULT_DETAILS,
                    DELEGATOR_HISTORY,
                    TWAP_HISTORY)
            .collect(Collectors.toUnmodifiableMap(InfoShape::type, shape -> shape));

    private final String type;
    private final Function<Value, T> reader;

    private InfoShape(String type, Function<Value, T> reader) {
        this.type = type;
        this.reader = reader;
    }

    private static <E> InfoShape<List<E>> list(String type, Function<Value, E> element) {
        return new InfoShape<>(type, value -> value.list(element));
    }

    /// The kind of question of this name, if it is one.
    public static Optional<InfoShape<?>> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /// The `type` of the question.
    public String type() {
        return type;
    }

    /// @throws WireException where the answer is not of this shape
    public T read(JsonNode answer) {
        return read(Value.root(answer));
    }

    T read(Value answer) {
        return reader.apply(answer);
    }

    /// @throws WireException where the text is no JSON or the answer is not of this shape
    public T read(byte[] utf8) {
        return read(Json.parse(utf8));
    }

    public JsonNode write(T answer) {
        return Tree.node(answer);
    }
}
