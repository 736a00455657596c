package aiquant.engine.research;

import aiquant.config.ConfigSearch;
import aiquant.config.Environment;
import aiquant.config.LoadedStrategy;
import aiquant.config.Selection;
import aiquant.config.Setting;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.InitialState;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.EngineSettings;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.sidecar.store.CandleSource;
import aiquant.sidecar.store.FundingReader;
import aiquant.sidecar.store.UniverseReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Carries one replay out: finds configuration and data, checks them, runs the kernel.
///
/// Every problem shows before the run as one exception whose message names the file or option.
public final class ReplayJob {
    private final ReplayRequest request;
    private final Environment environment;
    private final List<String> notices = new ArrayList<>();
    private final List<String> data = new ArrayList<>();

    /// Also that of finer candles which come without an interval.
    private Interval mainInterval = Interval.of(EngineSettings.DEFAULTS.interval());

    public ReplayJob(ReplayRequest request, Environment environment) {
        this.request = request;
        this.environment = environment;
    }

    /// @throws IllegalArgumentException if the request does not fit the data
    public ReplayOutcome run() {
        ResearchData prepared = prepare(false);
        BacktestInput input = prepared.input();
        long begun = System.nanoTime();
        Strategies strategies = input.strategies(UnaryOperator.identity());
        BacktestData ready = new BacktestData(input);
        BacktestResult result = Backtest.run(ready, strategies);
        Duration runTime = Duration.ofNanos(System.nanoTime() - begun);
        RunFacts facts = new RunFacts(
                prepared.data(),
                prepared.configuration(),
                "replay",
                prepared.fingerprint(),
                prepared.interval(),
                input.candles().size(),
                ready.barsInWindow(),
                ready.symbolBars(),
                prepared.fromMs(),
                prepared.toMs(),
                runTime);
        return new ReplayOutcome(input, result, facts, prepared.notices());
    }

    /// Finds, reads and checks everything a search needs, without running it.
    ///
    /// @throws IllegalArgumentException if the request does not fit the data
    public ResearchData prepare() {
        return prepare(true);
    }

    /// @param isSearch whether the main candles limit the window as finer ones do
    private ResearchData prepare(boolean isSearch) {
        ConfigSearch search = ConfigSearch.strategy(request.config(), environment);
        LoadedStrategy loaded = search.loadStrategy(selection(request.symbol().map(String::strip)));
        EngineSettings engine = loaded.params().engine();
        Interval interval = Interval.of(engine.interval());
        mainInterval = interval;

        CandleSource main = candles("candles", request.candles(), Optional.of(engine.interval()), true)
                .orElseThrow();
        if (request.symbol().isPresent()) {
            // The section is that of the symbol as it is stored, however it was typed.
            Symbol stored = main.series().getFirst().symbol();
            loaded = search.loadStrategy(selection(Optional.of(stored.name())));
            engine = loaded.params().engine();
            if (!interval.text().equals(engine.interval())) {
                throw new IllegalArgumentException(
                        "--symbol " + request.symbol().get() + ": the section of " + stored
                                + " sets engine.interval; write --symbol " + stored);
            }
        }
        notices.addAll(loaded.notices());
        Optional<CandleSource> exits =
                candles("exit candles", request.exitCandles(), finer(engine.exitInterval()), false);
        Optional<CandleSource> entries =
                candles("entry candles", request.entryCandles(), finer(engine.entryInterval()), false);
        Scope scope = Scope.of(request, main, exits, entries, isSearch);

        List<CandleSeries> series = universe(main.series(), scope);
        if (series.stream()
                .allMatch(one -> one.between(scope.fromMs(), scope.toMs()).size() == 0)) {
            throw new IllegalArgumentException("no " + interval + " candles open " + scope + "; they reach from "
                    + Scope.text(main.minMs()) + " to " + Scope.text(main.maxMs()));
        }
        Set<Symbol> symbols = series.stream().map(CandleSeries::symbol).collect(Collectors.toCollection(TreeSet::new));
        Map<Symbol, StrategyParams> own = own(search, loaded.params(), symbols);
        Optional<InitialState> initial = InitialStateFile.of(request, symbols, notices);
        BacktestInput input = new BacktestInput(
                loaded.params(),
                own,
                series,
                exits.map(source -> inside(source.series(), scope)),
                entries.map(source -> inside(source.series(), scope)),
                funding(scope),
                request.initialBalance(),
                request.lookback(),
                scope.fromMs(),
                scope.toMs(),
                initial);

        return new ResearchData(
                input,
                interval,
                Math.max(scope.fromMs(), main.minMs()),
                Math.min(scope.toMs(), main.maxMs()),
                data,
                search.sentence().replaceFirst("^configuration: ", ""),
                Fingerprint.of(loaded.params(), own),
                notices);
    }

    private Selection selection(Optional<String> symbol) {
        Selection selection = request.selection();
        if (symbol.isPresent()) {
            selection = selection.forSymbol(new Symbol(symbol.get()));
        }
        if (request.perSymbol()) {
            selection = selection.forEachSymbol();
        }
        selection = with(selection, "engine.interval", request.interval());
        selection = with(selection, "engine.exit_interval", request.exitInterval());
        selection = with(selection, "engine.entry_interval", request.entryInterval());
        if (request.slippageBps().isPresent()) {
            double slippage = Math.max(0.0, request.slippageBps().getAsDouble());
            selection = selection.with(new Setting("trade.slippage_bps", Double.toString(slippage)));
        }
        return selection;
    }

    /// The parameters of symbols whose sections say something else than the common ones.
    private Map<Symbol, StrategyParams> own(ConfigSearch search, StrategyParams common, Set<Symbol> symbols) {
        Map<Symbol, StrategyParams> own = new TreeMap<>();
        if (!request.perSymbol() || request.symbol().isPresent()) {
            return own;
        }
        for (Symbol symbol : symbols) {
            StrategyParams written =
                    search.loadStrategy(selection(Optional.of(symbol.name()))).params();
            StrategyParams params = Strategies.inBookOf(common, written);
            if (!params.equals(written)) {
                notices.add("warning: the section of " + symbol
                        + " sets what belongs to the whole book (engine, runtime," + " pipeline, "
                        + String.join(", ", Strategies.BOOK_LIMITS) + "); that part is ignored");
            }
            if (!params.equals(common)) {
                own.put(symbol, params);
            }
        }
        notices.add("note: --per-symbol: parameters of their own have "
                + (own.isEmpty()
                        ? "no symbols"
                        : own.keySet().stream().map(Symbol::name).collect(Collectors.joining(", "))));
        return own;
    }

    private static Selection with(Selection selection, String path, Optional<String> interval) {
        return interval.map(text ->
                        selection.with(new Setting(path, Interval.of(text).text())))
                .orElse(selection);
    }

    private static Optional<String> finer(String interval) {
        return interval.isBlank() ? Optional.empty() : Optional.of(interval.strip());
    }

    /// Reads one source; empty when neither files nor an interval ask for it.
    private Optional<CandleSource> candles(
            String what, List<String> arguments, Optional<String> interval, boolean isMain) {
        if (arguments.isEmpty() && interval.isEmpty()) {
            return Optional.empty();
        }
        Interval length = interval.map(Interval::of).orElse(mainInterval);
        List<String> files =
                arguments.isEmpty() ? List.of(defaultDatabase(length).toString()) : arguments;
        CandleQuery query = CandleQuery.of(files, length);
        if (request.symbol().isPresent()) {
            query = query.only(request.symbol().get().strip());
        }
        CandleSource source = CandleReader.read(query);
        if (isMain && source.series().isEmpty()) {
            throw new IllegalArgumentException("no " + length + " candles in " + String.join(", ", files));
        }
        data.add(length + " " + what + ": " + String.join(", ", files));
        return Optional.of(source);
    }

    private Path defaultDatabase(Interval interval) {
        return environment.dataFolder().resolve("candles_dbs").resolve("candles_" + interval + ".db");
    }

    /// The listing database next to the first candle database.
    private Path universeBesideCandles() {
        Path first = request.candles().isEmpty()
                ? defaultDatabase(mainInterval)
                : Path.of(request.candles().getFirst().split(",", 2)[0].strip()).toAbsolutePath();
        Path folder = Files.isDirectory(first)
                ? first
                : Optional.ofNullable(first.getParent()).orElse(first);
        return folder.resolve("universe_history.db");
    }

    private List<CandleSeries> universe(List<CandleSeries> series, Scope scope) {
        if (!request.universeFilter()) {
            return series;
        }
        Path database = request.universe().orElseGet(this::universeBesideCandles);
        Set<Symbol> listed = new TreeSet<>(UniverseReader.listed(database, scope.fromMs(), scope.toMs()));
        List<CandleSeries> kept =
                series.stream().filter(one -> listed.contains(one.symbol())).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "no symbol of the candles was listed in this period according to " + database);
        }
        return kept;
    }

    private static List<CandleSeries> inside(List<CandleSeries> series, Scope scope) {
        return series.stream()
                .map(one -> one.between(scope.fromMs(), scope.toMs()))
                .toList();
    }

    private List<FundingSeries> funding(Scope scope) {
        if (request.funding().isEmpty()) {
            return List.of();
        }
        data.add("funding: " + String.join(", ", request.funding()));
        return FundingReader.read(request.funding(), scope.fromMs(), scope.toMs());
    }
}
