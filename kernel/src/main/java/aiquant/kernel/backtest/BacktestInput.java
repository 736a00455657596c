package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a replay runs on.
///
/// Main candles are given in full, also before `fromMs`, to warm the indicators; exit and entry candles and funding are
/// those inside the window. Bounds are inclusive; `Long.MIN_VALUE` and `Long.MAX_VALUE` mean "no bound".
///
/// @param own          parameters of symbols that have some of their own; the others follow `params`
/// @param exitCandles  finer bars for exits; empty means none were supplied
/// @param entryCandles finer bars for entries; empty means none were supplied
/// @param initialState balance, positions and cooldowns to start from, in place of `initialBalance`
public record BacktestInput(
        StrategyParams params,
        Map<Symbol, StrategyParams> own,
        List<CandleSeries> candles,
        Optional<List<CandleSeries>> exitCandles,
        Optional<List<CandleSeries>> entryCandles,
        List<FundingSeries> funding,
        double initialBalance,
        int lookback,
        long fromMs,
        long toMs,
        Optional<InitialState> initialState) {

    public BacktestInput {
        own = Map.copyOf(own);
        candles = List.copyOf(candles);
        exitCandles = exitCandles.map(List::copyOf);
        entryCandles = entryCandles.map(List::copyOf);
        funding = List.copyOf(funding);
        if (!(initialBalance > 0)) {
            throw new IllegalArgumentException("initial balance must be positive: " + initialBalance);
        }
    }

    /// The same parameters for all symbols.
    public BacktestInput(
            StrategyParams params,
            List<CandleSeries> candles,
            Optional<List<CandleSeries>> exitCandles,
            Optional<List<CandleSeries>> entryCandles,
            List<FundingSeries> funding,
            double initialBalance,
            int lookback,
            long fromMs,
            long toMs,
            Optional<InitialState> initialState) {
        this(
                params,
                Map.of(),
                candles,
                exitCandles,
                entryCandles,
                funding,
                initialBalance,
                lookback,
                fromMs,
                toMs,
                initialState);
    }

    /// Every symbol's strategy once `change` was made to its parameters.
    ///
    /// @throws IllegalArgumentException if values contradict each other or a profile names unknown behaviours
    public Strategies strategies(UnaryOperator<StrategyParams> change) {
        return Strategies.changed(params, own, change);
    }

    /// Main bars only, whole period.
    public static BacktestInput of(
            StrategyParams params, List<CandleSeries> candles, double initialBalance, int lookback) {
        return new BacktestInput(
                params,
                candles,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                initialBalance,
                lookback,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty());
    }
}
