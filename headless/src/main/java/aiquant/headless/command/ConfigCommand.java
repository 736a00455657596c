package aiquant.headless.command;

import aiquant.config.ConfigTree;
import aiquant.config.EngineFile;
import aiquant.config.LoadedStrategy;
import aiquant.config.Selection;
import aiquant.config.StrategyFile;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.CompiledStrategy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Work on configuration files.
@Command(
        name = "config",
        description = "Checks configuration files.",
        mixinStandardHelpOptions = true,
        subcommands = ConfigCommand.Validate.class)
final class ConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do? Try: aiquant config validate FILE");
    }

    @Command(
            name = "validate",
            description = "Checks a strategy file or an engine file and says where it is wrong.",
            mixinStandardHelpOptions = true)
    static final class Validate implements Callable<Integer> {
        private static final Set<String> STRATEGY_KEYS = Set.of("global", "symbols", "live", "modes", "_promoted_meta");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "The YAML file.")
        private Path file = Path.of("");

        @Option(names = "--symbol", paramLabel = "NAME", description = "Also merge this symbol's section.")
        private @Nullable String symbol;

        @Option(names = "--live", description = "Also merge the live section.")
        private boolean live;

        @Option(names = "--mode", paramLabel = "NAME", description = "Also merge this section of modes.")
        private @Nullable String mode;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            ConfigTree.Mapping root = ConfigTree.read(file);
            boolean isStrategy =
                    root.entries().isEmpty() || root.entries().keySet().stream().anyMatch(STRATEGY_KEYS::contains);
            if (!isStrategy) {
                EngineFile.load(file);
                out.println(file + ": a valid engine file");
                return 0;
            }
            Selection selection = Selection.GLOBAL;
            selection = symbol == null ? selection : selection.forSymbol(new Symbol(symbol));
            selection = live ? selection.asLive() : selection;
            selection = mode == null ? selection : selection.inMode(mode);
            LoadedStrategy loaded = StrategyFile.load(file, selection);
            CompiledStrategy strategy = CompiledStrategy.of(loaded.params());
            loaded.notices().forEach(out::println);
            out.println(
                    file + ": a valid strategy file, profile " + strategy.plan().profile() + ", configuration "
                            + loaded.id().shortForm());
            return 0;
        }
    }
}
