package aiquant.headless.command;

import aiquant.config.Environment;
import aiquant.config.SweepFile;
import aiquant.engine.Version;
import aiquant.engine.research.CardBan;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.gpu.GpuInfo;
import aiquant.gpu.GpuSweeps;
import aiquant.gpu.GpuUnavailable;
import aiquant.gpu.SweepSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `aiquant gpu prove`: whether this machine's cards come to the JVM's figures, and how fast they are.
@Command(
        name = "prove",
        description =
                "Compares cards with the JVM on random configurations in every mode, bit by bit, and measures both"
                        + " on generated candles. Takes at most eight minutes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class GpuProveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--device",
            paramLabel = "CARD",
            description = "Only this card: its number, its UUID or a part of its name; may be repeated.")
    private List<String> devices = new ArrayList<>();

    @Option(
            names = "--configurations",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Random configurations to compare. Default: ${DEFAULT-VALUE}.")
    private int configurations;

    @Option(names = "--grid", paramLabel = "FILE", description = "Measure every combination of this sweep file.")
    private List<Path> grids = new ArrayList<>();

    @Option(names = "--tpe", paramLabel = "FILE", description = "Measure Parzen estimators over this sweep file.")
    private List<Path> wide = new ArrayList<>();

    @Option(
            names = "--tpe-trials",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Of each --tpe. Default: ${DEFAULT-VALUE}.")
    private long tpeTrials;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (configurations < 1 || tpeTrials < 1) {
            throw new IllegalArgumentException("--configurations and --tpe-trials must be at least 1");
        }
        GpuSweeps cards;
        GpuSweeps unchecked;
        try {
            cards = GpuSweeps.of(devices, SweepSettings.defaults());
            unchecked = GpuSweeps.of(devices, SweepSettings.defaults().withChecked(1));
        } catch (GpuUnavailable e) {
            out.println("No graphics card: " + e.getMessage() + ". There is nothing to prove here.");
            return 0;
        }
        int threads = Runtime.getRuntime().availableProcessors();
        for (GpuInfo card : cards.cards()) {
            out.println("card " + card + ", compute capability " + card.capability() + ", CUDA " + card.cudaVersion()
                    + ", doubles at 1/" + card.fp64Divisor());
        }
        out.println("processor: " + threads + " threads, Java " + Runtime.version());
        CardBan ban = new CardBan(Environment.system(), Version.NUMBER);
        GpuProof proof = new GpuProof(cards::runner, unchecked::runner, ban, threads, err::println);
        TextTable table = new TextTable(
                "what", "configurations", "symbols", "bars", "closes", "cards", "processor", "ratio", "differing");
        long differing = 0;
        long unproved = 0;
        for (GpuProof.Mode mode : GpuProof.Mode.values()) {
            GpuProof.Row row = proof.parity(mode, mode.share(configurations));
            differing += row.differing();
            unproved += row.unproved();
            add(table, row);
        }
        for (Path file : grids) {
            add(table, proof.speed(file.getFileName() + ", grid", SweepFile.load(file), new Method.Grid()));
        }
        for (Path file : wide) {
            Method tpe = new Method.Tpe(tpeTrials, Method.Tpe.defaultBatch(tpeTrials), 42);
            add(table, proof.speed(file.getFileName() + ", TPE", SweepFile.load(file), tpe));
        }
        out.println(table);
        out.println("cards and processor in symbol-bars per second");
        proof.notices().forEach(out::println);
        out.println(verdict(differing, unproved));
        out.flush();
        return differing == 0 && unproved == 0 ? 0 : 1;
    }

    private static String verdict(long differing, long unproved) {
        if (differing > 0) {
            return "FAILED: " + differing + " configurations differ";
        }
        return unproved > 0
                ? "NOT PROVED: no card computed " + unproved + " of the configurations; see above"
                : "equal to the last bit";
    }

    private static void add(TextTable table, GpuProof.Row row) {
        table.add(
                row.what(),
                String.format(Locale.ROOT, "%,d", row.configurations()),
                Integer.toString(row.symbols()),
                String.format(Locale.ROOT, "%,d", row.bars()),
                String.format(Locale.ROOT, "%,d", row.closes()),
                String.format(Locale.ROOT, "%.3g", row.onCards()),
                String.format(Locale.ROOT, "%.3g", row.onProcessor()),
                String.format(Locale.ROOT, "%.1f", row.onCards() / row.onProcessor()),
                Long.toString(row.differing()));
    }
}
