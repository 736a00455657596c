package aiquant.kernel.backtest;

import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Confidence;
import java.util.ArrayList;
import java.util.List;
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
        return run(new BacktestData(input), strategy);
    }

    /// The same on data made ready before.
    public static BacktestResult run(BacktestData data, CompiledStrategy strategy) {
        MarketFrame frame = new MarketFrame(new SeriesCache(data.market(), Long.MAX_VALUE), strategy.params());
        SignalTable signals = new SignalTable(frame, strategy.rules(), data, new SignalTable.Scratch());
        TradeLog log = new TradeLog(data, strategy.rules());
        Books books = new Books(data, log);
        new Replay(data, strategy, frame, signals, books).run();
        return new BacktestResult(
                report(strategy, log, books, signals), log.trades(), records(frame, signals), curve(data, books));
    }

    static BacktestReport report(CompiledStrategy strategy, TradeLog log, Books books, SignalTable signals) {
        return new ReportBuilder(books.initialBalance(), books.account.balance, strategy.rules().slippageBps)
                .build(log.trades(), signals.size(), books.statistics(), books.counts);
    }

    private static List<SignalRecord> records(MarketFrame frame, SignalTable signals) {
        List<SignalRecord> records = new ArrayList<>(signals.size());
        Market market = frame.market();
        IndicatorSnapshot s = new IndicatorSnapshot();
        Signal signal = new Signal();
        for (int i = 0; i < signals.size(); i++) {
            int row = signals.row(i);
            int symbol = market.symbolOfRow(row);
            frame.load(row, market.firstRow(symbol), s);
            signals.load(i, signal);
            records.add(new SignalRecord(
                    market.time(market.barOfRow(row)),
                    market.symbol(symbol),
                    signal.side > 0,
                    Confidence.of(signal.confidence),
                    s.close,
                    s.adx,
                    s.rsi,
                    s.atr));
        }
        return records;
    }

    private static List<EquityPoint> curve(BacktestData data, Books books) {
        List<EquityPoint> curve = new ArrayList<>(data.times().length);
        for (int i = 0; i < data.times().length; i++) {
            curve.add(new EquityPoint(data.times()[i], books.equity()[i]));
        }
        return curve;
    }
}
