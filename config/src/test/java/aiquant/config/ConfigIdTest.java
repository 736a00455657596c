package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.strategy.Pipeline;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigIdTest {

    @Test
    void fingerprintsTheDefaults() {
        // Computed apart from this code, by sorting and hashing the defaults with another JSON library.
        assertThat(ConfigId.of(StrategyParams.defaults()).fingerprint())
                .isEqualTo("abd84e02d52cae946f74c58444bbca0067c9e92a266d7b2985e4211c60008021");
        assertThat(ConfigId.of(StrategyParams.defaults()).shortForm()).isEqualTo("abd84e02d52c");
    }

    @Test
    void writesSectionsInDocumentOrderAndKeysAlphabetically() {
        String json = CanonicalJson.of(StrategyParams.defaults());

        assertThat(json)
                .startsWith("{\"trade\":{\"add_cooldown_minutes\":60,\"add_fraction_of_base_margin\":0.5,")
                .contains("\"entry_min_confidence\":\"high\"", ",\"stoch_rsi\":{", "\"min_atr_pct\":0.003,")
                .endsWith("\"pipeline\":{\"default_profile\":\"production\",\"profiles\":{}}}");
    }

    @Test
    void writesAllGroupsOfAProfileWhicheverTheFileNames() {
        Pipeline.Profile empty = new Pipeline.Profile("", List.of(), List.of(), List.of(), Map.of());
        Pipeline.Profile spelledOut = new Pipeline.Profile(
                "",
                List.of(),
                List.of(),
                List.of(),
                Map.of("risk", new Pipeline.Behaviours(List.of(), List.of(), List.of())));

        assertThat(idWith(empty)).isEqualTo(idWith(spelledOut));
    }

    @Test
    void writesNumbersAsShortAsTheyReadBack() {
        assertThat(CanonicalJson.number(10000)).isEqualTo("10000.0");
        assertThat(CanonicalJson.number(0.0006)).isEqualTo("0.0006");
        assertThat(CanonicalJson.number(0.00001)).isEqualTo("0.00001");
        assertThat(CanonicalJson.number(0.000001)).isEqualTo("1e-6");
        assertThat(CanonicalJson.number(1.25e-7)).isEqualTo("1.25e-7");
        assertThat(CanonicalJson.number(1e12)).isEqualTo("1000000000000.0");
        assertThat(CanonicalJson.number(1e15)).isEqualTo("1000000000000000.0");
        assertThat(CanonicalJson.number(1e16)).isEqualTo("1e16");
        assertThat(CanonicalJson.number(1.5e20)).isEqualTo("1.5e20");
        assertThat(CanonicalJson.number(-12.75)).isEqualTo("-12.75");
        assertThat(CanonicalJson.number(0)).isEqualTo("0.0");
        assertThat(CanonicalJson.number(-0.0)).isEqualTo("-0.0");
    }

    @Test
    void refusesWhatIsNoFingerprint() {
        assertThatThrownBy(() -> new ConfigId("abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'abc'");
    }

    private static ConfigId idWith(Pipeline.Profile profile) {
        StrategyParams p = StrategyParams.defaults();
        return ConfigId.of(new StrategyParams(
                p.trade(),
                p.indicators(),
                p.filters(),
                p.marketRegime(),
                p.thresholds(),
                p.engine(),
                p.runtime(),
                new Pipeline("production", Map.of("p", profile))));
    }
}
