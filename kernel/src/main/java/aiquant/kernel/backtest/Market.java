package aiquant.kernel.backtest;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Main candles of all symbols on one timeline, whatever the parameters.
///
/// A row is one candle: all of the first symbol's in time order, then the second's, and so on. Read-only after
/// construction; may be read from many threads.
public final class Market {
    private final Symbol[] symbols;
    private final boolean[] isBtc;
    private final boolean[] isPaxg;
    private final Optional<Interval> interval;
    private final long[] timeline;
    private final int[] firstRow;
    private final int[] latest;
    private final int[] barOfRow;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    /// @param candles one series per symbol
    /// @throws IllegalArgumentException if a symbol appears twice or intervals differ
    public Market(List<CandleSeries> candles) {
        CandleSeries[] series = candles.stream()
                .sorted(Comparator.comparing(CandleSeries::symbol))
                .toArray(CandleSeries[]::new);
        symbols = Arrays.stream(series).map(CandleSeries::symbol).toArray(Symbol[]::new);
        interval = Arrays.stream(series).map(CandleSeries::interval).findFirst();
        check(series);
        isBtc = flags("BTC");
        isPaxg = flags("PAXG");
        timeline = timeline(series);
        firstRow = new int[series.length + 1];
        for (int s = 0; s < series.length; s++) {
            firstRow[s + 1] = Math.addExact(firstRow[s], series[s].size());
        }
        int rows = firstRow[series.length];
        barOfRow = new int[rows];
        high = new double[rows];
        low = new double[rows];
        close = new double[rows];
        volume = new double[rows];
        latest = new int[Math.multiplyExact(timeline.length, series.length)];
        for (int s = 0; s < series.length; s++) {
            place(s, series[s]);
        }
    }

    private void check(CandleSeries[] series) {
        for (int i = 1; i < series.length; i++) {
            if (symbols[i].equals(symbols[i - 1])) {
                throw new IllegalArgumentException("candles of " + symbols[i] + " are given twice");
            }
            if (series[i].interval() != series[0].interval()) {
                throw new IllegalArgumentException("candles of " + symbols[i] + " have interval " + series[i].interval()
                        + ", those of " + symbols[0] + " " + series[0].interval());
            }
        }
    }

    private boolean[] flags(String name) {
        boolean[] flags = new boolean[symbols.length];
        for (int i = 0; i < symbols.length; i++) {
            flags[i] = symbols[i].name().toUpperCase(Locale.ROOT).equals(name);
        }
        return flags;
    }

    /// All open times, each once. Symbols mostly share their times, so merging them one by one is cheap.
    private static long[] timeline(CandleSeries[] series) {
        long[] times = new long[0];
        for (CandleSeries one : series) {
            times = union(times, one.openTimeMs());
        }
        return times;
    }

    static long[] union(long[] a, long[] b) {
        if (a.length == 0 || Arrays.equals(a, b)) {
            return b;
        }
        long[] both = new long[a.length + b.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean isFirst = j == b.length || (i < a.length && a[i] <= b[j]);
            long time = isFirst ? a[i++] : b[j++];
            if (n == 0 || both[n - 1] != time) {
                both[n++] = time;
            }
        }
        return Arrays.copyOf(both, n);
    }

    private void place(int s, CandleSeries candles) {
        int n = candles.size();
        int from = firstRow[s];
        System.arraycopy(candles.high(), 0, high, from, n);
        System.arraycopy(candles.low(), 0, low, from, n);
        System.arraycopy(candles.close(), 0, close, from, n);
        System.arraycopy(candles.volume(), 0, volume, from, n);
        long[] times = candles.openTimeMs();
        int next = 0;
        for (int bar = 0; bar < timeline.length; bar++) {
            if (next < n && times[next] == timeline[bar]) {
                barOfRow[from + next] = bar;
                next++;
            }
            latest[bar * symbols.length + s] = next == 0 ? -1 : from + next - 1;
        }
    }

    /// How many symbols; they are numbered in byte order.
    public int symbolCount() {
        return symbols.length;
    }

    public Symbol symbol(int number) {
        return symbols[number];
    }

    /// The number of the symbol with exactly this name, or −1.
    int indexOf(String name) {
        for (int i = 0; i < symbols.length; i++) {
            if (symbols[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    boolean isBtc(int symbol) {
        return isBtc[symbol];
    }

    boolean isPaxg(int symbol) {
        return isPaxg[symbol];
    }

    /// The interval of the candles; empty when there are none.
    public Optional<Interval> interval() {
        return interval;
    }

    /// How many distinct open times.
    public int barCount() {
        return timeline.length;
    }

    public long time(int bar) {
        return timeline[bar];
    }

    /// The first bar at or after `timeMs`; [#barCount] when there is none.
    public int barFrom(long timeMs) {
        int index = Arrays.binarySearch(timeline, timeMs);
        return index >= 0 ? index : -index - 1;
    }

    /// How many bars lie at or before `timeMs`.
    public int barsUntil(long timeMs) {
        return timeMs == Long.MAX_VALUE ? timeline.length : barFrom(timeMs + 1);
    }

    /// How many candles, all symbols together.
    public int rowCount() {
        return close.length;
    }

    /// A symbol's first row; the next symbol's is where its own end.
    int firstRow(int symbol) {
        return firstRow[symbol];
    }

    /// Numbers of the symbols, those with the most rows first.
    int[] bySize() {
        return IntStream.range(0, symbols.length)
                .boxed()
                .sorted(Comparator.comparingInt(s -> firstRow[s] - firstRow[s + 1]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int symbolOfRow(int row) {
        int index = Arrays.binarySearch(firstRow, row);
        int symbol = index >= 0 ? index : -index - 2;
        while (firstRow[symbol + 1] == firstRow[symbol]) {
            symbol++;
        }
        return symbol;
    }

    int barOfRow(int row) {
        return barOfRow[row];
    }

    /// The symbol's newest row at or before the bar, or −1.
    int latest(int bar, int symbol) {
        return bar < 0 ? -1 : latest[bar * symbols.length + symbol];
    }

    /// The row of the symbol's candle at the bar, or −1 when it has none at this time.
    int row(int bar, int symbol) {
        int row = latest[bar * symbols.length + symbol];
        return row >= 0 && barOfRow[row] == bar ? row : -1;
    }

    double close(int row) {
        return close[row];
    }

    // Shared, read-only.
    double[] high() {
        return high;
    }

    double[] low() {
        return low;
    }

    double[] close() {
        return close;
    }

    double[] volume() {
        return volume;
    }
}
