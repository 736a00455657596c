package aiquant.headless.command;

import aiquant.config.ConfigError;
import aiquant.engine.ledger.DataFolderRefused;
import aiquant.engine.ledger.LedgerDamaged;
import aiquant.engine.ledger.LedgerFailed;
import aiquant.engine.research.SweepFailed;
import aiquant.exchange.signing.KeyRefused;
import aiquant.sidecar.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/// Turns what went wrong into one line for the person and an exit code.
///
/// Expected failures say what is wrong and with which file. Anything else is a bug of ours and shows where it happened.
final class Failures {

    private Failures() {}

    static int report(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandLine.ParameterException usage) {
            line.getErr().println(usage.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        line.getErr().println("aiquant: " + sentence(failure));
        if (!isExpected(failure)) {
            failure.printStackTrace(line.getErr());
        }
        line.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /// A command line that cannot be understood: what is wrong, the nearest known word, and where to look.
    static int usage(CommandLine.ParameterException failure, String[] args) {
        CommandLine line = failure.getCommandLine();
        line.getErr().println("aiquant: " + failure.getMessage());
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            nearest(unmatched.getUnmatched(), line)
                    .ifPresent(word -> line.getErr().println("Did you mean: " + word));
        }
        line.getErr().println("Help: " + line.getCommandSpec().qualifiedName() + " --help");
        line.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static Optional<String> nearest(List<String> unmatched, CommandLine line) {
        String wrong = unmatched.isEmpty() ? "" : unmatched.getFirst();
        Set<String> known = wrong.startsWith("-")
                ? line.getCommandSpec().optionsMap().keySet()
                : line.getSubcommands().keySet();
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(wrong, word)))
                .filter(word -> distance(wrong, word) <= Math.max(2, wrong.length() / 3));
    }

    /// How many letters must be changed, added, dropped or swapped with their neighbour.
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }

    private static boolean isExpected(Exception failure) {
        return switch (failure) {
            case ConfigError _, StoreException _, LedgerDamaged _, LedgerFailed _, DataFolderRefused _ -> true;
            case SweepFailed _ -> true;
            case IllegalArgumentException _, IOException _, UncheckedIOException _, CommandFailed _, KeyRefused _ ->
                true;
            default -> false;
        };
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof FileSystemException file) {
            return fileSentence(file);
        }
        boolean isOurs = failure.getClass() == IOException.class
                || failure.getClass().getName().startsWith("aiquant.");
        if ((failure instanceof IOException && !isOurs) || message == null) {
            return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        }
        return message;
    }

    private static String fileSentence(FileSystemException failure) {
        return failure.getFile()
                + switch (failure) {
                    case NoSuchFileException _ -> ": no such file or folder";
                    case FileAlreadyExistsException _ -> " exists already and is no folder";
                    case AccessDeniedException _ -> ": access denied";
                    case FileSystemException _ when failure.getReason() != null -> ": " + failure.getReason();
                    default -> ": " + failure.getClass().getSimpleName();
                };
    }

    /// A command that cannot go on, with the sentence that says why.
    static final class CommandFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailed(String sentence) {
            super(sentence);
        }
    }
}
