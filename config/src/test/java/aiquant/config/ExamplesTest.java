package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The examples that ship with the program are read by the program.
class ExamplesTest {

    @Test
    void loadsTheStrategyExample() {
        Path file = Path.of("strategy_overrides.example.yaml");

        LoadedStrategy loaded = StrategyFile.load(
                file, Selection.GLOBAL.forSymbol(new Symbol("DOGE")).asLive().inMode("safe"));

        assertThat(loaded.notices()).isEmpty();
        assertThat(loaded.params().trade().allocationPct()).isEqualTo(0.01);
        assertThat(loaded.params().trade().maxOpenPositions()).isEqualTo(3);
        assertThat(loaded.params().trade().maxEntryOrdersPerLoop()).isEqualTo(1);
    }

    @Test
    void showsTheDefaultsInTheEngineExample() {
        EngineConfig config = EngineFile.load(Path.of("engine.example.yaml"));

        assertThat(config.watchlist()).isEqualTo(List.of(new Symbol("BTC")));
        assertThat(config.risk()).isEqualTo(RiskLimits.DEFAULTS);
        assertThat(config.lookback()).isEqualTo(EngineConfig.DEFAULTS.lookback());
    }

    @Test
    void showsTheShapeOfTheSecretsFile() {
        assertThat(ConfigTree.read(Path.of("secrets.json.example")).entries())
                .containsOnlyKeys("network", "account_address", "agent_key");
    }
}
