package aiquant.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private static final Symbol BTC = new Symbol("BTC");

    private final SetTime time = new SetTime();
    private final PriceBook book = new PriceBook(time.time());

    @Test
    void knowsNothingThatNobodySaid() {
        assertThat(book.touch(BTC, Long.MAX_VALUE)).isEmpty();
        assertThat(book.mid(BTC, Long.MAX_VALUE)).isEmpty();
        assertThat(book.quote(BTC)).isEmpty();
    }

    @Test
    void keepsEveryDecimalOfAPrice() {
        say(PriceSource.SOCKET, "0.0094513", "0.0094517");

        assertThat(book.mid(BTC, 0)).map(Mid::price).contains(Price.of("0.0094515"));
    }

    @Test
    void fallsBackWhenTheTrustedSourceIsTooOld() {
        say(PriceSource.SOCKET, "100", "101");
        time.pass(15_001);
        say(PriceSource.EXCHANGE, "102", "103");

        Optional<Touch> touch = book.touch(BTC, 15_000);

        assertThat(touch).map(Touch::bid).contains(Price.of("102"));
        assertThat(touch).map(one -> one.stamp().source()).contains(PriceSource.EXCHANGE);
    }

    @Test
    void makesNothingYoungerWhenTheClockIsSetBack() {
        say(PriceSource.SOCKET, "100", "101");
        time.pass(10_000);
        time.setClock(-3_600_000);

        assertThat(book.touch(BTC, 9_999)).isEmpty();
        assertThat(book.quote(BTC)).map(Quote::ageMs).contains(10_000L);
    }

    @Test
    void doesNotBelieveATimeInTheFuture() {
        assertThat(time.time().dated(PriceSource.DATABASE, time.clockMs() + 2_001))
                .isEmpty();
        assertThat(time.time().dated(PriceSource.DATABASE, time.clockMs() + 1_999))
                .map(stamp -> time.time().ageMs(stamp))
                .contains(0L);
    }

    @Test
    void showsAnOldPriceAsStaleWithItsAgeAndSource() {
        say(PriceSource.DATABASE, "100", "102");
        time.pass(PriceBook.MID_MS + 1);

        Quote quote = book.quote(BTC).orElseThrow();

        assertThat(quote.isStale()).isTrue();
        assertThat(quote.ageMs()).isEqualTo(PriceBook.MID_MS + 1);
        assertThat(quote.source()).isEqualTo(PriceSource.DATABASE);
        assertThat(quote.price()).isEqualTo(Price.of("101"));
    }

    @Test
    void letsWhoWaitsGoAsSoonAsThePriceIsThere() throws InterruptedException {
        Thread later = Thread.ofVirtual().start(() -> say(PriceSource.SOCKET, "100", "101"));

        Optional<Touch> touch = book.await(() -> book.touch(BTC, 15_000), 60_000);

        later.join();
        assertThat(touch).isPresent();
        assertThat(book.await(() -> book.touch(new Symbol("ETH"), 15_000), 1)).isEmpty();
    }

    private void say(PriceSource source, String bid, String ask) {
        book.take(
                Map.of(BTC, new Touch(Price.of(bid), Price.of(ask), time.time().aged(source, 0))), Map.of());
    }
}
