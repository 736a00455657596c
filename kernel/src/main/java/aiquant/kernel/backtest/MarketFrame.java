package aiquant.kernel.backtest;

import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Breadth;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Main candles of all symbols on one timeline, with every indicator already computed.
///
/// Depends on the candles and the indicator parameters only, so that many configurations can share one frame. Read-only
/// after construction; may be read from many threads.
public final class MarketFrame {
    private final Symbol[] symbols;
    private final boolean[] isBtc;
    private final boolean[] isPaxg;
    private final Optional<Interval> interval;
    private final long[] timeline;
    private final int[] rows;
    private final SnapshotTable table;
    private final double[] breadth;
    private final int[] btc;

    /// @param candles one series per symbol
    /// @throws IllegalArgumentException if a symbol appears twice or intervals differ
    public MarketFrame(List<CandleSeries> candles, StrategyParams params) {
        CandleSeries[] series = candles.stream()
                .sorted(Comparator.comparing(CandleSeries::symbol))
                .toArray(CandleSeries[]::new);
        symbols = Arrays.stream(series).map(CandleSeries::symbol).toArray(Symbol[]::new);
        interval = Arrays.stream(series).map(CandleSeries::interval).findFirst();
        check(series);
        isBtc = flags("BTC");
        isPaxg = flags("PAXG");
        timeline = Arrays.stream(series)
                .flatMapToLong(one -> Arrays.stream(one.openTimeMs()))
                .sorted()
                .distinct()
                .toArray();
        rows = new int[timeline.length * symbols.length];
        Arrays.fill(rows, -1);
        table = new SnapshotTable(
                Arrays.stream(series).mapToInt(CandleSeries::size).sum());
        breadth = new double[timeline.length];
        btc = new int[timeline.length];
        computeIndicators(series, params);
        computeMarket();
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

    private void computeIndicators(CandleSeries[] series, StrategyParams params) {
        int row = 0;
        for (int s = 0; s < series.length; s++) {
            IndicatorBank bank = new IndicatorBank(params);
            CandleSeries candles = series[s];
            int bar = 0;
            for (int i = 0; i < candles.size(); i++) {
                long time = candles.openTimeMs()[i];
                while (timeline[bar] != time) {
                    bar++;
                }
                bank.update(
                        time,
                        candles.open()[i],
                        candles.high()[i],
                        candles.low()[i],
                        candles.close()[i],
                        candles.volume()[i]);
                table.store(row, bank.latest());
                rows[bar * symbols.length + s] = row;
                row++;
            }
        }
    }

    /// BTC's direction and the market's breadth at each time, from the bars before it.
    private void computeMarket() {
        int[] latest = new int[symbols.length];
        int[] seen = new int[symbols.length];
        Arrays.fill(latest, -1);
        int leader = leader();
        int spare = indexOf("BTCUSDT");
        for (int bar = 0; bar < timeline.length; bar++) {
            int counted = 0;
            int rising = 0;
            for (int s = 0; s < symbols.length; s++) {
                if (seen[s] >= 2) {
                    counted++;
                    rising += table.emaFast(latest[s]) > table.emaSlow(latest[s]) ? 1 : 0;
                }
            }
            breadth[bar] = Breadth.percent(rising, counted);
            btc[bar] = direction(leader, latest);
            if (btc[bar] == Gates.BTC_UNKNOWN) {
                btc[bar] = direction(spare, latest);
            }
            for (int s = 0; s < symbols.length; s++) {
                int row = row(bar, s);
                if (row >= 0) {
                    latest[s] = row;
                    seen[s]++;
                }
            }
        }
    }

    private int leader() {
        return indexOf("BTC");
    }

    private int indexOf(String name) {
        for (int i = 0; i < symbols.length; i++) {
            if (symbols[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int direction(int symbol, int[] latest) {
        if (symbol < 0 || latest[symbol] < 0) {
            return Gates.BTC_UNKNOWN;
        }
        return Breadth.direction(table.close(latest[symbol]), table.emaSlow(latest[symbol]));
    }

    /// How many symbols; they are numbered in byte order.
    public int symbolCount() {
        return symbols.length;
    }

    public Symbol symbol(int number) {
        return symbols[number];
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

    /// How many candles, all symbols together.
    public int rowCount() {
        return table.size();
    }

    /// The row of a symbol's bar, or −1 when it has none at this time.
    int row(int bar, int symbol) {
        return rows[bar * symbols.length + symbol];
    }

    double close(int row) {
        return table.close(row);
    }

    void load(int row, IndicatorSnapshot into) {
        table.load(row, into);
    }

    double breadth(int bar) {
        return breadth[bar];
    }

    int btc(int bar) {
        return btc[bar];
    }
}
