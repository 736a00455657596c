package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @Test
    void countsBarsOrDays() {
        assertThat(read("720").toMs(Interval.H1)).isEqualTo(30 * 86_400_000L);
        assertThat(read("720b")).isEqualTo(read("720"));
        assertThat(read("30d").toMs(Interval.M15)).isEqualTo(30 * 86_400_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "-5", "3.5d", "3w", "30 d", "12345678"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("'" + text + "' is no length");
    }

    private static Span read(String text) {
        return new Span.Text().convert(text);
    }
}
