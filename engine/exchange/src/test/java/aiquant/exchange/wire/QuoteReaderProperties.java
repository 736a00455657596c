package aiquant.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuoteReaderProperties {

    @Property(tries = 2000, seed = "51")
    void readsQuotesAsTheCarefulReaderDoes(@ForAll("quotes") Frame frame) {
        String text = Json.write(frame.toJson());

        assertThat(QuoteReader.read(text)).contains(frame);
        assertThat(Frame.readCarefully(text)).isEqualTo(frame);
    }

    @Test
    void leavesEverythingUnusualToTheCarefulReader() {
        SplittableRandom random = new SplittableRandom(52);
        for (int i = 0; i < 50_000; i++) {
            String text = Mutation.of(Seeds.QUOTES.get(i % Seeds.QUOTES.size()), random);

            Optional<Frame> quick = QuoteReader.read(text);

            quick.ifPresent(
                    frame -> assertThat(Frame.readCarefully(text)).as(text).isEqualTo(frame));
        }
    }

    @Test
    void takesTheShortWayForEachPlainQuote() {
        assertThat(Seeds.QUOTES)
                .allSatisfy(text -> assertThat(QuoteReader.read(text)).isPresent());
    }

    @Provide
    Arbitrary<Frame> quotes() {
        return Arbitraries.oneOf(bbo(), mids(), trades(), bars());
    }

    private static Arbitrary<Frame> bbo() {
        return Combinators.combine(coin(), time(), level().optional(), level().optional())
                .as((coin, time, bid, ask) -> new Frame("bbo", new Bbo(coin, time, bid, ask, Extra.NONE)));
    }

    private static Arbitrary<Frame> mids() {
        return Arbitraries.maps(coin(), decimal())
                .ofMaxSize(20)
                .map(mids -> new Frame("allMids", new AllMids(Map.copyOf(mids), Extra.NONE)));
    }

    private static Arbitrary<Frame> trades() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(10);
        return Combinators.combine(
                        coin(),
                        text,
                        decimal(),
                        decimal(),
                        time(),
                        text,
                        time(),
                        text.list().ofMaxSize(3))
                .as((coin, side, px, sz, time, hash, tid, users) ->
                        new Trade(coin, new Side(side), px, sz, time, hash, tid, users, Extra.NONE))
                .list()
                .ofMaxSize(4)
                .map(trades -> new Frame("trades", new Trades(List.copyOf(trades))));
    }

    private static Arbitrary<Frame> bars() {
        return Combinators.combine(time(), time(), coin(), decimal(), decimal(), decimal(), decimal(), decimal())
                .as((open, close, coin, o, c, h, l, v) ->
                        new Frame("candle", new Bar(open, close, coin, "1m", o, c, h, l, v, close, Extra.NONE)));
    }

    private static Arbitrary<Level> level() {
        return Combinators.combine(decimal(), decimal(), Arbitraries.integers().greaterOrEqual(0))
                .as((px, sz, orders) -> new Level(px, sz, orders, Extra.NONE));
    }

    private static Arbitrary<String> coin() {
        return Arbitraries.strings().ofMaxLength(12);
    }

    private static Arbitrary<Long> time() {
        return Arbitraries.longs();
    }

    private static Arbitrary<BigDecimal> decimal() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)),
                        Arbitraries.integers().between(0, 20))
                .as(BigDecimal::new);
    }
}
