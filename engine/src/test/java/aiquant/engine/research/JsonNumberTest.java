package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNumberTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 10000.0",
        "0, 0.0",
        "-0.0, -0.0",
        "-89.786810607, -89.786810607",
        "0.1, 0.1",
        "100, 100.0",
        "0.3709677419354839, 0.3709677419354839",
        "1234567.891, 1234567.891",
        "12345678.9, 12345678.9",
        "10000000, 10000000.0",
        "1e15, 1000000000000000.0",
        "1234567890123456, 1234567890123456.0",
        "1e16, 1e16",
        "12345678901234568, 1.2345678901234568e16",
        "1.5e300, 1.5e300",
        "0.001, 0.001",
        "0.00012, 0.00012",
        "0.00001, 0.00001",
        "0.000012345, 0.000012345",
        "0.000001, 1e-6",
        "-0.00000025, -2.5e-7",
        "1e-12, 1e-12",
    })
    void writesTheShortestDigitsPlainWhereverTheyStayShort(double value, String text) {
        assertThat(JsonNumber.text(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    @Test
    void hasNoWordForWhatIsNotANumber() {
        assertThat(JsonNumber.text(Double.NaN)).isEqualTo("null");
        assertThat(JsonNumber.text(Double.POSITIVE_INFINITY)).isEqualTo("null");
        assertThat(JsonNumber.text(Double.NEGATIVE_INFINITY)).isEqualTo("null");
    }

    @Test
    void readsBackAsTheSameBitsForAnyMagnitude() {
        for (int exponent = -300; exponent <= 300; exponent += 7) {
            double value = Math.PI * Math.pow(10, exponent);

            assertThat(Double.parseDouble(JsonNumber.text(value))).isEqualTo(value);
        }
    }
}
