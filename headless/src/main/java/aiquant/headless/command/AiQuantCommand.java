package aiquant.headless.command;

import aiquant.engine.Version;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of the command line; a sub-command is added to the list below.
@Command(
        name = "aiquant",
        description = "Trades perpetual futures: research, paper trading and the workstation in one program.",
        mixinStandardHelpOptions = true,
        versionProvider = AiQuantCommand.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Start here:",
            "  aiquant demo                              a generated market traded on paper, in a window",
            "  aiquant candles import FOLDER             CSV candles into the data folder",
            "  aiquant replay --candles FOLDER           what the strategy would have earned",
            "  aiquant COMMAND --help                    the options of one command",
        },
        subcommands = {
            DemoCommand.class,
            PaperCommand.class,
            ReplayCommand.class,
            SweepCommand.class,
            WalkForwardCommand.class,
            DumpIndicatorsCommand.class,
            GpuCommand.class,
            CandlesCommand.class,
            FundingCommand.class,
            ConfigCommand.class,
            KeyCommand.class,
            LedgerCommand.class,
            SidecarCommand.class,
            SimulateCommand.class,
            CommandLine.HelpCommand.class,
        })
public final class AiQuantCommand implements Runnable {

    private static final int HELP_WIDTH = 110;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Runs one command line.
    ///
    /// @return the exit code
    public static int run(String... args) {
        CommandLine line = new CommandLine(new AiQuantCommand());
        line.setExecutionExceptionHandler(Failures::report);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Failures::usage);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setExpandAtFiles(false);
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Try: aiquant demo");
    }

    static PrintWriter err(CommandSpec spec) {
        return spec.commandLine().getErr();
    }

    /// What `--version` prints.
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "AI Quant " + Version.NUMBER,
                "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")
            };
        }
    }
}
