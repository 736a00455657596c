package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void keepsAShortCurveAsItIs() {
        assertThat(Thinning.indices(new double[] {3, 1, 2, 5}, 4)).containsExactly(0, 1, 2, 3);
        assertThat(Thinning.indices(new double[0], 4)).isEmpty();
    }

    @Test
    void keepsEndsAndSpikes() {
        double[] values = new double[100_001];
        Arrays.fill(values, 5);
        values[0] = 4;
        values[70_001] = 900;
        values[70_003] = -900;

        int[] kept = Thinning.indices(values, 100);

        assertThat(kept).hasSizeLessThanOrEqualTo(100).isSorted().contains(0, 70_001, 70_003, 100_000);
    }
}
