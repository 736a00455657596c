package aiquant.kernel.backtest;

import aiquant.kernel.rule.Signal;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Confidence;
import aiquant.kernel.strategy.Strategies;
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
        return run(new BacktestData(input), Strategies.of(input.params(), input.own(), profile));
    }

    /// The same on data made ready before, with one strategy for all symbols.
    public static BacktestResult run(BacktestData data, CompiledStrategy strategy) {
        return run(data, Strategies.of(strategy));
    }

    /// The same on data made ready before.
    public static BacktestResult run(BacktestData data, Strategies strategies) {
        MarketFrames frames = new MarketFrames(new SeriesCache(data.market(), Long.MAX_VALUE), strategies);
        Lineup lineup = new Lineup(strategies, data.market());
        SignalTable signals = new SignalTable(frames, lineup, data, new SignalScan());
        TradeLog log = new TradeLog(data, lineup);
        Books books = new Books(data, log);
        new Replay(data, lineup, frames, signals, books).run();
        return new BacktestResult(
                report(lineup, log, books, signals), log.trades(), records(frames, signals), curve(data, books));
    }

    static BacktestReport report(Lineup lineup, TradeLog log, Books books, SignalTable signals) {
        double slippageBps = lineup.common().rules().slippageBps;
        return new ReportBuilder(books.initialBalance(), books.account.balance, slippageBps)
                .build(log.trades(), signals.size(), books.statistics(), books.counts);
    }

    private static List<SignalRecord> records(MarketFrames frames, SignalTable signals) {
        List<SignalRecord> records = new ArrayList<>(signals.size());
        Market market = frames.market();
        Signal signal = new Signal();
        for (int i = 0; i < signals.size(); i++) {
            int row = signals.row(i);
            int symbol = market.symbolOfRow(row);
            MarketFrame frame = frames.of(symbol);
            signals.load(i, signal);
            records.add(new SignalRecord(
                    market.time(market.barOfRow(row)),
                    market.symbol(symbol),
                    signal.side > 0,
                    Confidence.of(signal.confidence),
                    frame.close[row],
                    frame.adx[row],
                    frame.rsi[row],
                    frame.atr[row]));
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
