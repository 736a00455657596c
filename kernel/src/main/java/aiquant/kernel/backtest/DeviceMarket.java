package aiquant.kernel.backtest;

import aiquant.kernel.device.MarketView;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.rule.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// What a backtest runs on as the flat arrays that kernels read through a [MarketView].
///
/// @param days UTC days inside the window
public record DeviceMarket(
        int[] ints,
        long[] longs,
        double[] doubles,
        int symbols,
        int words,
        int bars,
        int rows,
        int firstBar,
        int endBar,
        int days) {

    public static DeviceMarket of(BacktestData data) {
        return new Packing(data).pack();
    }

    private static final class Packing {
        private static final long HOUR_MS = 3_600_000L;

        private final BacktestData data;
        private final Market market;
        private final int symbols;
        private final int window;
        private final Table<int[]> ints = new Table<>();
        private final Table<long[]> longs = new Table<>();
        private final Table<double[]> doubles = new Table<>();
        private final int[] header = new int[MarketView.HEADER];
        private int days;

        Packing(BacktestData data) {
            this.data = data;
            market = data.market();
            symbols = market.symbolCount();
            window = data.barsInWindow();
        }

        DeviceMarket pack() {
            ints.add(header, header.length);
            longs.add(numbers(market.barCount(), market::time), market.barCount());
            doubles.add(market.close(), market.rowCount());
            header[27] = doubles.add(market.volume(), market.rowCount());
            main();
            finer(data.exitBars(), 15, 22, 28);
            header[17] = finer(data.entryBars(), 16, 23, 29);
            ticks();
            funding();
            book();
            int words = SignalTable.words(symbols);
            int[] sizes = {
                symbols,
                words,
                market.barCount(),
                data.firstBar(),
                data.endBar(),
                data.lookback(),
                days,
                market.indexOf("BTC"),
                market.indexOf("BTCUSDT"),
                (data.exitBars().isPresent() ? 1 : 0)
                        | (data.entryBars().isPresent() ? 2 : 0)
                        | (data.funding().isEmpty() ? 0 : 4)
            };
            System.arraycopy(sizes, 0, header, 0, sizes.length);
            return new DeviceMarket(
                    ints.joined(new int[ints.size]),
                    longs.joined(new long[longs.size]),
                    doubles.joined(new double[doubles.size]),
                    symbols,
                    words,
                    market.barCount(),
                    market.rowCount(),
                    data.firstBar(),
                    data.endBar(),
                    days);
        }

        private void main() {
            int[] latest = new int[Math.multiplyExact(market.barCount(), symbols)];
            Arrays.setAll(latest, i -> market.latest(i / symbols, i % symbols));
            header[10] = addInts(latest);
            int[] barOfRow = new int[market.rowCount()];
            Arrays.setAll(barOfRow, market::barOfRow);
            header[11] = addInts(barOfRow);
            int[] firstRow = new int[symbols + 1];
            Arrays.setAll(firstRow, market::firstRow);
            header[12] = addInts(firstRow);
            int[] flags = new int[symbols];
            Arrays.setAll(flags, i -> (market.isBtc(i) ? 1 : 0) | (market.isPaxg(i) ? 2 : 0));
            header[13] = addInts(flags);
            int[] day = new int[window];
            for (int i = 0; i < window; i++) {
                boolean isNew = i == 0 || DailyReturns.day(data.times()[i]) != DailyReturns.day(data.times()[i - 1]);
                days += isNew ? 1 : 0;
                day[i] = days - 1;
            }
            header[14] = addInts(day);
        }

        /// Tables of finer bars; returns where their first indexes by symbol stand.
        private int finer(SubBars bars, int fromSlot, int timeSlot, int closeSlot) {
            int[] first = new int[symbols + 1];
            int[] from = new int[(window + 1) * symbols];
            header[timeSlot] = longs.size;
            header[closeSlot] = doubles.size;
            for (int symbol = 0; symbol < symbols && bars.isPresent(); symbol++) {
                CandleSeries series = bars.series(symbol);
                int size = series == null ? 0 : series.size();
                first[symbol + 1] = first[symbol] + size;
                if (series == null) {
                    continue;
                }
                longs.add(series.openTimeMs(), size);
                doubles.add(series.close(), size);
                for (int i = 0; i <= window; i++) {
                    int bar = data.firstBar() + i;
                    from[i * symbols + symbol] = first[symbol]
                            + (i < window ? bars.from(bar, symbol) : window > 0 ? bars.to(bar - 1, symbol) : 0);
                }
            }
            header[fromSlot] = addInts(from);
            return addInts(first);
        }

        /// The distinct times of each main bar's finer entry bars.
        private void ticks() {
            int[] from = new int[window + 1];
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < window; i++) {
                TreeSet<Long> times = new TreeSet<>();
                int bar = data.firstBar() + i;
                for (int symbol = 0; symbol < symbols && data.entryBars().isPresent(); symbol++) {
                    int to = data.entryBars().to(bar, symbol);
                    for (int at = data.entryBars().from(bar, symbol); at < to; at++) {
                        times.add(data.entryBars().time(symbol, at));
                    }
                }
                all.addAll(times);
                from[i + 1] = all.size();
            }
            header[18] = addInts(from);
            header[24] = longs.add(numbers(all.size(), all::get), all.size());
        }

        private void funding() {
            int[] from = new int[window + 1];
            List<Long> hours = new ArrayList<>();
            for (int i = 0; i < window && !data.funding().isEmpty(); i++) {
                int bar = data.firstBar() + i;
                long ts = market.time(bar);
                long previous = bar == 0 ? ts : market.time(bar - 1);
                for (long hour = (Math.floorDiv(previous, HOUR_MS) + 1) * HOUR_MS; hour <= ts; hour += HOUR_MS) {
                    hours.add(hour);
                }
                from[i + 1] = hours.size();
            }
            header[19] = addInts(from);
            header[25] = longs.add(numbers(hours.size(), hours::get), hours.size());
            header[30] = doubles.size;
            int[] rates = new int[Math.multiplyExact(hours.size(), symbols)];
            int before = 0;
            for (int symbol = 0; symbol < symbols; symbol++) {
                FundingSeries series = data.funding().series(symbol);
                for (int hour = 0; hour < hours.size(); hour++) {
                    int index = FundingPayments.newest(series, hours.get(hour));
                    rates[hour * symbols + symbol] = index < 0 ? -1 : before + index;
                }
                if (series != null) {
                    doubles.add(series.rate(), series.rate().length);
                    before += series.rate().length;
                }
            }
            header[20] = addInts(rates);
        }

        private void book() {
            Books books = new Books(data, _ -> {});
            int[] flags = new int[symbols * 8];
            long[] times = new long[symbols * 4];
            double[] values = new double[1 + symbols * 7];
            values[0] = data.initialBalance();
            for (int i = 0; i < symbols; i++) {
                Position p = books.positions[i];
                var c = books.cooldowns[i];
                int[] f = {
                    p.side,
                    p.confidence,
                    p.hasTrailing ? 1 : 0,
                    p.adds,
                    p.isTp1Taken ? 1 : 0,
                    c.hasEntry ? 1 : 0,
                    c.hasExit ? 1 : 0,
                    0
                };
                long[] t = {p.openMs, p.lastAddMs, c.entryMs, c.exitMs};
                double[] v = {p.entry, p.size, p.margin, p.leverage, p.entryAtr, p.entryAdxThreshold, p.trailing};
                System.arraycopy(f, 0, flags, i * 8, 8);
                System.arraycopy(t, 0, times, i * 4, 4);
                System.arraycopy(v, 0, values, 1 + i * 7, 7);
            }
            header[21] = addInts(flags);
            header[26] = longs.add(times, times.length);
            header[31] = doubles.add(values, values.length);
        }

        private int addInts(int[] table) {
            return ints.add(table, table.length);
        }

        private static long[] numbers(int count, java.util.function.IntToLongFunction of) {
            long[] numbers = new long[count];
            Arrays.setAll(numbers, of);
            return numbers;
        }
    }

    /// Arrays to be laid one after the other.
    private static final class Table<A> {
        private final List<A> parts = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private int size;

        /// Where the array will begin.
        int add(A array, int length) {
            parts.add(array);
            lengths.add(length);
            int at = size;
            size = Math.addExact(size, length);
            return at;
        }

        @SuppressWarnings("SuspiciousSystemArraycopy") // all are arrays of one primitive type
        A joined(A into) {
            int at = 0;
            for (int i = 0; i < parts.size(); i++) {
                System.arraycopy(parts.get(i), 0, into, at, lengths.get(i));
                at += lengths.get(i);
            }
            return into;
        }
    }
}
