package aiquant.headless.command;

import aiquant.config.ConfigSearch;
import aiquant.config.LoadedStrategy;
import aiquant.engine.Mode;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.LiveMarket;
import aiquant.engine.feed.LiveStart;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.feed.SidecarRounds;
import aiquant.headless.command.ExchangeOptions.Exchange;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Paper trading over stored candles or a live market, durable in the data folder.
@Command(
        name = "paper",
        description = "Trades stored candles, or a market as it happens, on paper; stop it at any moment and start it"
                + " again where it was.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class PaperCommand implements Callable<Integer> {
    private static final double WINDOW_SPEED = 4.0;

    /// One question to the exchange for each symbol.
    private static final int WARMING_BARS = 1_500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"--candles", "--candles-db"},
            paramLabel = "PATH",
            split = ",",
            description = "SQLite files, CSV or CSV.gz files, or folders of them."
                    + " Default: candles_dbs/candles_{interval}.db in the data folder.")
    private List<String> candles = new ArrayList<>();

    @Option(names = "--interval", paramLabel = "LENGTH", description = "1m 3m 5m 15m 30m 1h 4h 1d")
    private @Nullable String interval;

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Mixin
    private DataFolder folder = new DataFolder();

    @Option(names = "--initial-balance", paramLabel = "USD", description = "What a new account starts with.")
    private @Nullable Double initialBalance;

    @Option(names = "--lookback", paramLabel = "BARS", description = "Bars a symbol needs before its first signal.")
    private @Nullable Integer lookback;

    @Option(
            names = "--history",
            paramLabel = "BARS",
            defaultValue = "0",
            description = "Decide this many bars at once before the speed counts; with --exchange, this many of the"
                    + " past when the ledger begins.")
    private long history;

    @Mixin
    private LiveOptions live = new LiveOptions();

    @Mixin
    private FillOptions fills = new FillOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        run.check();
        live.check(!candles.isEmpty(), run.isSpeedGiven());
        boolean areQuotes = fills.areQuotes(live.exchange().isPresent(), history);
        return live.exchange().isPresent() ? asItHappens(live.exchange().get(), areQuotes) : onStoredCandles();
    }

    private int onStoredCandles() throws InterruptedException {
        PaperSession.Plan plan = plan(history, run.speed(run.headless ? Double.POSITIVE_INFINITY : WINDOW_SPEED));
        LoadedStrategy loaded = load(plan);
        Interval length = Interval.of(loaded.params().engine().interval());
        List<String> paths = candles.isEmpty()
                ? List.of(folder.candles().resolve("candles_" + length + ".db").toString())
                : candles;
        RoundSource source = new CandleRounds(
                CandleReader.read(CandleQuery.of(paths, length)).series());
        try (PaperSession session = PaperSession.open(plan, loaded, source)) {
            return show(session);
        }
    }

    private int asItHappens(Exchange exchange, boolean areQuotes) throws InterruptedException, IOException {
        PaperSession.Plan plan = plan(0, Double.POSITIVE_INFINITY);
        LoadedStrategy loaded = load(plan);
        Interval length = Interval.of(loaded.params().engine().interval());
        List<Symbol> symbols = live.symbols(plan.environment());
        SidecarSettings settings = exchange.sidecar(plan.environment());
        InstantSource clock = InstantSource.system();
        try (SidecarAtHand sidecar = SidecarAtHand.open(settings, live.endpoints(exchange), clock)) {
            LiveMarket market = LiveMarket.of(
                            exchange.toString(),
                            length,
                            symbols,
                            "paper-" + ProcessHandle.current().pid(),
                            settings.socket(),
                            settings.folder())
                    .collectedFrom(live.endpoints(exchange).webSocket().toString());
            LiveStart start = PaperSession.recordedMarket(plan)
                    .filter(recorded -> recorded.startsWith(market.identity() + " from "))
                    .flatMap(LiveStart::read)
                    .orElseGet(() -> LiveStart.now(
                            clock.millis(),
                            length.lengthMs(),
                            Math.max(WARMING_BARS, plan.lookback().orElse(0)),
                            history));
            RoundSource source = new SidecarRounds(market, start, clock, clock, sidecar);
            Optional<QuoteFills> quotes = areQuotes
                    ? Optional.of(QuoteFills.open(
                            new QuoteFills.Market(
                                    live.endpoints(exchange),
                                    settings.socket(),
                                    settings.folder(),
                                    symbols,
                                    length,
                                    market.clientId(),
                                    clock,
                                    1),
                            new SplittableRandom()))
                    : Optional.empty();
            try (PaperSession session = PaperSession.open(plan, loaded, source, quotes)) {
                session.closeAfterwards(sidecar);
                AiQuantCommand.err(spec)
                        .println((sidecar.isOwn() ? "collecting from " : "by the sidecar that collects from ")
                                + live.endpoints(exchange).webSocket() + " into " + settings.folder());
                return show(session);
            }
        }
    }

    private PaperSession.Plan plan(long decidedAtOnce, double roundsPerSecond) {
        return new PaperSession.Plan(
                Mode.PAPER,
                folder.path(),
                folder.environment(),
                ConfigSearch.strategy(strategy.config(), folder.environment()),
                interval == null ? strategy.selection() : strategy.selection().with(Intervals.setting(interval)),
                initialBalance == null ? OptionalDouble.empty() : OptionalDouble.of(initialBalance),
                lookback == null ? OptionalInt.empty() : OptionalInt.of(lookback),
                decidedAtOnce,
                roundsPerSecond);
    }

    private LoadedStrategy load(PaperSession.Plan plan) {
        LoadedStrategy loaded = PaperSession.strategy(plan);
        loaded.notices().forEach(AiQuantCommand.err(spec)::println);
        return loaded;
    }

    private int show(PaperSession session) throws InterruptedException {
        return new SessionRunner(
                        session,
                        run,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run();
    }
}
