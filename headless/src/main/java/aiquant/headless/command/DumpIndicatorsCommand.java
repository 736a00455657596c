package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.config.Selection;
import aiquant.engine.research.IndicatorDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The indicators of one symbol, bar by bar.
@Command(
        name = "dump-indicators",
        description = "Writes what every indicator of one symbol says at each of its bars, as CSV.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class DumpIndicatorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"--candles-db", "--candles"},
            paramLabel = "PATH",
            description = "SQLite files, CSV or CSV.gz files, or folders of them; may be repeated."
                    + " Default: candles_dbs/candles_{interval}.db in the data folder.")
    private List<String> candles = new ArrayList<>();

    @Option(
            names = "--symbol",
            paramLabel = "NAME",
            required = true,
            description = "The symbol as it is stored, else ignoring case; its section of the file applies.")
    private String symbol = "";

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Option(names = "--interval", paramLabel = "LENGTH", description = "1m 3m 5m 15m 30m 1h 4h 1d")
    private @Nullable String interval;

    @Option(names = "--output", paramLabel = "FILE", description = "The CSV file; without it, standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Selection selection = strategy.selection();
        if (interval != null) {
            selection = selection.with(Intervals.setting(interval));
        }
        IndicatorDump dump = IndicatorDump.of(strategy.config(), selection, candles, symbol, Environment.system());
        dump.notices().forEach(spec.commandLine().getErr()::println);
        if (output != null) {
            dump.write(output);
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        dump.write(out);
        return 0;
    }
}
