package aiquant.headless.command;

import aiquant.kernel.market.Interval;
import aiquant.sidecar.SidecarSettings;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.Partitions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `aiquant candles partitions`: old candles into one file a month.
@Command(
        name = "partitions",
        description = {
            "Moves candles that are older than --keep-days into one database a month, which replays read as well.",
            "Without --apply it only says what it would do. Stop the sidecar first.",
            "Exit codes: 0 done, 2 wrong options, 3 no such database."
        })
final class CandlesPartitionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--interval", paramLabel = "LENGTH", required = true, description = "Such as 5m.")
    private String interval = "";

    @Option(
            names = "--src-db",
            paramLabel = "FILE",
            description = "Default: the candle database of the interval in the data folder.")
    private @Nullable Path source;

    @Option(names = "--out-dir", paramLabel = "DIR", description = "Default: partitions/LENGTH beside the database.")
    private @Nullable Path target;

    @Option(names = "--keep-days", paramLabel = "N", defaultValue = "90", description = "Default: 90.")
    private int keepDays;

    @Option(names = "--apply", description = "Copies.")
    private boolean isApplied;

    @Option(names = "--delete", description = "Also takes what was copied out of the database.")
    private boolean isDeleting;

    @Option(names = "--vacuum", description = "Also gives the room back to the disk.")
    private boolean isVacuuming;

    @Override
    public Integer call() {
        Interval length = Interval.of(interval.strip());
        Path from = source == null
                ? CandleStore.file(SidecarSettings.of(data.environment()).folder(), length)
                : source;
        Path into = target == null ? from.resolveSibling("partitions").resolve(length.text()) : target;
        Partitions.Outcome outcome = Partitions.run(
                new Partitions.Plan(length, from, into, keepDays, isApplied, isDeleting, isVacuuming),
                InstantSource.system());
        if (outcome.code() != Partitions.OK) {
            spec.commandLine().getErr().println("aiquant: " + outcome.message());
            return outcome.code();
        }
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("file", "old", "copied", "deleted");
        for (Partitions.Month month : outcome.months()) {
            table.add(
                    month.file().toString(),
                    String.valueOf(month.old()),
                    String.valueOf(month.copied()),
                    String.valueOf(month.deleted()));
        }
        out.println(outcome.months().isEmpty() ? "no candle is older than " + keepDays + " days" : table.toString());
        if (!isApplied) {
            out.println("nothing was changed; --apply copies");
        }
        return outcome.code();
    }
}
