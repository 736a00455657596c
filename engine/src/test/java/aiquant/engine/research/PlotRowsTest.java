package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlotRowsTest {

    @Test
    void putTheBestRowFirstAndLeaveOutWhatIsNoNumber() {
        PlotRows plot = PlotRows.of(List.of(
                SampleSweep.row(0, Map.of("a", 1.0), 5),
                SampleSweep.row(1, Map.of("a", 2.0), Double.NaN),
                SampleSweep.row(2, Map.of("a", 3.0), 9),
                SampleSweep.row(3, Map.of("a", 4.0), 9)));

        assertThat(plot.rows()).extracting(SweepRow::index).containsExactly(2L, 3L, 0L);
        assertThat(plot.median()).isEqualTo(9.0);
        assertThat(plot.axes().getFirst().values()).containsExactly(1, 3, 4);
    }

    /// a: means 1 and 3 around 2, one within each; b: means 2 and 2. Total squares 4 + 0 + 0 + 4 = 8, within a 4.
    /// Corrected: 1 − (4/2) / (8/3) = 1/4.
    @Test
    void orderParametersByWhatTheyExplain() {
        PlotRows plot = PlotRows.of(List.of(
                SampleSweep.row(0, Map.of("b", 0.0, "a", 0.0), 0),
                SampleSweep.row(1, Map.of("b", 1.0, "a", 0.0), 2),
                SampleSweep.row(2, Map.of("b", 1.0, "a", 1.0), 2),
                SampleSweep.row(3, Map.of("b", 0.0, "a", 1.0), 4)));

        assertThat(plot.axes()).extracting(PlotAxis::path).containsExactly("a", "b");
        assertThat(plot.axes().getFirst().influence()).isCloseTo(0.25, within(1e-15));
        assertThat(plot.axes().getLast().influence()).isZero();
    }

    @Test
    void cutManyValuesIntoRangesOfEqualWidth() {
        PlotAxis axis = PlotRows.of(SampleSweep.random(1, 300)).axes().getFirst();

        assertThat(axis.cells()).isEqualTo(16);
        for (int row = 0; row < 300; row++) {
            assertThat(axis.cell(row)).isBetween(0, 15);
        }
        assertThat(axis.cellLabel(0)).contains("–");
    }

    @Test
    void refuseARowWithoutAParameterOfTheOthers() {
        assertThatThrownBy(() -> PlotRows.of(
                        List.of(SampleSweep.row(4, Map.of("a", 1.0), 5), SampleSweep.row(7, Map.of("b", 2.0), 3))))
                .hasMessageContaining("row 7 has no value for a");
    }
}
