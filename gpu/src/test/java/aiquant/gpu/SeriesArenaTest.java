package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.SeriesKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesArenaTest {
    private static final SeriesKey A = ema(5);
    private static final SeriesKey B = ema(8);
    private static final SeriesKey C = ema(13);

    private static SeriesKey ema(int length) {
        return new SeriesKey(SeriesKey.Kind.EMA, length, 0, 0);
    }

    @Test
    void givesTheSlotOfTheSeriesThatWasUnusedForLongest() {
        SeriesArena arena = new SeriesArena(2);
        int slotOfA = arena.put(A, Set.of(A, B));
        int slotOfB = arena.put(B, Set.of(A, B));
        assertThat(arena.missing(Set.of(A))).isEmpty(); // A is used again

        int slotOfC = arena.put(C, Set.of(A, C));

        assertThat(slotOfC).isEqualTo(slotOfB).isNotEqualTo(slotOfA);
        assertThat(arena.slot(A)).isEqualTo(slotOfA);
        assertThat(arena.slot(B)).isEqualTo(-1);
        assertThat(arena.missing(Set.of(A, B, C))).containsExactly(B);
    }

    @Test
    void takesNoSlotFromASeriesThatIsNeeded() {
        SeriesArena arena = new SeriesArena(1);
        arena.put(A, Set.of(A));

        assertThatThrownBy(() -> arena.put(B, Set.of(A, B)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more series are needed than there are slots");
    }
}
