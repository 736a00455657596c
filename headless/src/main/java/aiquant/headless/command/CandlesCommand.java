package aiquant.headless.command;

import picocli.CommandLine.Command;

/// `aiquant candles`: brings market data in and shows what there is.
@Command(
        name = "candles",
        description = "Import or download candles, list and check those there are, and archive old ones.",
        subcommands = {
            CandlesImportCommand.class,
            CandlesDownloadCommand.class,
            CandlesListCommand.class,
            CandlesStatCommand.class,
            CandlesPartitionsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class CandlesCommand {}
