package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void forgetsTheOldest() {
        Window window = new Window(2);
        window.push(1.0);
        assertThat(window.isFull()).isFalse();
        assertThat(window.oldest()).isEqualTo(1.0);

        window.push(2.0);
        window.push(4.0);

        assertThat(window.isFull()).isTrue();
        assertThat(window.oldest()).isEqualTo(2.0);
        assertThat(window.mean()).isEqualTo(3.0);
        assertThat(window.deviation()).isEqualTo(1.0);
        assertThat(window.min()).isEqualTo(2.0);
        assertThat(window.max()).isEqualTo(4.0);
    }

    @Test
    void holdsAtLeastOneValue() {
        assertThatThrownBy(() -> new Window(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must hold at least one value: 0");
    }

    /// To the last bit: summed from the oldest to the newest.
    @Property
    void agreesWithTheNaiveSums(
            @ForAll @IntRange(min = 1, max = 9) int capacity,
            @ForAll @Size(min = 1, max = 40) double @DoubleRange(min = -1e6, max = 1e6) [] values) {
        Window window = new Window(capacity);
        for (double value : values) {
            window.push(value);
        }

        double[] last = Arrays.copyOfRange(values, Math.max(0, values.length - capacity), values.length);
        double sum = 0.0;
        for (double value : last) {
            sum += value;
        }
        double mean = sum / last.length;
        double squares = 0.0;
        for (double value : last) {
            squares += (value - mean) * (value - mean);
        }

        assertThat(window.mean()).isEqualTo(mean);
        assertThat(window.deviation()).isEqualTo(Math.sqrt(squares / last.length));
        assertThat(window.oldest()).isEqualTo(last[0]);
        assertThat(window.min()).isEqualTo(Arrays.stream(last).min().orElseThrow());
        assertThat(window.max()).isEqualTo(Arrays.stream(last).max().orElseThrow());
    }
}
