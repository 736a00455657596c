package aiquant.exchange;

import aiquant.exchange.wire.AllMids;
import aiquant.exchange.wire.Bar;
import aiquant.exchange.wire.Bbo;
import aiquant.exchange.wire.Frame;
import aiquant.exchange.wire.L2Book;
import aiquant.exchange.wire.MarketPayload;
import aiquant.exchange.wire.Trades;

/// Hands the frames of a [VenueSocket] to a [MarketHandler] by their kind; what is no market data is passed over.
public record MarketSocket(MarketHandler handler) implements SocketHandler {

    @Override
    public void opened(long epoch) {
        handler.opened(epoch);
    }

    @Override
    public void frame(long epoch, long receivedNanos, Frame frame) {
        switch (frame.data()) {
            case AllMids mids -> handler.mids(epoch, receivedNanos, mids);
            case Bbo bbo -> handler.bbo(epoch, receivedNanos, bbo);
            case Bar bar -> handler.bar(epoch, receivedNanos, bar);
            case Trades trades -> handler.trades(epoch, receivedNanos, trades);
            case L2Book book -> handler.book(epoch, receivedNanos, book);
            case MarketPayload.ActiveAssetCtx ctx -> handler.ctx(epoch, receivedNanos, ctx);
            default -> {}
        }
    }

    @Override
    public void problem(long epoch, SocketProblem problem) {
        handler.problem(epoch, problem);
    }

    @Override
    public void closed(long epoch, String reason) {
        handler.closed(epoch, reason);
    }
}
