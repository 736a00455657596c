package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.store.FundingCheck;
import aiquant.sidecar.store.FundingCheck.Limit;
import aiquant.sidecar.store.FundingCheck.Limits;
import aiquant.sidecar.store.FundingCheck.Severity;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Looks after the stored funding rates.
@Command(
        name = "funding",
        description = "Checks the stored funding rates.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = FundingCommand.Check.class)
final class FundingCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do? Try: aiquant funding check");
    }

    @Command(
            name = "check",
            description = {
                "Says whether the stored funding rates are recent, without gaps and believable.",
                "The result is JSON on standard output, a summary goes to standard error.",
                "Exit codes: 0 pass or warnings, 1 warnings with --fail-on-warn, 2 failed."
            },
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        private static final String AGE_VARIABLE = "AI_QUANT_FUNDING_MAX_AGE_FAIL_HOURS";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private DataFolder data = new DataFolder();

        @Option(
                names = "--symbols",
                paramLabel = "NAMES",
                split = ",",
                description = "Default: AI_QUANT_SYMBOLS, else AI_QUANT_SIDECAR_SYMBOLS, else BTC,ETH,SOL.")
        private List<String> symbols = List.of();

        @Option(names = "--db-dir", paramLabel = "DIR", description = "Folder of funding_rates.db.")
        private @Nullable Path folder;

        @Option(
                names = "--max-age-fail-hours",
                paramLabel = "HOURS",
                description = "Older newest rates fail. Default: " + AGE_VARIABLE + ", or 12.")
        private @Nullable Double maxAgeHours;

        @Option(names = "--fail-on-warn", description = "Ends with 1 where there are warnings only.")
        private boolean failsOnWarn;

        @Override
        public Integer call() {
            Environment environment = data.environment();
            Path from = folder == null ? SidecarSettings.of(environment).folder() : folder;
            FundingCheck.Report report = FundingCheck.of(
                    from,
                    symbols(environment),
                    limits(environment),
                    InstantSource.system().millis());
            spec.commandLine().getOut().println(json(report).toPrettyString());
            PrintWriter err = spec.commandLine().getErr();
            report.errors().forEach(error -> err.println("fail  " + error));
            report.issues()
                    .forEach(issue -> err.println(issue.severity().text() + "  " + issue.type() + "  " + issue.text()));
            err.println(report.symbols().size() + " symbols: " + word(report.status()));
            err.flush();
            return report.status()
                    .map(status -> status == Severity.FAIL ? 2 : failsOnWarn ? 1 : 0)
                    .orElse(0);
        }

        private List<Symbol> symbols(Environment environment) {
            List<String> names = symbols;
            for (String variable : List.of("AI_QUANT_SYMBOLS", "AI_QUANT_SIDECAR_SYMBOLS")) {
                if (names.isEmpty()) {
                    names = Arrays.asList(
                            environment.variable(variable).orElse("").split("[,\\s]+"));
                    names = names.stream().filter(name -> !name.isEmpty()).toList();
                }
            }
            return (names.isEmpty() ? List.of("BTC", "ETH", "SOL") : names)
                    .stream().map(String::strip).map(Symbol::new).toList();
        }

        private Limits limits(Environment environment) {
            Limit usual = Limits.STANDARD.ageH();
            Optional<Double> fail = maxAgeHours == null
                    ? environment.variable(AGE_VARIABLE).map(text -> hours(AGE_VARIABLE, text))
                    : Optional.of(maxAgeHours);
            return Limits.STANDARD.withAge(fail.map(hours -> new Limit(Math.min(usual.warn(), hours), hours))
                    .orElse(usual));
        }

        private static double hours(String variable, String text) {
            if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                throw new IllegalArgumentException(variable + " must be a number of hours: '" + text + "'");
            }
            return Double.parseDouble(text);
        }

        private static String word(Optional<Severity> status) {
            return status.map(Severity::text).orElse("pass");
        }

        private static ObjectNode json(FundingCheck.Report report) {
            ObjectNode json = new ObjectMapper().createObjectNode();
            json.put("status", word(report.status()))
                    .put("db_path", report.file().toString())
                    .put("checked_at_ms", report.checkedMs())
                    .put(
                            "checked_at_iso",
                            Instant.ofEpochMilli(report.checkedMs()).toString());
            Limits limits = report.limits();
            json.putObject("thresholds")
                    .put("max_age_warn_hours", limits.ageH().warn())
                    .put("max_age_fail_hours", limits.ageH().fail())
                    .put("lookback_hours", limits.lookbackH())
                    .put("max_gap_warn_hours", limits.gapH().warn())
                    .put("max_gap_fail_hours", limits.gapH().fail())
                    .put("max_abs_rate_warn", limits.absRate().warn())
                    .put("max_abs_rate_fail", limits.absRate().fail())
                    .put("max_delta_rate_warn", limits.deltaRate().warn())
                    .put("max_delta_rate_fail", limits.deltaRate().fail());
            json.putObject("summary")
                    .put("symbols_checked", report.symbols().size())
                    .put("issues_total", report.issues().size())
                    .put("issues_warn", report.count(Severity.WARN))
                    .put("issues_fail", report.count(Severity.FAIL))
                    .put("journal_mode", report.journalMode());
            ObjectNode bySymbol = json.putObject("symbols");
            report.symbols().forEach((symbol, figures) -> {
                ObjectNode item = bySymbol.putObject(symbol.name());
                item.put("rows", figures.rows()).put("rows_in_window", figures.rowsInWindow());
                if (figures.newestMs().isPresent()) {
                    item.put("newest_ms", figures.newestMs().getAsLong());
                } else {
                    item.putNull("newest_ms");
                }
                item.put("max_gap_hours", figures.maxGapH())
                        .put("max_abs_rate", figures.maxAbsRate())
                        .put("max_delta_rate", figures.maxDelta());
            });
            ArrayNode issues = json.putArray("issues");
            for (FundingCheck.Issue issue : report.issues()) {
                ObjectNode item = issues.addObject()
                        .put("type", issue.type())
                        .put("severity", issue.severity().text());
                issue.symbol()
                        .ifPresentOrElse(symbol -> item.put("symbol", symbol.name()), () -> item.putNull("symbol"));
                item.put("message", issue.text());
            }
            ArrayNode errors = json.putArray("errors");
            report.errors().forEach(errors::add);
            return json;
        }
    }
}
