package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.config.SweepFile;
import aiquant.config.SweepSpec;
import aiquant.engine.Version;
import aiquant.engine.research.CardBan;
import aiquant.engine.research.Fold;
import aiquant.engine.research.FoldResult;
import aiquant.engine.research.ReplayJob;
import aiquant.engine.research.ResearchData;
import aiquant.engine.research.SweepSearch;
import aiquant.engine.research.TrialTally;
import aiquant.engine.research.WalkForward;
import aiquant.engine.research.WalkForwardHtml;
import aiquant.engine.research.WalkForwardJson;
import aiquant.engine.research.WalkForwardResult;
import aiquant.engine.research.WalkForwardText;
import aiquant.engine.research.WalkForwardWindows;
import aiquant.kernel.backtest.BacktestInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Chooses settings in one window and tests them in the next, over the whole of the candles.
@Command(
        name = "walk-forward",
        description = "Chooses settings in one window, tests them in the next, and says how much may be luck.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class WalkForwardCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WindowOptions windowOptions = new WindowOptions();

    @Mixin
    private SamplerOptions sampler = new SamplerOptions();

    @Option(names = "--threads", paramLabel = "N", description = "Workers. Default: one per processor.")
    private @Nullable Integer threads;

    @Option(
            names = "--overfitting-trials",
            paramLabel = "N",
            defaultValue = "100",
            description = "Trials of each fold, drawn at random, that the probability of overfitting is measured on;"
                    + " 0 does without. Default: ${DEFAULT-VALUE}.")
    private int overfittingTrials;

    @Option(names = "--output", paramLabel = "FILE", description = "Report as JSON.")
    private @Nullable Path output;

    @Option(names = "--html", paramLabel = "FILE", description = "Report as one page for a browser.")
    private @Nullable Path html;

    @Mixin
    private GpuOptions gpu = new GpuOptions();

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Override
    public Integer call() throws IOException {
        if (overfittingTrials < 0 || overfittingTrials == 1) {
            throw new IllegalArgumentException("--overfitting-trials must be 0 or at least 2: " + overfittingTrials);
        }
        if (threads != null && threads < 1) {
            throw new IllegalArgumentException("--threads must be at least 1: " + threads);
        }
        PrintWriter err = spec.commandLine().getErr();
        SweepSpec axes = SweepFile.load(sampler.spec());
        ResearchData data = new ReplayJob(market.request(), Environment.system()).prepare();
        BacktestInput whole = SweepSearch.input(data, axes);
        long endMs = data.toMs() + data.interval().lengthMs();
        WalkForwardWindows windows = windowOptions.windows(data.interval(), (endMs - data.fromMs()) / 86_400_000.0);
        WalkForward walk = new WalkForward(whole, windows, data.fromMs(), endMs);
        data.notices().forEach(err::println);
        try (StopSignal stop = StopSignal.listen()) {
            int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
            CardBan ban = new CardBan(Environment.system(), Version.NUMBER);
            SweepSearch search =
                    new SweepSearch(axes, sampler.method(), whole, workers, gpu.runners(ban, err), ban, stop::isGiven);
            WalkForwardResult result = walk(walk, search, stop, err);
            search.notices().forEach(err::println);
            PrintWriter out = spec.commandLine().getOut();
            out.print(WalkForwardText.of(result));
            out.flush();
            write(result, facts(data, search));
            return result.isComplete() ? 0 : 130;
        }
    }

    private WalkForwardResult walk(WalkForward walk, SweepSearch search, StopSignal stop, PrintWriter err) {
        WalkForwardProgress progress = new WalkForwardProgress(err, walk.folds(), search.trials());
        for (Fold fold : walk.folds()) {
            TrialTally tally = new TrialTally(overfittingTrials);
            progress.during(fold, tally, () -> search.search(walk.training(fold), tally));
            if (stop.isGiven()) {
                err.println("stopped in fold " + fold.number() + "; the report holds the folds before it");
                err.flush();
                return walk.partial();
            }
            FoldResult judged = walk.judge(fold, tally);
            progress.ended(
                    fold,
                    tally,
                    judged.inSample().totalPnl(),
                    judged.outOfSample().totalPnl());
        }
        return walk.result();
    }

    private void write(WalkForwardResult result, Map<String, String> facts) throws IOException {
        if (output != null) {
            WalkForwardJson.write(result, output);
        }
        if (html != null) {
            WalkForwardHtml.write(result, facts, html);
        }
    }

    private Map<String, String> facts(ResearchData data, SweepSearch search) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Configuration", data.configuration());
        facts.put("Fingerprint", data.fingerprint());
        facts.put("Data", String.join("\n", data.data()));
        facts.put("Sweep file", sampler.spec().toString());
        facts.put("Chosen by", sampler.describe() + "; " + search.trials() + " trials in each fold");
        return facts;
    }
}
