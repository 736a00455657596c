package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.InitialState;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Cuts a backtest's input to a window of time.
final class Windows {

    private Windows() {}

    /// Main candles from the beginning to `toMs`, everything finer from `fromMs` to `toMs`; nothing later is left.
    ///
    /// The window starts with the initial balance and without positions.
    static BacktestInput cut(BacktestInput whole, long fromMs, long toMs) {
        return new BacktestInput(
                whole.params(),
                whole.own(),
                inside(whole.candles(), Long.MIN_VALUE, toMs),
                whole.exitCandles().map(finer -> inside(finer, fromMs, toMs)),
                whole.entryCandles().map(finer -> inside(finer, fromMs, toMs)),
                whole.funding().stream().map(one -> inside(one, fromMs, toMs)).toList(),
                whole.initialState().map(InitialState::balance).orElse(whole.initialBalance()),
                whole.lookback(),
                fromMs,
                toMs,
                Optional.empty());
    }

    private static List<CandleSeries> inside(List<CandleSeries> series, long fromMs, long toMs) {
        return series.stream().map(one -> one.between(fromMs, toMs)).toList();
    }

    private static FundingSeries inside(FundingSeries series, long fromMs, long toMs) {
        int from = lowerBound(series.timeMs(), fromMs);
        int to = Math.max(from, lowerBound(series.timeMs(), toMs + 1));
        return new FundingSeries(
                series.symbol(),
                Arrays.copyOfRange(series.timeMs(), from, to),
                Arrays.copyOfRange(series.rate(), from, to));
    }

    private static int lowerBound(long[] times, long timeMs) {
        int index = Arrays.binarySearch(times, timeMs);
        return index >= 0 ? index : -index - 1;
    }
}
