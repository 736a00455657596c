package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

    /// The best is (2, 2): beside it (1, 2) with 40, (3, 2) with 60 and (2, 1) with 50; (1, 1) is two steps away.
    @Test
    void holdsWhatIsOneStepAwayAlongOneParameter() {
        Neighbourhood near = Neighbourhood.of(
                PlotRows.of(List.of(at(1, 2, 40), at(2, 2, 100), at(3, 2, 60), at(2, 1, 50), at(1, 1, 90))));

        assertThat(near.isExact()).isTrue();
        assertThat(near.neighbours())
                .extracting(neighbour -> neighbour.row().totalPnl())
                .containsExactlyInAnyOrder(40.0, 60.0, 50.0);
        assertThat(near.median()).isEqualTo(50.0);
        assertThat(near.verdict()).contains("50.00 %", "a slope");
        assertThat(near.neighbours())
                .filteredOn(Neighbourhood.Neighbour::isHigher)
                .extracting(Neighbourhood.Neighbour::value)
                .containsExactly(3.0);
    }

    /// Ranges 10 and 4. From (0, 0): (5, 1) is 0.5 + 0.25 away, (10, 4) is 2.
    @Test
    void takesTheNearestWhereNothingIsOneStepAway() {
        Neighbourhood near = Neighbourhood.of(PlotRows.of(List.of(at(0, 0, 100), at(10, 4, 80), at(5, 1, -30))));

        assertThat(near.isExact()).isFalse();
        assertThat(near.neighbours()).extracting(n -> n.row().totalPnl()).containsExactly(-30.0, 80.0);
        assertThat(near.neighbours().getFirst().distance()).isCloseTo(0.75, within(1e-15));
        assertThat(near.median()).isEqualTo(25.0);
        assertThat(near.verdict()).contains("differ by 68.75 % of each parameter's range");
    }

    /// Ranges of 10, and ten rows beside (5, 5) with 11 to 20.
    @Test
    void judgesByTheNearestWhereTheyAreNear() {
        List<SweepRow> rows = new ArrayList<>(List.of(at(5, 5, 100), at(0, 0, 99), at(10, 10, 99)));
        for (int i = 1; i <= 10; i++) {
            rows.add(at(5 + i / 100.0, 5 - i / 100.0, 10 + i));
        }

        Neighbourhood near = Neighbourhood.of(PlotRows.of(rows));

        assertThat(near.median()).isEqualTo(15.5);
        assertThat(near.verdict()).contains("15.50 %", "a lonely peak");
    }

    @Test
    void saysSoWhenThereIsNothingToCompareOrNothingWasEarned() {
        assertThat(Neighbourhood.of(PlotRows.of(List.of(at(0, 0, 1)))).verdict())
                .contains("nothing beside it");
        assertThat(Neighbourhood.of(PlotRows.of(List.of(at(0, 0, -1), at(0, 1, -2), at(1, 0, -3))))
                        .verdict())
                .contains("Even the best row lost");
    }

    @Test
    void keepsNothingWhereNeighboursLose() {
        assertThat(Neighbourhood.of(PlotRows.of(List.of(at(0, 0, 9), at(0, 1, -2), at(1, 0, -3))))
                        .verdict())
                .contains("keep nothing", "a lonely peak");
    }

    /// The best earns 10, its neighbours lose 40 and 30, but the median of all rows is −800.
    @Test
    void tellsTheEdgeOfABetterRegionFromALonelyPeak() {
        List<SweepRow> rows = List.of(
                at(0, 0, 10),
                at(0, 1, -40),
                at(1, 0, -30),
                at(2, 2, -800),
                at(2, 1, -800),
                at(1, 2, -900),
                at(0, 2, -950));

        assertThat(Neighbourhood.of(PlotRows.of(rows)).verdict())
                .contains("keep nothing", "the edge of a better region");
    }

    private static SweepRow at(double a, double b, double pnl) {
        return SampleSweep.row(0, Map.of("a", a, "b", b), pnl);
    }
}
