package aiquant.headless.command;

import aiquant.config.ConfigSearch;
import aiquant.config.Environment;
import aiquant.config.LoadedStrategy;
import aiquant.config.Selection;
import aiquant.config.Setting;
import aiquant.engine.Mode;
import aiquant.engine.feed.CandleRounds;
import aiquant.engine.feed.RoundSource;
import aiquant.kernel.market.Interval;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import aiquant.simulator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The whole product on a generated market.
@Command(
        name = "demo",
        description = {
            "Shows the product at work: a generated market of twelve symbols, traded on paper.",
            "The market comes through a local exchange and a sidecar, over the sockets that real ones would use."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class DemoCommand implements Callable<Integer> {
    private static final double BARS_PER_SECOND = 4.0;
    private static final Setting LIVELY = new Setting("trade.entry_min_confidence", "medium");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another market; the same number gives the same one everywhere.")
    private long seed = MarketGenerator.DEMO_SEED;

    @Option(
            names = {"--candles", "--candles-db"},
            paramLabel = "PATH",
            split = ",",
            description = "Real candles instead of generated ones.")
    private List<String> candles = new ArrayList<>();

    @Option(
            names = "--direct",
            description = "The same market without an exchange and a sidecar between it and the engine: as fast as the"
                    + " machine can.")
    private boolean isDirect;

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Mixin
    private DataFolder folder = new DataFolder();

    @Option(
            names = "--history",
            paramLabel = "BARS",
            defaultValue = "600",
            description = "Bars that are decided before anything is shown.")
    private long history;

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        run.check();
        if (isDirect && !candles.isEmpty()) {
            throw new IllegalArgumentException("--direct and --candles exclude each other");
        }
        if (folder.isGiven()) {
            return demonstrate(folder.path(), folder.environment());
        }
        Path temporary = Files.createTempDirectory("aiquant-demo");
        try {
            return demonstrate(temporary, Environment.system().with(Map.of("AI_QUANT_DATA_DIR", temporary.toString())));
        } finally {
            delete(temporary);
        }
    }

    private int demonstrate(Path data, Environment environment) throws InterruptedException, IOException {
        PaperSession.Plan plan = new PaperSession.Plan(
                Mode.DEMO,
                data,
                environment,
                ConfigSearch.strategy(strategy.config(), environment),
                selection(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                history,
                run.speed(BARS_PER_SECOND));
        LoadedStrategy loaded = PaperSession.strategy(plan);
        loaded.notices().forEach(AiQuantCommand.err(spec)::println);
        Interval interval = Interval.of(loaded.params().engine().interval());
        if (isDirect || !candles.isEmpty()) {
            RoundSource source = candles.isEmpty()
                    ? new GeneratedRounds(seed, interval)
                    : new CandleRounds(
                            CandleReader.read(CandleQuery.of(candles, interval)).series());
            try (PaperSession session = PaperSession.open(plan, loaded, source)) {
                return show(session);
            }
        }
        Path databases = Files.createDirectories(data.resolve("demo").resolve("candles_dbs"));
        try (DemoMarket market = DemoMarket.open(seed, interval, history, databases, plan.roundsPerSecond());
                PaperSession session = PaperSession.open(plan, loaded, market.source())) {
            return show(session);
        }
    }

    private int show(PaperSession session) throws InterruptedException {
        return new SessionRunner(
                        session,
                        run,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run();
    }

    /// Without a file or values of the person's own, entries begin at medium confidence: there is more to see.
    private Selection selection() {
        boolean isOwn = strategy.config().isPresent()
                || !strategy.selection().settings().isEmpty();
        return isOwn ? strategy.selection() : strategy.selection().with(LIVELY);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
