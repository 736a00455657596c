package aiquant.headless.command;

import aiquant.config.SweepSpec;
import aiquant.engine.research.CardBan;
import aiquant.engine.research.CpuSweepRunner;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRunners;
import aiquant.engine.research.SweepSearch;
import aiquant.engine.research.TrialTally;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.Axis;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.RandomSearch;
import aiquant.kernel.sweep.SweepRunner;
import aiquant.kernel.sweep.SweepRunner.Sweep;
import aiquant.kernel.sweep.Trial;
import aiquant.kernel.sweep.TrialResult;
import aiquant.simulator.MarketGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Runs the same trials on cards and on the processor, compares them and takes the time.
final class GpuProof {
    private static final long START_MS = 1_704_067_200_000L; // 2024-01-01
    private static final long SEED = 4242;
    private static final int LOOKBACK = 200;

    /// The replays of each of the five modes, and each side of a sweep file: parity and three files in eight minutes.
    private static final Duration LONGEST = Duration.ofSeconds(40);

    /// What keeps most random configurations from trading at all: on in one of four.
    private static final Set<String> BRAKES = Set.of(
            "filters.enable_ranging_filter",
            "filters.require_adx_rising",
            "filters.require_macro_alignment",
            "filters.require_volume_confirmation",
            "filters.require_btc_alignment",
            "filters.use_stoch_rsi_filter",
            "market_regime.enable_regime_filter",
            "trade.enable_reef_filter",
            "trade.enable_ssf_filter",
            "thresholds.entry.min_adx",
            "trade.entry_min_confidence");

    private final SweepRunners cards;
    private final SweepRunners unchecked;
    private final CardBan ban;
    private final int threads;
    private final Consumer<String> progress;
    private final Set<String> notices = new LinkedHashSet<>();

    /// Where exits and entries are decided.
    enum Mode {
        MAIN_BARS("main bars", 44, 7_000, false, false, false),
        FINER_EXITS("exits on finer bars", 20, 4_000, true, false, false),
        FINER_ENTRIES("entries on finer bars", 20, 4_000, false, true, false),
        ENTRIES_AT_CLOSE("entries on the close's finer bar", 20, 4_000, false, true, true),
        ALL_FINER("exits and entries on finer bars", 20, 4_000, true, true, false);

        private final String text;
        private final int symbols;
        private final int bars;
        private final boolean isExit;
        private final boolean isEntry;
        private final boolean isAtClose;

        Mode(String text, int symbols, int bars, boolean isExit, boolean isEntry, boolean isAtClose) {
            this.text = text;
            this.symbols = symbols;
            this.bars = bars;
            this.isExit = isExit;
            this.isEntry = isEntry;
            this.isAtClose = isAtClose;
        }

        /// Of the configurations to compare: a third on main bars, a sixth in each other mode.
        int share(int configurations) {
            return Math.ceilDiv(configurations, this == MAIN_BARS ? 3 : 6);
        }
    }

    /// @param onCards     symbol-bars per second
    /// @param onProcessor likewise, with all threads
    /// @param unproved    configurations that no card computed, since each was given up
    record Row(
            String what,
            long configurations,
            int symbols,
            int bars,
            long closes,
            double onCards,
            double onProcessor,
            long differing,
            long unproved) {}

    /// @param cards     as sweeps use them
    /// @param unchecked the same, for what is compared here anyway
    /// @param progress  gets a line at the beginning of each step
    GpuProof(SweepRunners cards, SweepRunners unchecked, CardBan ban, int threads, Consumer<String> progress) {
        this.cards = cards;
        this.unchecked = unchecked;
        this.ban = ban;
        this.threads = threads;
        this.progress = progress;
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /// Random configurations of all parameters, each compared with the JVM's.
    Row parity(Mode mode, int configurations) {
        progress.accept("comparing %,d configurations: %s".formatted(configurations, mode.text));
        BacktestInput input = input(mode);
        BacktestData data = new BacktestData(input);
        Sweep sweep = new Sweep(data, new ParameterSpace(axes(), input.params()));
        List<Trial> trials = runnable(sweep, configurations);
        try (CpuSweepRunner processor = new CpuSweepRunner(sweep, threads);
                SweepRunner runner = unchecked.over(sweep, processor)) {
            long begun = System.nanoTime();
            List<TrialResult> there = runner.evaluate(trials, () -> false).orElseThrow();
            double thereSeconds = secondsSince(begun);
            long unproved = processor.evaluated();
            begun = System.nanoTime();
            List<TrialResult> here = asManyAsThereIsTimeFor(processor, trials);
            double hereSeconds = secondsSince(begun);
            notices.addAll(runner.notices());
            if (here.size() < trials.size()) {
                notices.add("%s: the processor had time to replay %,d of %,d configurations"
                        .formatted(mode.text, here.size(), trials.size()));
            }
            long differing = IntStream.range(0, here.size())
                    .filter(i -> !there.get(i).summary().equals(here.get(i).summary()))
                    .count();
            return new Row(
                    mode.text,
                    here.size(),
                    mode.symbols,
                    mode.bars,
                    here.stream().mapToLong(one -> one.summary().totalTrades()).sum(),
                    (double) data.symbolBars() * there.size() / thereSeconds,
                    (double) data.symbolBars() * here.size() / hereSeconds,
                    differing,
                    unproved);
        }
    }

    private List<TrialResult> asManyAsThereIsTimeFor(CpuSweepRunner processor, List<Trial> trials) {
        List<TrialResult> done = new ArrayList<>(trials.size());
        long end = System.nanoTime() + LONGEST.toNanos();
        while (done.size() < trials.size() && System.nanoTime() - end < 0) {
            int to = Math.min(done.size() + 8 * threads, trials.size());
            List<Trial> some = trials.subList(done.size(), to);
            done.addAll(processor.evaluate(some, () -> false).orElseThrow());
        }
        return done;
    }

    /// A search over main bars: all of it, or as much as there is time for.
    Row speed(String what, SweepSpec spec, Method method) {
        BacktestInput main = input(Mode.MAIN_BARS);
        BacktestInput input = BacktestInput.of(main.params(), main.candles(), main.initialBalance(), spec.lookback());
        long symbolBars = new BacktestData(input).symbolBars();
        progress.accept("measuring " + what + " on cards");
        long begun = System.nanoTime();
        TrialTally there = search(spec, method, input, cards);
        double thereSeconds = secondsSince(begun);
        progress.accept("measuring " + what + " on the processor");
        begun = System.nanoTime();
        TrialTally here = search(spec, method, input, SweepRunners.PROCESSOR);
        double hereSeconds = secondsSince(begun);
        notices.add("%s: %,.0f configurations per second on cards, %,.0f on the processor"
                .formatted(what, there.count() / thereSeconds, here.count() / hereSeconds));
        return new Row(
                what,
                there.count(),
                Mode.MAIN_BARS.symbols,
                Mode.MAIN_BARS.bars,
                0,
                symbolBars * there.count() / thereSeconds,
                symbolBars * here.count() / hereSeconds,
                0,
                0);
    }

    private TrialTally search(SweepSpec spec, Method method, BacktestInput input, SweepRunners runners) {
        TrialTally tally = new TrialTally(0);
        long end = System.nanoTime() + LONGEST.toNanos();
        BooleanSupplier isOver = () -> System.nanoTime() - end > 0;
        SweepSearch search = new SweepSearch(spec, method, input, threads, runners, ban, isOver);
        search.search(input, tally);
        notices.addAll(search.notices());
        return tally;
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /// Random draws that do not contradict themselves.
    private static List<Trial> runnable(Sweep sweep, int count) {
        RandomSearch random = new RandomSearch(sweep.space(), SEED, Long.MAX_VALUE);
        List<Trial> trials = new ArrayList<>(count);
        while (trials.size() < count) {
            Trial trial = random.next(1).getFirst();
            if (canRun(sweep, trial)) {
                trials.add(trial);
            }
        }
        return trials;
    }

    private static boolean canRun(Sweep sweep, Trial trial) {
        try {
            sweep.strategies(trial);
            return true;
        } catch (IllegalArgumentException contradiction) {
            return false;
        }
    }

    private static List<Axis> axes() {
        return Parameters.all().stream()
                .map(parameter -> new Axis(parameter.path(), values(parameter), Optional.empty()))
                .toList();
    }

    private static double[] values(Parameters.Parameter parameter) {
        double usual = Parameters.read(StrategyParams.defaults(), parameter.path());
        if (BRAKES.contains(parameter.path())) {
            return new double[] {0, 0, 0, Math.max(1, usual)};
        }
        if (parameter.type() == boolean.class) {
            return new double[] {0, 1};
        }
        if (parameter.type() != int.class && parameter.type() != double.class) {
            return new double[] {0, 1, 2};
        }
        if (parameter.unit().equals("bars")) {
            return new double[] {1, 3, 8, 14, 21, 34, 55};
        }
        double[] shares = {0.4, 0.7, 1, 1, 1.4};
        return Arrays.stream(shares)
                .map(share -> usual == 0 ? 2 * (share - 0.4) : usual * share)
                .map(value -> parameter.type() == int.class ? Math.rint(value) : value)
                .toArray();
    }

    private static BacktestInput input(Mode mode) {
        List<CandleSeries> finer = quarters(mode.symbols, 4 * mode.bars);
        boolean hasFiner = mode.isExit || mode.isEntry;
        String exit = mode.isExit ? "15m" : "1h";
        String entry = mode.isEntry ? "15m" : "";
        StrategyParams params =
                StrategyParams.defaults().withEngine(new EngineSettings("1h", entry, exit, 60, mode.isAtClose));
        return new BacktestInput(
                params,
                finer.stream().map(GpuProof::hourly).toList(),
                mode.isExit ? Optional.of(finer) : Optional.empty(),
                mode.isEntry ? Optional.of(finer) : Optional.empty(),
                List.of(),
                10_000,
                LOOKBACK,
                hasFiner ? START_MS : Long.MIN_VALUE,
                Long.MAX_VALUE,
                Optional.empty());
    }

    /// Generated markets, one after the other, until there are enough symbols; the third one is called PAXG.
    private static List<CandleSeries> quarters(int symbols, int bars) {
        List<CandleSeries> all = new ArrayList<>();
        for (int market = 0; all.size() < symbols; market++) {
            for (CandleSeries one : new MarketGenerator(
                            SEED + market, MarketGenerator.demoSymbols(), START_MS, Interval.M15)
                    .history(bars)) {
                String name = all.size() == 2 ? "PAXG" : one.symbol() + (market == 0 ? "" : String.valueOf(market));
                if (all.size() < symbols) {
                    all.add(renamed(one, name));
                }
            }
        }
        return all;
    }

    private static CandleSeries renamed(CandleSeries one, String name) {
        return new CandleSeries(
                new Symbol(name),
                one.interval(),
                one.openTimeMs(),
                one.open(),
                one.high(),
                one.low(),
                one.close(),
                one.volume());
    }

    /// Four quarters to the hour.
    private static CandleSeries hourly(CandleSeries quarters) {
        int hours = quarters.size() / 4;
        long[] times = new long[hours];
        double[][] columns = new double[5][hours];
        for (int hour = 0; hour < hours; hour++) {
            int from = 4 * hour;
            times[hour] = quarters.openTimeMs()[from];
            columns[0][hour] = quarters.open()[from];
            columns[1][hour] = quarters.high()[from];
            columns[2][hour] = quarters.low()[from];
            columns[3][hour] = quarters.close()[from + 3];
            for (int i = from; i < from + 4; i++) {
                columns[1][hour] = Math.max(columns[1][hour], quarters.high()[i]);
                columns[2][hour] = Math.min(columns[2][hour], quarters.low()[i]);
                columns[4][hour] += quarters.volume()[i];
            }
        }
        return new CandleSeries(
                quarters.symbol(), Interval.H1, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
