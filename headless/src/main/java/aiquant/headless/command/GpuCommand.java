package aiquant.headless.command;

import picocli.CommandLine.Command;

/// `aiquant gpu`: graphics cards.
@Command(
        name = "gpu",
        description = "Shows the graphics cards that sweeps can run on, and proves and measures them.",
        mixinStandardHelpOptions = true,
        subcommands = {GpuInfoCommand.class, GpuProveCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class GpuCommand {}
