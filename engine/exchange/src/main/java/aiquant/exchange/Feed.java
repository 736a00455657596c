package aiquant.exchange;

import aiquant.exchange.wire.ActiveAssetData;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Bbo;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.L2Book;
import aiquant.exchange.wire.MarketPayload;
import aiquant.exchange.wire.StatePayload;
import aiquant.exchange.wire.Subscription;
import aiquant.exchange.wire.Trades;
import aiquant.exchange.wire.UserPayload;
import java.util.Optional;
import java.util.Set;

/// Which stream a frame belongs to, as far as frames tell: two that differ only in their depth look alike.
///
/// @param detail coin, coin and interval, or dex; empty where the channel is one stream
record Feed(String channel, String detail) {
    /// Streams that say nothing until something happens.
    private static final Set<String> WITHOUT_SNAPSHOT =
            Set.of("orderUpdates", "userEvents", "notification", "trades", "webData3");

    private static final Set<String> OF_DEX = Set.of("clearinghouseState", "openOrders", "assetCtxs", "twapStates");

    static Feed of(Subscription subscription) {
        String type = subscription.type();
        String coin = subscription.argument("coin").orElse("");
        if (type.equals("userEvents")) {
            return new Feed("user", "");
        }
        if (type.equals("candle")) {
            return candle(coin, subscription.argument("interval").orElse(""));
        }
        return new Feed(
                type, OF_DEX.contains(type) ? subscription.argument("dex").orElse("") : coin);
    }

    /// Empty where it belongs to none: control frames, and a list that names no coin.
    static Optional<Feed> of(Frame frame) {
        String channel = frame.channel();
        return switch (frame.data()) {
            case Bbo bbo -> Optional.of(new Feed(channel, bbo.coin()));
            case Bar bar -> Optional.of(candle(bar.coin(), bar.interval()));
            case L2Book book -> Optional.of(new Feed(channel, book.coin()));
            case Trades trades ->
                trades.trades().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Feed(channel, trades.trades().getFirst().coin()));
            case ActiveAssetData data -> Optional.of(new Feed(channel, data.coin()));
            case MarketPayload.ActiveAssetCtx ctx -> Optional.of(new Feed("activeAssetCtx", ctx.coin()));
            case MarketPayload.AssetCtxs ctxs ->
                Optional.of(new Feed(channel, ctxs.dex().orElse("")));
            case UserPayload.StateUpdate state -> Optional.of(new Feed(channel, state.dex()));
            case StatePayload.TwapStates twaps ->
                Optional.of(new Feed(channel, twaps.dex().orElse("")));
            case UserPayload.OpenOrders orders -> Optional.of(new Feed(channel, orders.dex()));
            default -> Optional.of(new Feed(channel, ""));
        };
    }

    /// Whether data must come soon after the subscription.
    static boolean startsWithSnapshot(Subscription subscription) {
        return !WITHOUT_SNAPSHOT.contains(subscription.type());
    }

    private static Feed candle(String coin, String interval) {
        return new Feed("candle", coin + " " + interval);
    }
}
