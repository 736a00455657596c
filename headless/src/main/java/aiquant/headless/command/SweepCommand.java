package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.engine.Version;
import aiquant.engine.research.CardBan;
import aiquant.engine.research.SweepHtml;
import aiquant.engine.research.SweepJob;
import aiquant.engine.research.SweepOutcome;
import aiquant.engine.research.SweepRequest;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRow;
import aiquant.kernel.sweep.TrialResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Many configurations over the same candles.
@Command(
        name = "sweep",
        description = "Tries many settings over stored candles and keeps the best.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class SweepCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SamplerOptions sampler = new SamplerOptions();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "sweep_results.jsonl",
            description = "JSON lines, written when the sweep is over. Default: ${DEFAULT-VALUE}.")
    private Path output = Path.of("");

    @Option(
            names = "--output-mode",
            paramLabel = "MODE",
            defaultValue = "full",
            description = "full: the whole report; candidate: the figures a choice needs. Default: ${DEFAULT-VALUE}.")
    private SweepRequest.OutputMode mode = SweepRequest.OutputMode.FULL;

    @Option(
            names = "--sweep-top-k",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Rows the file holds, best first; 0: every row, in the order of the combinations.")
    private int topK;

    @Option(
            names = "--top-n",
            paramLabel = "N",
            defaultValue = "10",
            description = "Rows of the printed table. Default: ${DEFAULT-VALUE}.")
    private int topN;

    @Option(names = "--html", paramLabel = "FILE", description = "Plots as one page for a browser.")
    private @Nullable Path html;

    @Option(names = "--threads", paramLabel = "N", description = "Workers. Default: one per processor.")
    private @Nullable Integer threads;

    @Option(names = "--resume", description = "Go on from the checkpoint beside the output.")
    private boolean resume;

    @Option(names = "--verify-overrides", description = "Write into each row how the first values were taken.")
    private boolean verify;

    @Option(names = "--strict-overrides", description = "Refuse to start when a first value is not taken.")
    private boolean strict;

    @Mixin
    private GpuOptions gpu = new GpuOptions();

    @Option(
            names = "--parity-mode",
            paramLabel = "MODE",
            description = "Accepted for old scripts; all symbols are always used.")
    private @Nullable String parityMode;

    @Option(names = "--allow-unsafe-gpu-sweep", description = "Accepted for old scripts; nothing is guarded.")
    private boolean allowUnsafe;

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        notices().forEach(err::println);
        SweepRequest request = request();
        CardBan ban = new CardBan(Environment.system(), Version.NUMBER);
        SweepJob job =
                new SweepJob(request, Environment.system(), Version.NUMBER, System::nanoTime, gpu.runners(ban, err));
        try (StopSignal stop = StopSignal.listen()) {
            SweepOutcome outcome;
            try (SweepTicker ticker = SweepTicker.start(job, err)) {
                outcome = job.run(stop::isGiven);
                ticker.last();
            }
            outcome.notices().forEach(err::println);
            spec.commandLine().getOut().println(table(outcome));
            spec.commandLine().getOut().flush();
            if (html != null) {
                SweepHtml.write(
                        outcome.best().stream()
                                .map(result -> row(outcome, result))
                                .toList(),
                        outcome.done(),
                        facts(outcome),
                        html);
            }
            err.println(closing(outcome));
            err.flush();
            return outcome.isComplete() ? 0 : 130;
        }
    }

    private List<String> notices() {
        return Stream.of(
                        parityMode != null ? "--parity-mode has no effect: all symbols are used everywhere" : "",
                        allowUnsafe ? "--allow-unsafe-gpu-sweep has no effect: nothing is guarded" : "",
                        spec.commandLine().getParseResult().hasMatchedOption("--lookback")
                                ? "--lookback has no effect: the sweep file says the lookback"
                                : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private SweepRequest request() {
        if (topN < 0) {
            throw new IllegalArgumentException("--top-n must not be negative: " + topN);
        }
        return new SweepRequest(
                market.request(),
                sampler.spec(),
                sampler.method(),
                output,
                mode,
                topK,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                resume,
                strict ? SweepRequest.Checks.STRICT : verify ? SweepRequest.Checks.VERIFY : SweepRequest.Checks.NONE);
    }

    private String table(SweepOutcome outcome) {
        TextTable table =
                new TextTable("config", "total PnL", "trades", "win rate", "profit factor", "max DD", "values");
        for (TrialResult result :
                outcome.best().subList(0, Math.min(topN, outcome.best().size()))) {
            SweepRow row = row(outcome, result);
            table.add(
                    row.configId(),
                    Texts.signed(row.totalPnl()),
                    Integer.toString(row.trades()),
                    Texts.percent(result.summary().winRate()),
                    String.format(Locale.ROOT, "%.2f", row.profitFactor()),
                    Texts.percent(row.maxDrawdownPct()),
                    row.brief());
        }
        return table.toString();
    }

    private static SweepRow row(SweepOutcome outcome, TrialResult result) {
        return SweepRow.of(result.trial().index(), outcome.overrides().apply(result), result.summary());
    }

    private Map<String, String> facts(SweepOutcome outcome) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Sweep file", sampler.spec().toString());
        facts.put("Chosen by", sampler.describe());
        facts.put("Trials", outcome.done() + " of " + outcome.trials());
        facts.put("Symbol-bars per trial", String.format(Locale.ROOT, "%,d", outcome.symbolBars()));
        return facts;
    }

    private String closing(SweepOutcome outcome) {
        String uninformed = sampler.method() instanceof Method.Tpe
                ? String.format(
                        Locale.ROOT,
                        ", %.1f %% of them drawn before any result was known",
                        100.0 * outcome.uninformed() / Math.max(1, outcome.done()))
                : "";
        String end = outcome.isComplete()
                ? outcome.output().toString()
                : "stopped; " + outcome.output() + " holds what is done, --resume goes on";
        return String.format(
                Locale.ROOT,
                "%,d trials%s, %,d indicator series computed: %s",
                outcome.done(),
                uninformed,
                outcome.distinctSeries(),
                end);
    }
}
