package aiquant.desktop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PyramidTest {

    private final Column low = new Column();
    private final Column high = new Column();
    private final Pyramid pyramid = new Pyramid(low, high);

    @Test
    void answersLikeALoopOverEveryRange() {
        Random random = new Random(5);
        for (int i = 0; i < 700; i++) {
            append(random.nextGaussian());
        }

        for (int from = 0; from < 700; from += 7) {
            for (int to = from + 1; to <= 700; to += 13) {
                assertThat(pyramid.query(from, to)).isTrue();
                assertThat(pyramid.min()).isEqualTo(lowest(from, to));
                assertThat(pyramid.max()).isEqualTo(highest(from, to));
            }
        }
    }

    @Test
    void followsAChangeOfTheNewestValue() {
        for (int i = 0; i < 100; i++) {
            append(5);
        }
        low.put(99, 1);
        high.put(99, 9);

        pyramid.changed(99, 100);

        pyramid.query(0, 100);
        assertThat(pyramid.min()).isEqualTo(1);
        assertThat(pyramid.max()).isEqualTo(9);
    }

    @Test
    void forgetsAnExtremeThatWasCorrected() {
        for (int i = 0; i < 64; i++) {
            append(5);
        }
        high.put(63, 100);
        pyramid.changed(63, 64);
        high.put(63, 6);

        pyramid.changed(63, 64);

        pyramid.query(0, 64);
        assertThat(pyramid.max()).isEqualTo(6);
    }

    @Test
    void knowsNothingOfARangeWithoutValues() {
        for (int i = 0; i < 40; i++) {
            append(Double.NaN);
        }

        assertThat(pyramid.query(0, 40)).isFalse();
        assertThat(pyramid.query(3, 3)).isFalse();
    }

    private void append(double value) {
        int i = low.size();
        low.put(i, value);
        high.put(i, value + 1);
        pyramid.changed(i, i + 1);
    }

    private double lowest(int from, int to) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, low.get(i));
        }
        return lowest;
    }

    private double highest(int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, high.get(i));
        }
        return highest;
    }
}
