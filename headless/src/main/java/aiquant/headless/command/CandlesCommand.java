package aiquant.headless.command;

import picocli.CommandLine.Command;

/// `aiquant candles`: brings market data in and shows what there is.
@Command(
        name = "candles",
        description = "Import candles and funding rates, or list the candles there are.",
        subcommands = {CandlesImportCommand.class, CandlesListCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CandlesCommand {}
