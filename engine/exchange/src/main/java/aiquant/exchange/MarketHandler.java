package aiquant.exchange;

import aiquant.exchange.wire.AllMids;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Bbo;
import aiquant.exchange.wire.L2Book;
import aiquant.exchange.wire.MarketPayload;
import aiquant.exchange.wire.Trades;

/// Takes market data, under the rules of [SocketHandler].
public interface MarketHandler {

    void opened(long epoch);

    void closed(long epoch, String reason);

    void problem(long epoch, SocketProblem problem);

    void mids(long epoch, long receivedNanos, AllMids mids);

    void bbo(long epoch, long receivedNanos, Bbo bbo);

    /// The same candle comes again with new values while it is open; none says that it is closed.
    void bar(long epoch, long receivedNanos, Bar bar);

    /// The first of an epoch repeat what was traded before.
    default void trades(long epoch, long receivedNanos, Trades trades) {}

    default void book(long epoch, long receivedNanos, L2Book book) {}

    default void ctx(long epoch, long receivedNanos, MarketPayload.ActiveAssetCtx ctx) {}
}
