package aiquant.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.Origin;
import aiquant.sidecar.store.StoredCandle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredMarketTest {
    private static final long MINUTE = 60_000;
    private static final long DEADLINE = 20_000;
    private static final int BARS = 100;
    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol ETH = new Symbol("ETH");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(BARS * MINUTE + 1));

    @TempDir
    Path folder;

    @Test
    void leavesWhatIsBehindAFreshGapToTheAssemblerWhichWaitsForIt() {
        store(BTC, bar -> bar != 98);
        store(ETH, bar -> bar != 98);
        RoundAssembler assembler = assembler();

        CandleRounds rounds = market().begin(assembler).orElseThrow();

        assertThat(last(rounds)).isEqualTo(97 * MINUTE);
        assertThat(assembler.nextMs()).isEqualTo(98 * MINUTE);
        assertThat(assembler.next(CLOCK.millis(), Set.of())).isEmpty();
        assembler.add(candle(BTC, 98), CLOCK.millis());
        assembler.add(candle(ETH, 98), CLOCK.millis());
        assertThat(assembler.next(CLOCK.millis(), Set.of()).orElseThrow().candles())
                .hasSize(2);
        assertThat(assembler.next(CLOCK.millis(), Set.of()).orElseThrow().timeMs())
                .isEqualTo(99 * MINUTE);
    }

    @Test
    void passesOverAGapOfLongAgo() {
        store(BTC, bar -> bar != 20);
        store(ETH, bar -> bar != 20);

        CandleRounds rounds = market().begin(assembler()).orElseThrow();

        assertThat(last(rounds)).isEqualTo(99 * MINUTE);
    }

    @Test
    void doesNotWaitForASymbolThatIsGone() {
        store(BTC, bar -> true);
        store(ETH, bar -> bar < 30);
        RoundAssembler assembler = assembler();

        CandleRounds rounds = market().begin(assembler).orElseThrow();

        assertThat(last(rounds)).isEqualTo(99 * MINUTE);
        assertThat(assembler.absent()).containsExactly(ETH);
    }

    private StoredMarket market() {
        return new StoredMarket(
                LiveMarket.of("simulator", Interval.M1, List.of(BTC, ETH), "test", folder.resolve("socket"), folder),
                new LiveStart(0, 0),
                CLOCK);
    }

    private static RoundAssembler assembler() {
        return new RoundAssembler(List.of(BTC, ETH), Interval.M1, DEADLINE, DEADLINE);
    }

    private static long last(CandleRounds rounds) {
        long timeMs = -1;
        for (Optional<Round> round = rounds.next(); round.isPresent(); round = rounds.next()) {
            timeMs = round.get().timeMs();
        }
        return timeMs;
    }

    private void store(Symbol symbol, LongPredicate has) {
        List<StoredCandle> rows = new ArrayList<>();
        for (long bar = 0; bar < BARS; bar++) {
            if (has.test(bar)) {
                rows.add(new StoredCandle(candle(symbol, bar), 1, true, Origin.REST, 0));
            }
        }
        try (CandleStore store = CandleStore.open(folder, Interval.M1, CLOCK)) {
            store.append(rows);
        }
    }

    private static Candle candle(Symbol symbol, long bar) {
        return new Candle(symbol, Interval.M1, bar * MINUTE, 10, 11, 9, 10, 1);
    }
}
