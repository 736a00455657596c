package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Interval;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final long MINUTE = 60_000;

    private final Coverage coverage = new Coverage(Interval.M1);

    @Test
    void namesExactlyTheMissingBars() {
        add(0, 1, 4, 5, 9);

        assertThat(coverage.missing(0, 10 * MINUTE)).containsExactly(minutes(2, 3), minutes(6, 8), minutes(10, 10));
        assertThat(coverage.missing(1, 4 * MINUTE)).containsExactly(minutes(2, 3));
        assertThat(coverage.count(0, 10 * MINUTE)).isEqualTo(5);
    }

    @Test
    void joinsRunsThatMeet() {
        add(0, 2, 1);

        assertThat(coverage).hasToString("{0=120000}");
    }

    @Test
    void refusesATimeAtWhichNoBarOpens() {
        assertThatThrownBy(() -> coverage.add(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no bar of 60000 ms opens at 1");
    }

    @Property(tries = 300)
    void agreesWithASetOfBits(@ForAll long seed) {
        Coverage coverage = new Coverage(Interval.M1);
        Random random = new Random(seed);
        BitSet bits = new BitSet();
        for (int i = 0; i < 120; i++) {
            int at = random.nextInt(100);
            switch (random.nextInt(8)) {
                case 0 -> {
                    coverage.remove(at * MINUTE);
                    bits.clear(at);
                }
                case 1 -> {
                    int to = at + random.nextInt(10);
                    coverage.add(minutes(at, to));
                    bits.set(at, to + 1);
                }
                case 2 -> {
                    coverage.removeBefore(at / 4 * MINUTE - random.nextInt(2));
                    bits.clear(0, at / 4);
                }
                default -> {
                    coverage.add(at * MINUTE);
                    bits.set(at);
                }
            }
        }

        List<Long> missing = coverage.missing(0, 120 * MINUTE).stream()
                .flatMap(hole -> LongStream.rangeClosed(hole.minMs() / MINUTE, hole.maxMs() / MINUTE)
                        .boxed())
                .toList();
        assertThat(missing)
                .isEqualTo(LongStream.rangeClosed(0, 120)
                        .filter(minute -> !bits.get((int) minute))
                        .boxed()
                        .toList());
        assertThat(coverage.count(0, 200 * MINUTE)).isEqualTo(bits.cardinality());
    }

    private void add(long... minutes) {
        for (long minute : minutes) {
            coverage.add(minute * MINUTE);
        }
    }

    private static TimeRange minutes(long from, long to) {
        return new TimeRange(from * MINUTE, to * MINUTE);
    }
}
