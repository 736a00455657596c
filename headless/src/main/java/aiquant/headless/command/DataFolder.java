package aiquant.headless.command;

import aiquant.config.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says where AI Quant keeps its data, shared by the commands that use it.
final class DataFolder {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description =
                    "Folder of AI Quant's data. Default: AI_QUANT_DATA_DIR, or aiquant in the user's data folder.")
    private @Nullable Path folder;

    boolean isGiven() {
        return folder != null;
    }

    Path path() {
        return folder == null ? Environment.system().dataFolder() : folder;
    }

    /// The environment, with this folder as the data folder.
    Environment environment() {
        return folder == null
                ? Environment.system()
                : Environment.system().with(Map.of("AI_QUANT_DATA_DIR", folder.toString()));
    }

    /// The folder of the market databases.
    Path candles() {
        return path().resolve("candles_dbs");
    }

    /// The ledger of paper trading.
    Path ledger() {
        return path().resolve("trading_engine.db");
    }
}
