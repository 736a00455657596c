package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WalkForwardWindowsTest {

    @Test
    void rollWithAGapBeforeEachTest() {
        assertThat(new WalkForwardWindows(100, 20, 20, 5, false).folds(1_000, 1_170))
                .containsExactly(
                        new Fold(1, 1_000, 1_099, 1_105, 1_124),
                        new Fold(2, 1_020, 1_119, 1_125, 1_144),
                        new Fold(3, 1_040, 1_139, 1_145, 1_164));
    }

    @Test
    void growFromTheSameBeginningWhenAnchored() {
        assertThat(new WalkForwardWindows(100, 20, 30, 0, true).folds(1_000, 1_170))
                .containsExactly(new Fold(1, 1_000, 1_099, 1_100, 1_119), new Fold(2, 1_000, 1_129, 1_130, 1_149));
    }

    @Test
    void fitWholeOrNotAtAll() {
        WalkForwardWindows windows = new WalkForwardWindows(100, 20, 20, 0, false);

        assertThat(windows.folds(0, 119)).isEmpty();
        assertThat(windows.folds(0, 120)).hasSize(1);
        assertThat(windows.folds(0, 139)).hasSize(1);
    }

    @Property
    void neverTestWhatWasTrainedOnOrTestedBefore(
            @ForAll @LongRange(min = 1, max = 500) long train,
            @ForAll @LongRange(min = 1, max = 200) long test,
            @ForAll @LongRange(min = 0, max = 100) long further,
            @ForAll @LongRange(min = 0, max = 50) long purge,
            @ForAll boolean isAnchored) {
        long lastTested = Long.MIN_VALUE;
        for (Fold fold : new WalkForwardWindows(train, test, test + further, purge, isAnchored).folds(7, 3_000)) {
            assertThat(fold.testFromMs())
                    .isEqualTo(fold.trainToMs() + 1 + purge)
                    .isGreaterThan(lastTested);
            assertThat(fold.testToMs()).isEqualTo(fold.testFromMs() + test - 1).isLessThan(3_000);
            assertThat(fold.trainFromMs()).isGreaterThanOrEqualTo(7);
            lastTested = fold.testToMs();
        }
    }

    @Test
    void refuseTestsThatOverlap() {
        assertThatThrownBy(() -> new WalkForwardWindows(100, 20, 10, 0, false)).hasMessageContaining("step 10");
    }
}
