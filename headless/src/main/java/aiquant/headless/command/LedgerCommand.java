package aiquant.headless.command;

import aiquant.engine.ledger.LedgerBackup;
import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.ledger.LedgerReader;
import aiquant.engine.ledger.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Looks at a ledger without changing it; all of it also works while an engine is running.
@Command(
        name = "ledger",
        description = "Shows, checks and copies the ledger of a data folder.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LedgerCommand.Show.class,
            LedgerCommand.Verify.class,
            LedgerCommand.Backup.class,
            LedgerCompareCommand.class
        })
final class LedgerCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do? Try: aiquant ledger verify");
    }

    @Command(name = "show", description = "Prints the newest entries, newest first.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private DataFolder folder = new DataFolder();

        @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
        private int limit;

        @Override
        public Integer call() {
            try (LedgerReader reader = LedgerReader.open(folder.ledger())) {
                List<LedgerEntry> entries = reader.page(Long.MAX_VALUE, limit);
                entries.forEach(entry -> spec.commandLine()
                        .getOut()
                        .println(entry.sequence() + "  " + Instant.ofEpochMilli(entry.atMs()) + "  " + entry.kind()
                                + "  " + entry.body()));
            }
            return 0;
        }
    }

    @Command(
            name = "verify",
            description = "Recomputes the chain of hashes from the first entry to the last.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private DataFolder folder = new DataFolder();

        @Override
        public Integer call() {
            try (LedgerReader reader = LedgerReader.open(folder.ledger())) {
                return switch (reader.verify()) {
                    case Verification.Intact intact -> {
                        spec.commandLine()
                                .getOut()
                                .println(folder.ledger() + ": " + intact.head().sequence() + " entries, intact");
                        yield 0;
                    }
                    case Verification.Broken broken -> {
                        spec.commandLine()
                                .getErr()
                                .println("aiquant: " + folder.ledger() + " is damaged at entry " + broken.sequence()
                                        + ": " + broken.why());
                        yield 1;
                    }
                };
            }
        }
    }

    @Command(
            name = "backup",
            description = "Copies the ledger to a new file and verifies the copy.",
            mixinStandardHelpOptions = true)
    static final class Backup implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private DataFolder folder = new DataFolder();

        @Parameters(paramLabel = "FILE", description = "Where to; must not exist.")
        private Path target = Path.of("");

        @Override
        public Integer call() {
            long entries = LedgerBackup.copy(folder.ledger(), target).sequence();
            spec.commandLine().getOut().println("copied and verified: " + target + ", " + entries + " entries");
            return 0;
        }
    }
}
