package aiquant.engine;

import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The engine as a screen or an operator's command sees it. All methods may be called from any thread.
public interface EngineClient {

    /// The newest view; never waits.
    EngineView view();

    /// Calls `listener` on the engine's thread after every change, at most some sixty times a second, the last change
    /// always included. The listener must not block. The current view arrives at once, on the calling thread.
    Pin subscribe(Consumer<EngineView> listener);

    /// Hands a command over; the future completes once it is recorded or refused.
    CompletableFuture<CommandResult> send(EngineCommand command);

    /// The bars of `symbol` from bar number `fromBar` (0 is the oldest kept) to the newest, with what the strategy saw
    /// and did there. Cheap enough for every frame.
    ChartSlice chart(Symbol symbol, int fromBar);

    /// Ledger entries older than `beforeSequence`, newest first, at most `limit`.
    List<LedgerLine> ledger(long beforeSequence, int limit);

    /// Ends a subscription. Closing twice is harmless.
    interface Pin extends AutoCloseable {
        @Override
        void close();
    }

    /// Columns of equal length; `fills` are those of the bars in the slice. NaN where a level did not exist.
    ///
    /// @param fromBar  number of the first bar in the slice
    /// @param total    number of bars kept for this symbol, all slices together
    /// @param stop     the strategy's stop while a position was open
    /// @param trailing its trailing stop
    /// @param target   its full target
    record ChartSlice(
            int fromBar,
            int total,
            long[] timeMs,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            double[] emaFast,
            double[] emaSlow,
            double[] stop,
            double[] trailing,
            double[] target,
            List<EngineView.TradeRow> fills) {}

    /// One raw entry of the ledger; `body` is JSON.
    record LedgerLine(long sequence, long atMs, String kind, String body, String hash) {}
}
