package aiquant.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What sources may say, in any order, under a clock that jumps: bid and ask of one symbol against a plain model.
class PriceBookPropertyTest {
    private static final Symbol BTC = new Symbol("BTC");
    private static final long LIMIT_MS = 15_000;

    /// One thing that happens.
    private sealed interface Event {
        record Said(PriceSource source, double bid, double ask, long ageMs) implements Event {}

        record Passed(long ms) implements Event {}

        record ClockSet(long byMs) implements Event {}
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Double> price = Arbitraries.of(-1.0, 0.0, Double.NaN, 99.5, 100.0, 100.5, 101.0, 1e300 * 1e300);
        Arbitrary<Event> said = Combinators.combine(
                        Arbitraries.of(PriceSource.class),
                        price,
                        price,
                        Arbitraries.longs().between(0, 40_000))
                .as(Event.Said::new);
        Arbitrary<Event> passed = Arbitraries.longs().between(0, 20_000).map(Event.Passed::new);
        Arbitrary<Event> set =
                Arbitraries.longs().between(-7_200_000, 7_200_000).map(Event.ClockSet::new);
        return Arbitraries.frequencyOf(Tuple.of(6, said), Tuple.of(3, passed), Tuple.of(1, set))
                .list()
                .ofMaxSize(40);
    }

    /// @param bornMs by a count of the model's own
    private record Known(double bid, double ask, long bornMs) {}

    @Property(tries = 2_000)
    void givesTheMostTrustedSourceThatIsNewEnoughAndNothingElse(@ForAll("events") List<Event> events) {
        SetTime time = new SetTime();
        PriceBook book = new PriceBook(time.time());
        Map<PriceSource, Known> model = new EnumMap<>(PriceSource.class);
        long nowMs = 0;
        for (Event event : events) {
            switch (event) {
                case Event.Said said -> {
                    QuoteReading reading = new QuoteReading();
                    reading.touch(BTC, said.bid(), said.ask(), book.time().aged(said.source(), said.ageMs()));
                    int refused = reading.into(book);
                    boolean isPrice = said.bid() > 0 && said.ask() >= said.bid() && said.ask() < 1e300;
                    assertThat(refused).isEqualTo(isPrice ? 0 : 1);
                    Known next = new Known(said.bid(), said.ask(), nowMs - said.ageMs());
                    Known before = model.get(said.source());
                    if (isPrice && (before == null || next.bornMs() >= before.bornMs())) {
                        model.put(said.source(), next);
                    }
                }
                case Event.Passed passed -> {
                    time.pass(passed.ms());
                    nowMs += passed.ms();
                }
                case Event.ClockSet set -> time.setClock(set.byMs());
            }
            check(book, model, nowMs);
        }
    }

    private static void check(PriceBook book, Map<PriceSource, Known> model, long nowMs) {
        List<PriceSource> fresh = new ArrayList<>();
        for (PriceSource source : PriceSource.values()) {
            Known known = model.get(source);
            if (known != null && nowMs - known.bornMs() <= LIMIT_MS) {
                fresh.add(source);
            }
        }
        Optional<Touch> touch = book.touch(BTC, LIMIT_MS);
        assertThat(touch.isPresent()).isEqualTo(!fresh.isEmpty());
        if (touch.isPresent()) {
            Known known = Objects.requireNonNull(model.get(fresh.getFirst()));
            assertThat(touch.get().stamp().source()).isEqualTo(fresh.getFirst());
            assertThat(touch.get().bid().toDouble()).isEqualTo(known.bid());
            assertThat(touch.get().ask().toDouble()).isEqualTo(known.ask());
            assertThat(book.time().ageMs(touch.get().stamp())).isEqualTo(nowMs - known.bornMs());
            assertThat(book.mid(BTC, LIMIT_MS)).contains(touch.get().middle());
        }
        assertThat(book.quote(BTC).isPresent()).isEqualTo(!model.isEmpty());
    }
}
