package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/// Looks for decisions that could only have been taken by knowing what came later.
///
/// The replay is repeated on the data up to a main bar. To that bar belong the finer bars up to the next main bar, so
/// they stay; of the next main bar only its time is known, as on a calendar; later candles and funding after the cut
/// go. Whatever the shorter run does before it closes its positions at its end must then be, to the last bit, how the
/// whole run begins.
public final class LookAhead {
    private final BacktestInput input;
    private final BacktestResult whole;
    private final Function<BacktestInput, BacktestResult> replay;
    private final long[] times;

    /// @param whole  what `replay` made of the whole input
    /// @param replay the run that is under suspicion
    public LookAhead(BacktestInput input, BacktestResult whole, Function<BacktestInput, BacktestResult> replay) {
        this.input = input;
        this.whole = whole;
        this.replay = replay;
        times = input.candles().stream()
                .flatMapToLong(series -> Arrays.stream(series.openTimeMs()))
                .sorted()
                .distinct()
                .toArray();
    }

    /// The window's first bar and up to `count` more spread evenly over it, its last one left out: main bars after
    /// which something was still to come.
    public long[] cuts(int count) {
        long[] inside = Arrays.stream(times)
                .filter(time -> time >= input.fromMs() && time <= input.toMs())
                .toArray();
        int cuttable = inside.length - 1;
        return LongStream.rangeClosed(0, count)
                .map(i -> i * (cuttable - 1) / Math.max(1, count))
                .filter(i -> cuttable > 0)
                .distinct()
                .map(i -> inside[(int) i])
                .toArray();
    }

    /// Compares the run on the data up to the main bar at `cutMs` with the whole run.
    ///
    /// @return the first difference, in words
    public Optional<String> at(long cutMs) {
        long nextMs = next(cutMs);
        BacktestResult beginning = replay.apply(until(cutMs, nextMs));
        return difference(
                        "trade",
                        beginning.trades().stream().filter(LookAhead::isDecided).toList(),
                        whole.trades(),
                        trade -> isDecided(trade) && !isLater(trade, cutMs, nextMs))
                .or(() ->
                        difference("signal", beginning.signals(), whole.signals(), signal -> signal.timeMs() < nextMs))
                .or(() -> difference("equity", beginning.equity(), whole.equity(), point -> point.timeMs() <= cutMs));
    }

    private long next(long cutMs) {
        int index = Arrays.binarySearch(times, cutMs);
        if (index < 0) {
            throw new IllegalArgumentException("there is no main bar at " + cutMs);
        }
        return index + 1 < times.length ? times[index + 1] : Long.MAX_VALUE;
    }

    private BacktestInput until(long cutMs, long nextMs) {
        return new BacktestInput(
                input.params(),
                input.own(),
                input.candles().stream()
                        .map(series -> withoutContent(series.between(Long.MIN_VALUE, nextMs), nextMs))
                        .toList(),
                input.exitCandles().map(series -> until(series, nextMs)),
                input.entryCandles().map(series -> until(series, nextMs)),
                input.funding().stream().map(rates -> until(rates, cutMs)).toList(),
                input.initialBalance(),
                input.lookback(),
                input.fromMs(),
                Math.min(input.toMs(), cutMs),
                input.initialState());
    }

    /// The same bars, the one at `timeMs` with prices and volume that tell nothing.
    private static CandleSeries withoutContent(CandleSeries series, long timeMs) {
        int last = series.size() - 1;
        if (last < 0 || series.openTimeMs()[last] != timeMs) {
            return series;
        }
        return new CandleSeries(
                series.symbol(),
                series.interval(),
                series.openTimeMs(),
                withLast(series.open(), 1.0),
                withLast(series.high(), 1.0),
                withLast(series.low(), 1.0),
                withLast(series.close(), 1.0),
                withLast(series.volume(), 0.0));
    }

    private static double[] withLast(double[] column, double value) {
        double[] copy = column.clone();
        copy[copy.length - 1] = value;
        return copy;
    }

    private static List<CandleSeries> until(List<CandleSeries> all, long lastMs) {
        return all.stream()
                .map(series -> series.between(Long.MIN_VALUE, lastMs))
                .toList();
    }

    private static FundingSeries until(FundingSeries rates, long lastMs) {
        int count = (int)
                Arrays.stream(rates.timeMs()).filter(time -> time <= lastMs).count();
        return new FundingSeries(
                rates.symbol(), Arrays.copyOf(rates.timeMs(), count), Arrays.copyOf(rates.rate(), count));
    }

    /// The close at the end of the data is no decision.
    private static boolean isDecided(TradeRecord trade) {
        return trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST;
    }

    /// Funding is settled by the bar after the hour; everything else happens at its bar or on that bar's finer bars.
    private static boolean isLater(TradeRecord trade, long cutMs, long nextMs) {
        return trade.timeMs() >= nextMs || (trade.action().equals("FUNDING") && trade.timeMs() > cutMs);
    }

    /// @param isDue whether an entry of the whole run must already be in its beginning
    private static <T> Optional<String> difference(String what, List<T> beginning, List<T> whole, Predicate<T> isDue) {
        for (int i = 0; i < beginning.size(); i++) {
            if (i >= whole.size() || !beginning.get(i).equals(whole.get(i))) {
                return Optional.of(what + " " + (i + 1) + " is " + (i < whole.size() ? whole.get(i) : "missing")
                        + " in the whole run but " + beginning.get(i) + " without the later bars");
            }
        }
        if (beginning.size() < whole.size() && isDue.test(whole.get(beginning.size()))) {
            return Optional.of(what + " " + (beginning.size() + 1) + " is " + whole.get(beginning.size())
                    + " in the whole run but missing without the later bars");
        }
        return Optional.empty();
    }
}
