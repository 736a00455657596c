package aiquant.headless.command;

import aiquant.sidecar.store.ImportProgress;
import aiquant.sidecar.store.ImportSummary;
import aiquant.sidecar.store.MarketDataImport;
import aiquant.sidecar.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `aiquant candles import`: CSV files of candles and funding rates into the databases.
///
/// What was written goes to standard output, progress and errors to standard error.
@Command(
        name = "import",
        description = {
            "Import CSV files of candles or funding rates (.csv, .csv.gz), told apart by their header.",
            "Every file is checked first; one bad row and nothing is imported."
        })
final class CandlesImportCommand implements Callable<Integer> {

    private static final int PROGRESS_LINES = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataFolder data = new DataFolder();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "A CSV file, or a folder of them at any depth.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            ImportSummary summary =
                    new MarketDataImport(data.candles(), InstantSource.system(), progressTo(err)).run(paths);
            print(summary, out);
            return 0;
        } catch (StoreException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    /// About twenty lines per step, however many files there are.
    private static ImportProgress progressTo(PrintWriter err) {
        return (step, done, total, rows) -> {
            if (done == total || done * PROGRESS_LINES / total > (done - 1) * PROGRESS_LINES / total) {
                err.printf(Locale.ROOT, "%s %d of %d files, %,d rows%n", verb(step), done, total, rows);
                err.flush();
            }
        };
    }

    private static String verb(ImportProgress.Step step) {
        return switch (step) {
            case CHECKING -> "checked";
            case WRITING -> "wrote";
        };
    }

    private static void print(ImportSummary summary, PrintWriter out) {
        for (ImportSummary.Written written : summary.databases()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %,d rows of %d symbols from %d files, %,d of them new or changed%n",
                    written.database(),
                    written.rows(),
                    written.symbols(),
                    written.files(),
                    written.changed());
        }
    }
}
