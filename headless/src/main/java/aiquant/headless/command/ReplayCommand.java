package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.config.Selection;
import aiquant.engine.research.Digests;
import aiquant.engine.research.HtmlReport;
import aiquant.engine.research.LookAheadCheck;
import aiquant.engine.research.ReplayJob;
import aiquant.engine.research.ReplayOutcome;
import aiquant.engine.research.ReplayRequest;
import aiquant.engine.research.ReportJson;
import aiquant.engine.research.TextSummary;
import aiquant.engine.research.TradeCsv;
import aiquant.kernel.backtest.InitialState;
import aiquant.sidecar.store.Timestamps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// One run of the strategy over stored candles.
@Command(
        name = "replay",
        description = "Replays stored candles through the strategy and reports what it would have earned.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"--candles-db", "--candles"},
            paramLabel = "PATH",
            split = ",",
            description = "Main candles: SQLite files, CSV or CSV.gz files, or folders of them; may be repeated."
                    + " Default: candles_dbs/candles_{interval}.db in the data folder.")
    private List<String> candles = new ArrayList<>();

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Option(names = "--interval", paramLabel = "LENGTH", description = "1m 3m 5m 15m 30m 1h 4h 1d")
    private @Nullable String interval;

    @Option(
            names = "--exit-candles-db",
            paramLabel = "PATH",
            split = ",",
            description = "Finer candles on which exits are decided.")
    private List<String> exitCandles = new ArrayList<>();

    @Option(names = "--exit-interval", paramLabel = "LENGTH")
    private @Nullable String exitInterval;

    @Option(
            names = "--entry-candles-db",
            paramLabel = "PATH",
            split = ",",
            description = "Finer candles on which entries are decided.")
    private List<String> entryCandles = new ArrayList<>();

    @Option(names = "--entry-interval", paramLabel = "LENGTH")
    private @Nullable String entryInterval;

    @Option(
            names = {"--funding-db", "--funding"},
            paramLabel = "PATH",
            split = ",",
            description = "Hourly funding rates: SQLite files, CSV files or folders.")
    private List<String> funding = new ArrayList<>();

    @Option(names = "--symbol", paramLabel = "NAME", description = "One symbol only, with its section of the file.")
    private @Nullable String symbol;

    @Option(
            names = {"--start-ts", "--from-ts"},
            paramLabel = "TIME",
            description = "First bar: an epoch number, a date or an RFC 3339 time. Earlier bars only warm up.")
    private @Nullable String from;

    @Option(
            names = {"--end-ts", "--to-ts"},
            paramLabel = "TIME",
            description = "Last bar, included.")
    private @Nullable String to;

    @Option(names = "--no-auto-scope", description = "Do not narrow the period to what all finer candles cover.")
    private boolean noAutoScope;

    @Option(names = "--initial-balance", paramLabel = "USD", defaultValue = "10000")
    private double initialBalance;

    @Option(
            names = "--lookback",
            paramLabel = "BARS",
            defaultValue = "200",
            description = "Bars before the first signal.")
    private int lookback;

    @Option(names = "--slippage-bps", paramLabel = "BP", description = "Replaces trade.slippage_bps.")
    private @Nullable Double slippageBps;

    @Option(names = "--init-state", paramLabel = "FILE", description = "Start from an exported book.")
    private @Nullable Path initState;

    @Option(names = "--balance-from", paramLabel = "FILE", description = "Take only the balance of an exported book.")
    private @Nullable Path balanceFrom;

    @Option(names = "--live", description = "Apply the live section of the strategy file.")
    private boolean live;

    @Option(names = "--universe-filter", description = "Only symbols that were listed in the period.")
    private boolean universeFilter;

    @Option(names = "--universe-db", paramLabel = "FILE")
    private @Nullable Path universe;

    @Option(names = "--output", paramLabel = "FILE", description = "Report as JSON; without it, standard output.")
    private @Nullable Path output;

    @Option(names = "--trades", description = "Put every fill into the JSON report.")
    private boolean trades;

    @Option(names = "--equity-curve", description = "Put the equity curve into the JSON report.")
    private boolean equityCurve;

    @Option(names = "--export-trades", paramLabel = "CSV", description = "One row per closed trade.")
    private @Nullable Path exportTrades;

    @Option(names = "--html", paramLabel = "FILE", description = "Report as one page for a browser.")
    private @Nullable Path html;

    @Option(names = "--digest", description = "Print SHA-256 digests of trades, signals and equity.")
    private boolean digest;

    @Option(
            names = "--check-lookahead",
            description = "Repeat the run on beginnings of the data and fail if a decision knew what came later.")
    private boolean checkLookahead;

    @Override
    public Integer call() throws IOException {
        ReplayOutcome outcome = new ReplayJob(request(), Environment.system()).run();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        outcome.notices().forEach(err::println);
        err.print(TextSummary.of(outcome.result().report(), outcome.facts()));
        err.flush();
        write(outcome, out);
        if (!checkLookahead) {
            return 0;
        }
        LookAheadCheck check = LookAheadCheck.of(outcome, line -> {
            err.println(line);
            err.flush();
        });
        err.println(check.sentence());
        return check.difference().isPresent() ? 1 : 0;
    }

    private void write(ReplayOutcome outcome, PrintWriter out) throws IOException {
        ReportJson.Options options = new ReportJson.Options(
                outcome.facts().configId(), outcome.facts().fingerprint(), equityCurve, trades, Optional.empty());
        if (output != null) {
            ReportJson.write(outcome.result(), options, output);
        } else if (!digest) {
            ReportJson.write(outcome.result(), options, out);
        }
        if (exportTrades != null) {
            List<InitialState.OpenPosition> initial =
                    outcome.input().initialState().map(InitialState::positions).orElse(List.of());
            TradeCsv.write(outcome.result(), outcome.input().candles(), initial, exportTrades);
        }
        if (html != null) {
            HtmlReport.write(outcome.result(), outcome.facts(), html);
        }
        if (digest) {
            Digests digests = Digests.of(outcome.result());
            out.println("trades sha256:" + digests.trades());
            out.println("signals sha256:" + digests.signals());
            out.println("equity sha256:" + digests.equity());
        }
        out.flush();
    }

    private ReplayRequest request() {
        if (!(initialBalance > 0)) {
            throw new IllegalArgumentException("--initial-balance must be positive: " + initialBalance);
        }
        if (lookback < 1) {
            throw new IllegalArgumentException("--lookback must be at least 1: " + lookback);
        }
        Selection selection = strategy.selection();
        return new ReplayRequest(
                strategy.config(),
                live ? selection.asLive() : selection,
                candles,
                exitCandles,
                entryCandles,
                funding,
                Optional.ofNullable(interval),
                Optional.ofNullable(exitInterval),
                Optional.ofNullable(entryInterval),
                Optional.ofNullable(symbol),
                time("--start-ts", from),
                time("--end-ts", to),
                !noAutoScope,
                initialBalance,
                lookback,
                slippageBps == null ? OptionalDouble.empty() : OptionalDouble.of(slippageBps),
                Optional.ofNullable(initState),
                Optional.ofNullable(balanceFrom),
                universeFilter,
                Optional.ofNullable(universe));
    }

    private static OptionalLong time(String option, @Nullable String text) {
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Timestamps.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }
}
