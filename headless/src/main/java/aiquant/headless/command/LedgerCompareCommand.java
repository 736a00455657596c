package aiquant.headless.command;

import aiquant.config.ConfigSearch;
import aiquant.config.LoadedStrategy;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.shadow.LedgerReplay;
import aiquant.engine.shadow.LedgerTrades;
import aiquant.engine.shadow.TradeComparison;
import aiquant.engine.shadow.TradeComparison.Verdict;
import aiquant.kernel.market.Interval;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Holds the trades of a ledger against a replay of the same candles.
@Command(
        name = "compare",
        description = {
            "Replays the candles a ledger was traded on and compares symbol, side, bar and reason of every trade.",
            "Where paper was filled at quotes the books part sooner or later; the first decision that differs is shown."
                    + " Exit code 1 means that a decision differs although the books were equal before it.",
            "Interval, symbols, balance and lookback are the ledger's; the strategy has to be given as it was."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class LedgerCompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"--candles", "--candles-db"},
            paramLabel = "PATH",
            split = ",",
            description = "What was traded on: SQLite files, CSV or CSV.gz files, or folders of them."
                    + " Default: candles_dbs/candles_{interval}.db in the data folder.")
    private List<String> candles = new ArrayList<>();

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Mixin
    private DataFolder folder = new DataFolder();

    @Override
    public Integer call() {
        LedgerTrades ledger;
        try (LedgerReader reader = LedgerReader.open(folder.ledger())) {
            ledger = LedgerTrades.read(reader);
        }
        LoadedStrategy loaded = strategy(ledger.run().interval());
        String replayed = loaded.id().fingerprint();
        if (!ledger.configIds().equals(List.of(replayed))) {
            AiQuantCommand.err(spec)
                    .println("the ledger was traded with configuration " + String.join(", ", ledger.configIds())
                            + ", this replay uses " + replayed);
        }
        TradeComparison comparison = LedgerReplay.compare(
                ledger,
                loaded.params(),
                CandleReader.read(CandleQuery.of(
                                paths(ledger), Interval.of(ledger.run().interval())))
                        .series());
        PrintWriter out = spec.commandLine().getOut();
        comparison.lines().forEach(out::println);
        out.flush();
        return comparison.verdict() == Verdict.DIFFERENT ? 1 : 0;
    }

    private LoadedStrategy strategy(String interval) {
        LoadedStrategy loaded = ConfigSearch.strategy(strategy.config(), folder.environment())
                .loadStrategy(strategy.selection().with(Intervals.setting(interval)));
        loaded.notices().forEach(AiQuantCommand.err(spec)::println);
        return loaded;
    }

    private List<String> paths(LedgerTrades ledger) {
        return candles.isEmpty()
                ? List.of(folder.candles()
                        .resolve("candles_" + ledger.run().interval() + ".db")
                        .toString())
                : candles;
    }
}
