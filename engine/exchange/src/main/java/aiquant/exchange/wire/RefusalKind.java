package aiquant.exchange.wire;

import java.util.Locale;

/// Why the exchange refused, as far as its words are known.
public enum RefusalKind {
    TICK("price must be divisible by tick size"),
    BAD_PRICE("order has invalid price"),
    BAD_SIZE("order has invalid size"),
    ZERO_SIZE("order has zero size"),
    MIN_TRADE_NTL("order must have minimum value"),
    PERP_MARGIN("insufficient margin to place order"),
    REDUCE_ONLY("reduce only order would increase position"),
    BAD_ALO_PX("post only order would have immediately matched"),
    IOC_CANCEL("order could not immediately match"),
    BAD_TRIGGER_PX("invalid tp/sl price"),
    NO_LIQUIDITY("no liquidity available for market order"),
    OPEN_INTEREST_CAP("order would increase open interest while open interest is capped"),
    AGGRESSIVE_AT_OPEN_INTEREST_CAP("order rejected due to price more aggressive than oracle"),
    OPEN_INTEREST_SPEED("order would increase open interest too quickly"),
    SPOT_BALANCE("order has insufficient spot balance"),
    ORACLE_DISTANCE("order price too far from oracle"),
    MAX_POSITION("order would cause position to exceed margin tier limit"),
    TOO_MANY_OPEN_ORDERS("too many open orders"),
    PRICE_DISTANCE("order price cannot be more than"),
    /// The order to cancel is gone: filled, canceled, or never there. Ask for its status.
    GONE("order was never placed, already canceled, or filled"),
    LEVERAGE_TYPE("cannot switch leverage type"),
    CROSS_NOT_ALLOWED("cross margin is not allowed"),
    NOT_ISOLATED("position does not use isolated margin"),
    LEVERAGE_MARGIN("margin available to decrease leverage"),
    TWAP_DURATION("invalid twap duration"),
    BUILDER_FEE("builder fee has not been approved"),
    /// Not the signer the exchange knows: wrong bytes were hashed, or the agent is no longer approved.
    UNKNOWN_SIGNER("user or api wallet"),
    MUST_DEPOSIT("must deposit before performing actions"),
    UNRECOVERABLE_SIGNER("unable to recover signer"),
    DUPLICATE_NONCE("invalid nonce: duplicate nonce"),
    BAD_NONCE("invalid nonce"),
    UNKNOWN_VAULT("vault not registered"),
    /// The address has used up its actions; its limit grows with traded volume.
    ADDRESS_LIMIT("too many cumulative requests sent"),
    SCHEDULE_VOLUME("cannot set scheduled cancel time until enough volume traded"),
    POST_ONLY_WINDOW("only post-only orders allowed"),
    EXPIRED("expire"),
    /// Words this program does not know.
    OTHER("");

    private final String words;

    RefusalKind(String words) {
        this.words = words;
    }

    /// Prefixes and suffixes come and go, so the known words may stand anywhere in the text.
    public static RefusalKind of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (RefusalKind kind : values()) {
            if (lower.contains(kind.words)) {
                return kind;
            }
        }
        return OTHER;
    }
}
