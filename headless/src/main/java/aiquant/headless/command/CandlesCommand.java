package aiquant.headless.command;

import picocli.CommandLine.Command;

/// `aiquant candles`: brings market data in and shows what there is.
@Command(
        name = "candles",
        description = "Import or download candles, or list those there are.",
        subcommands = {CandlesImportCommand.class, CandlesDownloadCommand.class, CandlesListCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CandlesCommand {}
