package aiquant.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RoundAssemblerTest {
    private static final long MINUTE = 60_000;
    private static final long DEADLINE = 20_000;
    private static final long FILL = 100_000;
    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol ETH = new Symbol("ETH");
    private static final Set<Symbol> NONE = Set.of();

    private final RoundAssembler rounds = new RoundAssembler(List.of(ETH, BTC), Interval.M1, DEADLINE, FILL);

    @Test
    void passesARoundOnAsSoonAsItIsComplete() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        rounds.add(candle(ETH, 0), MINUTE);
        assertThat(rounds.next(MINUTE, NONE)).isEmpty();
        assertThat(rounds.missing()).containsExactly(BTC);

        rounds.add(candle(BTC, 0), MINUTE);

        assertThat(next(MINUTE)).isEqualTo("0 BTC ETH");
        assertThat(rounds.next(MINUTE, NONE)).isEmpty();
    }

    @Test
    void goesOnWithoutACandleAfterTheDeadlineAndTakesItLater() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        rounds.add(candle(ETH, 0), MINUTE);

        assertThat(rounds.next(MINUTE + DEADLINE - 1, NONE)).isEmpty();
        assertThat(next(MINUTE + DEADLINE)).isEqualTo("0 ETH");
        rounds.add(candle(BTC, 0), MINUTE + DEADLINE);

        assertThat(next(MINUTE + DEADLINE)).isEqualTo("0 BTC");
    }

    @Test
    void waitsLongerWhileTheHistoryIsBeingFilled() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        rounds.add(candle(ETH, 0), MINUTE);

        assertThat(rounds.next(MINUTE + DEADLINE + FILL - 1, Set.of(BTC))).isEmpty();
        assertThat(rounds.next(MINUTE + DEADLINE + FILL, Set.of(BTC))).isPresent();
    }

    @Test
    void countsTheDeadlineFromTheFirstSignAfterAnOutage() {
        long muchLater = 100 * MINUTE;
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));

        rounds.add(candle(BTC, 0), muchLater);
        rounds.add(candle(BTC, MINUTE), muchLater);
        assertThat(rounds.next(muchLater, NONE)).isEmpty();
        rounds.add(candle(ETH, 0), muchLater + 1_000);
        rounds.add(candle(ETH, MINUTE), muchLater + 1_000);

        assertThat(next(muchLater + 1_000)).isEqualTo("0 BTC ETH");
        assertThat(next(muchLater + 1_000)).isEqualTo("60000 BTC ETH");
    }

    @Test
    void doesNotWaitForASymbolThatWasMissingTwiceUntilItComesBack() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        for (long openMs = 0; openMs < 2 * MINUTE; openMs += MINUTE) {
            rounds.add(candle(ETH, openMs), openMs + MINUTE);
            assertThat(rounds.next(openMs + MINUTE + DEADLINE, NONE)).isPresent();
        }
        assertThat(rounds.absent()).containsExactly(BTC);

        rounds.add(candle(ETH, 2 * MINUTE), 3 * MINUTE);
        assertThat(next(3 * MINUTE)).isEqualTo("120000 ETH");

        rounds.add(candle(BTC, 3 * MINUTE), 4 * MINUTE);
        assertThat(rounds.next(4 * MINUTE, NONE)).isEmpty();
        rounds.add(candle(ETH, 3 * MINUTE), 4 * MINUTE);
        assertThat(next(4 * MINUTE)).isEqualTo("180000 BTC ETH");
    }

    @Test
    void doesNotWaitForASymbolWithoutAHistory() {
        rounds.begin(0, Map.of(ETH, -MINUTE));

        rounds.add(candle(ETH, 0), MINUTE);

        assertThat(next(MINUTE)).isEqualTo("0 ETH");
    }

    @Test
    void leavesOutATimeThatHasNoCandleAtAll() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        rounds.add(candle(BTC, MINUTE), 2 * MINUTE);
        rounds.add(candle(ETH, MINUTE), 2 * MINUTE);

        assertThat(rounds.next(2 * MINUTE, NONE)).isEmpty();
        assertThat(next(2 * MINUTE + DEADLINE)).isEqualTo("60000 BTC ETH");
    }

    @Test
    void waitsForEverWhereNothingSaysThatARoundIsOver() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));

        assertThat(rounds.next(1_000 * MINUTE, NONE)).isEmpty();
        assertThat(rounds.isOverdue(1_000 * MINUTE)).isFalse();
    }

    @Test
    void dropsACandleWhenItsSymbolHasGoneOnWithoutIt() {
        rounds.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        rounds.add(candle(ETH, 0), MINUTE);
        assertThat(next(MINUTE + DEADLINE)).isEqualTo("0 ETH");
        rounds.add(candle(ETH, MINUTE), 2 * MINUTE);
        rounds.add(candle(BTC, MINUTE), 2 * MINUTE);
        assertThat(next(2 * MINUTE)).isEqualTo("60000 BTC ETH");

        rounds.add(candle(BTC, 0), 2 * MINUTE);

        assertThat(rounds.next(2 * MINUTE, NONE)).isEmpty();
        assertThat(rounds.tooLate()).isEqualTo(1);
    }

    /// Whatever order candles come in, doubled and late: no candle twice, and each symbol in the order of time.
    @Property(tries = 300)
    void passesEveryCandleOnOnceAndInOrder(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        RoundAssembler assembler = new RoundAssembler(List.of(BTC, ETH), Interval.M1, DEADLINE, FILL);
        assembler.begin(0, Map.of(BTC, -MINUTE, ETH, -MINUTE));
        List<Candle> coming = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (Symbol symbol : List.of(BTC, ETH)) {
                int copies = random.nextInt(3);
                for (int copy = 0; copy < copies; copy++) {
                    coming.add(candle(symbol, i * MINUTE));
                }
            }
        }
        for (int i = 0; i + 1 < coming.size(); i++) {
            if (random.nextInt(3) == 0) {
                Collections.swap(coming, i, Math.min(coming.size() - 1, i + random.nextInt(6)));
            }
        }

        Map<Symbol, Long> newest = new HashMap<>();
        Set<Candle> passed = new HashSet<>();
        long nowMs = MINUTE;
        for (Candle one : coming) {
            nowMs += random.nextInt(60_000);
            assembler.add(one, nowMs);
            for (Optional<Round> round = assembler.next(nowMs, NONE);
                    round.isPresent();
                    round = assembler.next(nowMs, NONE)) {
                for (Candle candle : round.get().candles()) {
                    assertThat(passed.add(candle)).isTrue();
                    assertThat(candle.openTimeMs()).isGreaterThan(newest.getOrDefault(candle.symbol(), -1L));
                    newest.put(candle.symbol(), candle.openTimeMs());
                }
            }
        }
    }

    private String next(long nowMs) {
        Round round = rounds.next(nowMs, NONE).orElseThrow();
        StringBuilder text = new StringBuilder().append(round.timeMs());
        round.candles().forEach(candle -> text.append(' ').append(candle.symbol()));
        return text.toString();
    }

    private static Candle candle(Symbol symbol, long openMs) {
        return new Candle(symbol, Interval.M1, openMs, 1, 2, 0.5, 1.5, 10);
    }
}
