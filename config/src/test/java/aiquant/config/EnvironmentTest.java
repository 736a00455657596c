package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    @Test
    void findsTheDataFolder() {
        Map<String, String> xdg = Map.of("HOME", "/home/me", "XDG_DATA_HOME", "/data");

        assertThat(new Environment(Map.of("AI_QUANT_DATA_DIR", "/here", "XDG_DATA_HOME", "/data")).dataFolder())
                .isEqualTo(Path.of("/here"));
        assertThat(new Environment(xdg).dataFolder()).isEqualTo(Path.of("/data/aiquant"));
        assertThat(new Environment(Map.of("HOME", "/home/me", "XDG_DATA_HOME", "relative")).dataFolder())
                .isEqualTo(Path.of("/home/me/.local/share/aiquant"));
    }

    @Test
    void takesABlankDisplayForNone() {
        assertThat(new Environment(Map.of("DISPLAY", ":0")).isDisplayNamed()).isTrue();
        assertThat(new Environment(Map.of("WAYLAND_DISPLAY", "wayland-0")).isDisplayNamed())
                .isTrue();
        assertThat(new Environment(Map.of("DISPLAY", " ")).isDisplayNamed()).isFalse();
        assertThat(new Environment(Map.of()).isDisplayNamed()).isFalse();
    }

    @Test
    void takesEverySafetySwitchLiterally() {
        assertThat(with("AI_QUANT_LIVE_ENABLE", "1").isLiveEnabled()).isTrue();
        assertThat(with("AI_QUANT_LIVE_ENABLE", "true").isLiveEnabled()).isFalse();
        assertThat(with("AI_QUANT_LIVE_CONFIRM", "I_UNDERSTAND_THIS_CAN_LOSE_MONEY")
                        .isLiveConfirmed())
                .isTrue();
        assertThat(with("AI_QUANT_LIVE_CONFIRM", "yes").isLiveConfirmed()).isFalse();
        assertThat(with("AI_QUANT_HARD_KILL_SWITCH", "maybe").isHardKilled()).isTrue();
        assertThat(with("AI_QUANT_HARD_KILL_SWITCH", "0").isHardKilled()).isFalse();
        assertThat(new Environment(Map.of()).isHardKilled()).isFalse();
        assertThat(with("AI_QUANT_KILL_SWITCH", " HALT_ALL ").killSwitch()).contains("halt_all");
    }

    @Test
    void readsTheModeOrRefusesIt() {
        assertThat(with("AI_QUANT_MODE", " Dry_Live ").mode()).contains(TradingMode.DRY_LIVE);
        assertThat(with("AI_QUANT_MODE", "").mode()).isEmpty();
        assertThatThrownBy(() -> with("AI_QUANT_MODE", "lief").mode())
                .isInstanceOf(ConfigError.class)
                .hasMessage(
                        "AI_QUANT_MODE: unknown mode 'lief'; did you mean 'live'? Known modes: paper, dry_live, live");
    }

    @Test
    void namesOneLockForPaperAndOneForTheRealAccount() {
        Environment environment = with("AI_QUANT_DATA_DIR", "/d");

        assertThat(environment.lockFile(TradingMode.PAPER)).isEqualTo(Path.of("/d/ai_quant_paper.lock"));
        assertThat(environment.lockFile(TradingMode.DRY_LIVE)).isEqualTo(Path.of("/d/ai_quant_live.lock"));
        assertThat(environment.lockFile(TradingMode.LIVE)).isEqualTo(Path.of("/d/ai_quant_live.lock"));
        assertThat(with("AI_QUANT_LOCK_PATH", "/l").lockFile(TradingMode.LIVE)).isEqualTo(Path.of("/l"));
    }

    @Test
    void readsListsAndNumbers() {
        assertThat(with("AI_QUANT_CANDLE_PRUNE_DISABLE_INTERVALS", "1h, 1d,").intervalsKeptForEver())
                .containsExactlyInAnyOrder(Interval.H1, Interval.D1);
        assertThat(with("WATCHDOG_USEC", "30000000").watchdogUs()).hasValue(30_000_000);
        assertThat(new Environment(Map.of()).watchdogUs()).isEmpty();
        assertThatThrownBy(() -> with("WATCHDOG_USEC", "soon").watchdogUs()).isInstanceOf(ConfigError.class);
        assertThatThrownBy(() ->
                        with("AI_QUANT_CANDLE_PRUNE_DISABLE_INTERVALS", "2h").intervalsKeptForEver())
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("unknown interval '2h'");
    }

    @Test
    void searchesForTheStrategyFileAndSaysWhereItWasFound(@TempDir Path folder) throws Exception {
        Environment plain = with("AI_QUANT_DATA_DIR", folder.toString());
        Environment named = new Environment(
                Map.of("AI_QUANT_DATA_DIR", folder.toString(), "AI_QUANT_STRATEGY_YAML", "/named.yaml"));
        Path inFolder = folder.resolve("config", "strategy_overrides.yaml");

        ConfigSearch nothing = ConfigSearch.strategy(Optional.empty(), plain);
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(inFolder, "global: {trade: {leverage: 2}}");
        ConfigSearch found = ConfigSearch.strategy(Optional.empty(), plain);
        ConfigSearch variable = ConfigSearch.strategy(Optional.empty(), named);
        ConfigSearch option = ConfigSearch.strategy(Optional.of(Path.of("/option.yaml")), named);

        assertThat(nothing.found()).isEmpty();
        assertThat(nothing.sentence()).isEqualTo("configuration: built-in defaults (there is no " + inFolder + ")");
        assertThat(nothing.loadStrategy(Selection.GLOBAL)).isEqualTo(StrategyFile.defaults(Selection.GLOBAL));
        assertThat(found.found()).contains(inFolder);
        assertThat(found.sentence()).isEqualTo("configuration: " + inFolder + " (found in the data folder)");
        assertThat(found.loadStrategy(Selection.GLOBAL).params().trade().leverage())
                .isEqualTo(2.0);
        assertThat(variable.sentence()).isEqualTo("configuration: /named.yaml (named by AI_QUANT_STRATEGY_YAML)");
        assertThat(option.sentence()).isEqualTo("configuration: /option.yaml (named by --config)");
        assertThatThrownBy(() -> option.loadStrategy(Selection.GLOBAL))
                .hasMessage("/option.yaml: there is no such file");
        assertThat(ConfigSearch.engine(plain).loadEngine()).isEqualTo(EngineConfig.DEFAULTS);
    }

    private static Environment with(String variable, String value) {
        return new Environment(Map.of(variable, value));
    }
}
