package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import org.junit.jupiter.api.Test;

class EngineFileTest {

    @Test
    void meansTheDefaultsWhenNothingIsSet() {
        assertThat(EngineFile.parse("e.yaml", "{}")).isEqualTo(EngineConfig.DEFAULTS);
        assertThat(EngineConfig.DEFAULTS.mode()).isEqualTo(TradingMode.PAPER);
        assertThat(EngineConfig.DEFAULTS.risk()).isEqualTo(RiskLimits.DEFAULTS);
    }

    @Test
    void readsWhatIsSetAndKeepsTheRest() {
        EngineConfig config = EngineFile.parse("e.yaml", """
                mode: dry_live
                symbols: [BTC, kPEPE]
                initial_balance: 500
                per_symbol: true
                risk:
                  max_leverage: 2.5
                  max_open_positions: 0
                """);

        assertThat(config.mode()).isEqualTo(TradingMode.DRY_LIVE);
        assertThat(config.symbols()).containsExactly(new Symbol("BTC"), new Symbol("kPEPE"));
        assertThat(config.initialBalance()).isEqualTo(500.0);
        assertThat(config.perSymbol()).isTrue();
        assertThat(config.lookback()).isEqualTo(200);
        assertThat(config.risk().maxLeverage()).isEqualTo(2.5);
        assertThat(config.risk().maxOpenPositions()).isZero();
        assertThat(config.risk().maxDrawdownPct()).isEqualTo(RiskLimits.DEFAULTS.maxDrawdownPct());
    }

    @Test
    void refusesUnknownKeysAndWrongTypes() {
        assertRefused("lockback: 3", "e.yaml:1:1: unknown key 'lockback'; did you mean 'lookback'? Known keys: mode, ");
        assertRefused("mode: lvie", "e.yaml:1:7: mode must be one of paper, dry_live, live, not text 'lvie'");
        assertRefused("symbols: BTC", "e.yaml:1:10: symbols must be a list, not text 'BTC'");
        assertRefused("symbols: [1]", "e.yaml:1:11: symbols must be text, not number 1");
        assertRefused("symbols: [' BTC']", "e.yaml:1:11: symbols: symbol must be a non-blank name");
        assertRefused("risk:", "e.yaml:1:6: risk must be a mapping, not nothing");
    }

    @Test
    void refusesValuesOutOfRangeAtTheirPlace() {
        assertRefused(
                "risk:\n  max_drawdown_pct: 120",
                "e.yaml:2:21: risk.max_drawdown_pct must be between 0 and 100 percent: 120.0");
        assertRefused("risk: {max_leverage: -1}", "e.yaml:1:22: risk.max_leverage must not be negative: -1.0");
        assertRefused("initial_balance: 0", "e.yaml:1:18: initial_balance must be positive: 0.0");
        assertRefused("lookback: 0", "e.yaml:1:11: lookback must be at least 1: 0");
        assertRefused("symbols: [BTC, BTC]", "e.yaml:1:10: symbols lists BTC twice");
        assertRefused("account: ''", "e.yaml:1:10: account must not be blank");
    }

    @Test
    void refusesLimitsOutOfRangeAlsoInCode() {
        assertThatThrownBy(() -> new RiskLimits(Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxOrderNotionalUsd must not be negative: NaN");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> EngineFile.parse("e.yaml", text))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith(message);
    }
}
