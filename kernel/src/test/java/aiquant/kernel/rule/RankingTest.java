package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void scoresConfidenceBeforeWholeAdxPoints() {
        assertThat(Ranking.score(2, 30.9)).isEqualTo(230);
        assertThat(Ranking.score(1, 99.9)).isEqualTo(199);
        assertThat(Ranking.score(0, -0.9)).isEqualTo(0);
        assertThat(Ranking.score(0, Double.NaN)).isEqualTo(0);
    }

    @Test
    void notesWhatACandidateIsSizedBy() {
        Candidate slot = new Candidate();

        Ranking.put(slot, 3, -1, 1, Samples.uptrend(), 0.5, 22.0);

        assertThat(slot.symbol).isEqualTo(3);
        assertThat(slot.side).isEqualTo(-1);
        assertThat(slot.price).isEqualTo(100.0);
        assertThat(slot.atr).isEqualTo(0.5);
        assertThat(slot.adxThreshold).isEqualTo(22.0);
        assertThat(slot.score).isEqualTo(130);
    }

    @Property
    void sortsByScoreAndKeepsTheOrderOfEquals(@ForAll @Size(max = 12) int @IntRange(max = 5) [] scores) {
        Candidate[] candidates = new Candidate[scores.length];
        for (int i = 0; i < scores.length; i++) {
            candidates[i] = new Candidate();
            candidates[i].score = scores[i];
        }
        int[] order = new int[scores.length];

        Ranking.rank(candidates, scores.length, order);

        for (int i = 1; i < order.length; i++) {
            int before = scores[order[i - 1]];
            assertThat(before > scores[order[i]] || (before == scores[order[i]] && order[i - 1] < order[i]))
                    .as("%s ranked as %s", Arrays.toString(scores), Arrays.toString(order))
                    .isTrue();
        }
    }
}
