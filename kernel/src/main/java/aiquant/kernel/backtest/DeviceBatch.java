package aiquant.kernel.backtest;

import aiquant.kernel.device.Frame;
import aiquant.kernel.device.TradeKernel;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.RuleParams;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.Strategies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Configurations as the arrays that kernels read, with the shared series they need.
///
/// All configurations have parameters of their own for the same symbols: the common strategy is group 0, each such
/// symbol
/// a group more.
public final class DeviceBatch {
    /// Slots of the selection, per group, that hold numbers of series.
    public static final int SERIES = 12;

    private final BacktestData data;
    private final Map<SeriesKey, Integer> series = new LinkedHashMap<>();
    private final Map<SeriesKey, Integer> breadths = new LinkedHashMap<>();
    private final int size;
    private final int groups;
    private final int[] groupOf;
    private final int[] selection;
    private final int[] breadthOf;
    private final int[] modes;
    private final long[] entryLengthMs;
    private final RuleParams[][] rules;

    /// @throws IllegalArgumentException if not all configurations name the same symbols
    public DeviceBatch(BacktestData data, List<Strategies> configurations) {
        this.data = data;
        Market market = data.market();
        Set<Symbol> own = configurations.stream().findFirst().map(this::own).orElse(Set.of());
        size = configurations.size();
        groups = 1 + own.size();
        groupOf = new int[market.symbolCount()];
        int group = 1;
        for (Symbol symbol : own) {
            groupOf[market.indexOf(symbol.name())] = group++;
        }
        selection = new int[groups * Frame.SLOTS * size];
        breadthOf = new int[size];
        modes = new int[size];
        entryLengthMs = new long[size];
        rules = new RuleParams[size][groups];
        for (int i = 0; i < size; i++) {
            add(i, configurations.get(i), own);
        }
    }

    /// The market's symbols that have parameters of their own, in the order of their names.
    private Set<Symbol> own(Strategies strategies) {
        Set<Symbol> own = new TreeSet<>(strategies.own().keySet());
        own.removeIf(symbol -> data.market().indexOf(symbol.name()) < 0);
        return own;
    }

    private void add(int at, Strategies strategies, Set<Symbol> own) {
        if (!own(strategies).equals(own)) {
            throw new IllegalArgumentException("configuration " + at + " has parameters of their own for "
                    + own(strategies) + ", the first one for " + own);
        }
        select(at, 0, strategies.common());
        int group = 1;
        for (Symbol symbol : own) {
            select(at, group++, strategies.of(symbol));
        }
        EngineSettings engine = strategies.common().params().engine();
        breadthOf[at] =
                number(breadths, MarketFrame.breadthKey(strategies.common().params()));
        boolean isExitOnSubBars = !engine.exitInterval().equals(engine.interval());
        modes[at] = (isExitOnSubBars ? 1 : 0) | (engine.signalOnCandleClose() ? 2 : 0);
        entryLengthMs[at] = SubBarEntries.lengthMs(engine.entryInterval());
    }

    private void select(int at, int group, CompiledStrategy strategy) {
        List<SeriesKey> keys = MarketFrame.keys(strategy.params());
        for (int i = 0; i < SERIES; i++) {
            put(at, group, i, i < keys.size() ? number(series, keys.get(i)) : -1);
        }
        put(at, group, SERIES, MarketFrame.slopeBars(strategy.params()));
        int[] plan = strategy.exitPlan();
        if (plan.length > Frame.MAX_PLAN) {
            throw new IllegalArgumentException(
                    "configuration " + at + " has " + plan.length + " exit rules, more than " + Frame.MAX_PLAN);
        }
        put(at, group, SERIES + 1, plan.length);
        for (int i = 0; i < plan.length; i++) {
            put(at, group, SERIES + 2 + i, plan[i]);
        }
        rules[at][group] = strategy.rules();
    }

    private void put(int at, int group, int slot, int value) {
        selection[(group * Frame.SLOTS + slot) * size + at] = value;
    }

    private static int number(Map<SeriesKey, Integer> numbers, SeriesKey key) {
        return numbers.computeIfAbsent(key, _ -> numbers.size());
    }

    /// How many configurations.
    public int size() {
        return size;
    }

    public int groups() {
        return groups;
    }

    /// What the numbers in the selection stand for.
    public List<SeriesKey> seriesKeys() {
        return List.copyOf(series.keySet());
    }

    /// What the numbers of [#breadthOf] stand for.
    public List<SeriesKey> breadthKeys() {
        return List.copyOf(breadths.keySet());
    }

    /// How many distinct series over all rows.
    public int seriesCount() {
        return series.size();
    }

    public int[] groupOf() {
        return groupOf;
    }

    public int[] selection() {
        return selection;
    }

    public int[] breadthOf() {
        return breadthOf;
    }

    public int[] modes() {
        return modes;
    }

    public long[] entryLengthMs() {
        return entryLengthMs;
    }

    /// One configuration's parameters by group.
    public RuleParams[] rules(int configuration) {
        return rules[configuration];
    }

    /// All series in one array: the value of series `s` at a row is at `s * step + row * rowStep`.
    ///
    /// @throws ArithmeticException if they do not fit one array
    public double[] series(SeriesCache cache, int step, int rowStep) {
        int rows = data.market().rowCount();
        double[] all = new double[Math.multiplyExact(rows, seriesCount())];
        series.forEach((key, number) -> {
            double[] values = cache.get(key);
            for (int row = 0; row < rows; row++) {
                all[number * step + row * rowStep] = values[row];
            }
        });
        return all;
    }

    /// The distinct breadth series, one after the other.
    public double[] breadth(SeriesCache cache) {
        int bars = data.market().barCount();
        double[] all = new double[Math.multiplyExact(bars, breadths.size())];
        breadths.forEach((key, number) -> System.arraycopy(cache.get(key), 0, all, number * bars, bars));
        return all;
    }

    /// One configuration's figures from the arrays a kernel filled.
    public BacktestSummary summary(int configuration, double[] out, long[] digests) {
        return summary(size, configuration, out, digests);
    }

    /// The same where more than this batch may have been run at once.
    ///
    /// @param n how many configurations the kernel ran
    public static BacktestSummary summary(int n, int tid, double[] out, long[] digests) {
        double[] row = new double[TradeKernel.RESULTS];
        for (int i = 0; i < row.length; i++) {
            row[i] = out[i * n + tid];
        }
        return new BacktestSummary(
                row[0],
                row[1],
                (int) row[2],
                (int) row[3],
                (int) row[4],
                row[5],
                row[6],
                row[7],
                row[8],
                row[9],
                (int) row[10],
                digests[tid]);
    }
}
