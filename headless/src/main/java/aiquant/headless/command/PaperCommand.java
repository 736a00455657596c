package aiquant.headless.command;

import aiquant.config.ConfigSearch;
import aiquant.config.LoadedStrategy;
import aiquant.engine.Mode;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.RoundSource;
import aiquant.kernel.market.Interval;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Paper trading over stored candles, durable in the data folder.
@Command(
        name = "paper",
        description = "Trades stored candles on paper; stop it at any moment and start it again where it was.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class PaperCommand implements Callable<Integer> {
    private static final double WINDOW_SPEED = 4.0;

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
            description = "Decide this many bars at once before the speed counts.")
    private long history;

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws InterruptedException {
        run.check();
        PaperSession.Plan plan = new PaperSession.Plan(
                Mode.PAPER,
                folder.path(),
                folder.environment(),
                ConfigSearch.strategy(strategy.config(), folder.environment()),
                interval == null ? strategy.selection() : strategy.selection().with(Intervals.setting(interval)),
                initialBalance == null ? OptionalDouble.empty() : OptionalDouble.of(initialBalance),
                lookback == null ? OptionalInt.empty() : OptionalInt.of(lookback),
                history,
                run.speed(run.headless ? Double.POSITIVE_INFINITY : WINDOW_SPEED));
        LoadedStrategy loaded = PaperSession.strategy(plan);
        loaded.notices().forEach(AiQuantCommand.err(spec)::println);
        Interval length = Interval.of(loaded.params().engine().interval());
        List<String> paths = candles.isEmpty()
                ? List.of(folder.candles().resolve("candles_" + length + ".db").toString())
                : candles;
        RoundSource source = new CandleRounds(
                CandleReader.read(CandleQuery.of(paths, length)).series());
        try (PaperSession session = PaperSession.open(plan, loaded, source)) {
            return new SessionRunner(
                            session,
                            run,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run();
        }
    }
}
