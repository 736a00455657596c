package aiquant.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesiredSetTest {

    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol PEPE = new Symbol("kPEPE");

    private final DesiredSet desired =
            new DesiredSet(90_000, new DesiredSet.Wish(Set.of(BTC), Set.of(Interval.H1), 300, Optional.empty()));

    @Test
    void wantsWhatAnybodyWantsWithTheMostBars() {
        desired.ensure("a", wish(200, BTC, PEPE), 0);
        desired.ensure("b", wish(500, BTC), 0);

        assertThat(desired.series())
                .containsEntry(new SeriesKey(BTC, Interval.H1), 500)
                .containsEntry(new SeriesKey(PEPE, Interval.H1), 200);
        assertThat(desired.symbols()).containsExactly(BTC, PEPE);
    }

    @Test
    void forgetsASilentClientButNeverTheWarmSymbols() {
        desired.ensure("a", wish(200, PEPE), 0);
        desired.ensure("b", wish(200, BTC), 50_000);

        assertThat(desired.expire(90_000)).isFalse();
        assertThat(desired.expire(90_001)).isTrue();
        assertThat(desired.expire(140_001)).isTrue();
        assertThat(desired.series()).containsOnlyKeys(new SeriesKey(BTC, Interval.H1));
        assertThat(desired.clients()).isZero();
    }

    @Test
    void tellsAHeartbeatFromANewWish() {
        assertThat(desired.ensure("a", wish(200, PEPE), 0)).isTrue();
        assertThat(desired.ensure("a", wish(200, PEPE), 1)).isFalse();
        assertThat(desired.ensure("a", wish(300, PEPE), 2)).isTrue();
    }

    private static DesiredSet.Wish wish(int bars, Symbol... symbols) {
        return new DesiredSet.Wish(Set.of(symbols), Set.of(Interval.H1), bars, Optional.empty());
    }
}
