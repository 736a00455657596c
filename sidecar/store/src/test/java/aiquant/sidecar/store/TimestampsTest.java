package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "1735689600, 1735689600000",
        "9999999999, 9999999999000",
        "10000000000, 10000000000",
        "1_735_689_600_000, 1735689600000",
        "9999999999999, 9999999999999",
        "10000000000000, 10000000000",
        "1735689600000999, 1735689600000",
        "10000000000000000, 10000000000",
        "1735689600000999999, 1735689600000",
        "-86400, -86400000",
        "+0, 0",
        "2025-01-01, 1735689600000",
        "2025-01-01T00:00:00Z, 1735689600000",
        "2025-01-01T01:30:00.250+01:30, 1735689600250",
        "2025-01-01 00:00:00z, 1735689600000",
    })
    void readsEpochNumbersByMagnitudeAndTimesAndDates(String text, long epochMs) {
        assertThat(Timestamps.parse(text)).isEqualTo(epochMs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-02-30", "2025-01-01T00:00:00", "99999999999999999999", "1.5", "_1"})
    void saysWhatATimeLooksLike(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a time; write an epoch number (1735689600, 1_735_689_600_000), an"
                        + " RFC 3339 time (2025-01-01T00:00:00Z) or a date (2025-01-01)");
    }
}
