package aiquant.kernel.backtest;

import aiquant.kernel.strategy.CompiledStrategy;
import java.util.Optional;

/// Replays stored candles through the rules and reports what came of it.
public final class Backtest {

    private Backtest() {}

    /// Runs `input` from its first to its last bar. Same input, same result to the last bit.
    ///
    /// @throws IllegalArgumentException if the parameters contradict themselves or name an unknown behaviour
    public static BacktestResult run(BacktestInput input) {
        return run(input, Optional.empty());
    }

    /// The same with the behaviour profile named from outside.
    public static BacktestResult run(BacktestInput input, Optional<String> profile) {
        CompiledStrategy strategy = CompiledStrategy.of(input.params(), profile);
        return run(input, strategy, new MarketFrame(input.candles(), strategy.params()));
    }

    /// The same on a frame that was computed before, with the same candles and indicator parameters.
    public static BacktestResult run(BacktestInput input, CompiledStrategy strategy, MarketFrame market) {
        Books books = new Books(input, strategy.rules(), market);
        new Replay(input, strategy, market, books).run();
        return books.result();
    }
}
