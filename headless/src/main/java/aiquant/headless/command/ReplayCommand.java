package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.engine.research.DecisionDiagnostics;
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
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Option(names = "--init-state", paramLabel = "FILE", description = "Start from an exported book.")
    private @Nullable Path initState;

    @Option(names = "--output", paramLabel = "FILE", description = "Report as JSON; without it, standard output.")
    private @Nullable Path output;

    @Option(names = "--trades", description = "Put every fill into the JSON report.")
    private boolean trades;

    @Option(names = "--equity-curve", description = "Put the equity curve into the JSON report.")
    private boolean equityCurve;

    @Option(
            names = "--diagnostics",
            description = "Put every decision that did something into the JSON report, with what each gate saw. Large,"
                    + " hence off by default; main candles only, without funding or an initial book.")
    private boolean diagnostics;

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
        Optional<DecisionDiagnostics> decisions =
                diagnostics ? Optional.of(DecisionDiagnostics.of(outcome.input())) : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        outcome.notices().forEach(err::println);
        err.print(TextSummary.of(outcome.result().report(), outcome.facts()));
        err.flush();
        write(outcome, decisions, out);
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

    private void write(ReplayOutcome outcome, Optional<DecisionDiagnostics> decisions, PrintWriter out)
            throws IOException {
        ReportJson.Options options = new ReportJson.Options(
                outcome.facts().configId(), outcome.facts().fingerprint(), equityCurve, trades, decisions);
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
        return market.request(Optional.ofNullable(initState));
    }
}
