package aiquant.headless.command;

import aiquant.config.ConfigError;
import aiquant.engine.ledger.DataFolderRefused;
import aiquant.engine.ledger.LedgerDamaged;
import aiquant.engine.ledger.LedgerFailed;
import aiquant.sidecar.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static boolean isExpected(Exception failure) {
        return switch (failure) {
            case ConfigError _, StoreException _, LedgerDamaged _, LedgerFailed _, DataFolderRefused _ -> true;
            case IllegalArgumentException _, IOException _, UncheckedIOException _, CommandFailed _ -> true;
            default -> false;
        };
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof IOException || message == null) {
            return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        }
        return message;
    }

    /// A command that cannot go on, with the sentence that says why.
    static final class CommandFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailed(String sentence) {
            super(sentence);
        }
    }
}
