package aiquant.kernel.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final StrategyParams DEFAULTS = StrategyParams.defaults();

    @Test
    void knowsAHundredAndFortyTwoValuesByPathAndSection() {
        Map<String, Integer> sections = new TreeMap<>();
        for (Parameters.Parameter parameter : Parameters.all()) {
            sections.merge(parameter.path().substring(0, parameter.path().lastIndexOf('.')), 1, Integer::sum);
        }

        assertThat(Parameters.all()).hasSize(142);
        assertThat(sections)
                .containsEntry("indicators", 14)
                .containsEntry("filters", 10)
                .containsEntry("market_regime", 6)
                .containsEntry("thresholds.entry", 22)
                .containsEntry("thresholds.ranging", 5)
                .containsEntry("thresholds.anomaly", 2)
                .containsEntry("thresholds.tp_and_momentum", 8)
                .containsEntry("thresholds.stoch_rsi", 2)
                .containsEntry("trade", 73)
                .hasSize(9);
    }

    @Test
    void numbersThemInDocumentOrder() {
        List<Parameters.Parameter> all = Parameters.all();

        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).slot()).isEqualTo(i);
        }
        assertThat(all.get(0).path()).isEqualTo("trade.allocation_pct");
        assertThat(all.get(0).key()).isEqualTo("allocation_pct");
    }

    @Test
    void writesEveryValueWhereItReadsIt() {
        for (Parameters.Parameter parameter : Parameters.all()) {
            double other = Parameters.read(DEFAULTS, parameter.path()) == 1.0 ? 0.0 : 1.0;

            StrategyParams changed = DEFAULTS.with(parameter.path(), other);

            assertThat(Parameters.read(changed, parameter.path()))
                    .as(parameter.path())
                    .isEqualTo(other);
        }
    }

    @Test
    void changesNothingElse() {
        for (Parameters.Parameter parameter : Parameters.all()) {
            double other = Parameters.read(DEFAULTS, parameter.path()) == 1.0 ? 0.0 : 1.0;
            StrategyParams changed = DEFAULTS.with(parameter.path(), other);

            List<String> differing = Parameters.all().stream()
                    .map(Parameters.Parameter::path)
                    .filter(path -> Parameters.read(changed, path) != Parameters.read(DEFAULTS, path))
                    .toList();

            assertThat(differing)
                    .contains(parameter.path())
                    .hasSize(parameter.key().equals("ave_avg_atr_window") ? 2 : 1);
        }
    }

    @Test
    void setsBothNamesOfTheAtrAverage() {
        StrategyParams byOld = DEFAULTS.with("indicators.ave_avg_atr_window", 7);
        StrategyParams byNew = DEFAULTS.with("thresholds.entry.ave_avg_atr_window", 7);

        assertThat(byOld).isEqualTo(byNew);
        assertThat(byOld.thresholds().entry().aveAvgAtrWindow()).isEqualTo(7);
    }

    @Test
    void convertsAsASweepDoes() {
        assertThat(DEFAULTS.with("trade.max_open_positions", 3.9).trade().maxOpenPositions())
                .isEqualTo(3);
        assertThat(DEFAULTS.with("trade.max_open_positions", -3.9).trade().maxOpenPositions())
                .isEqualTo(0);
        assertThat(DEFAULTS.with("trade.max_open_positions", Double.NaN).trade().maxOpenPositions())
                .isEqualTo(0);
        assertThat(DEFAULTS.with("trade.max_open_positions", 1e12).trade().maxOpenPositions())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(DEFAULTS.with("trade.enable_pyramiding", -0.1).trade().enablePyramiding())
                .isTrue();
        assertThat(DEFAULTS.with("trade.enable_pyramiding", 0).trade().enablePyramiding())
                .isFalse();
        assertThat(DEFAULTS.with("trade.entry_min_confidence", 0.9).trade().entryMinConfidence())
                .isEqualTo(Confidence.LOW);
        assertThat(DEFAULTS.with("trade.entry_min_confidence", 7).trade().entryMinConfidence())
                .isEqualTo(Confidence.HIGH);
        assertThat(DEFAULTS.with("thresholds.entry.macd_hist_entry_mode", 1)
                        .thresholds()
                        .entry()
                        .macdHistEntryMode())
                .isEqualTo(MacdMode.SIGN);
    }

    @Test
    void namesAPathItDoesNotKnow() {
        assertThatThrownBy(() -> DEFAULTS.with("trade.sl_atr", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no sweepable parameter 'trade.sl_atr'");
        assertThatThrownBy(() -> Parameters.read(DEFAULTS, "engine.interval"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spellsNamesBothWays() {
        assertThat(Parameters.camel("sl_atr_mult")).isEqualTo("slAtrMult");
        assertThat(Parameters.snake("slAtrMult")).isEqualTo("sl_atr_mult");
        assertThat(Parameters.all())
                .allSatisfy(one -> assertThat(Parameters.snake(Parameters.camel(one.key())))
                        .isEqualTo(one.key()));
    }
}
