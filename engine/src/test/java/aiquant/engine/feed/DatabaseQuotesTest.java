package aiquant.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import aiquant.sidecar.store.BboSample;
import aiquant.sidecar.store.BboStore;
import aiquant.sidecar.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseQuotesTest {
    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol PEPE = new Symbol("kPEPE");

    @TempDir
    Path folder;

    private final SetTime time = new SetTime();
    private final PriceBook book = new PriceBook(time.time());

    @Test
    void readsTheNewestRowWithItsAge() throws Exception {
        try (BboStore store = store();
                DatabaseQuotes quotes = quotes()) {
            store.append(List.of(
                    new BboSample(BTC, time.clockMs() - 7_000, 99, 100),
                    new BboSample(BTC, time.clockMs() - 4_000, 100.5, 101),
                    new BboSample(PEPE, time.clockMs() - 1_000, 0.0094513, 0.0094517)));

            assertThat(quotes.into(book)).isEqualTo(OptionalInt.of(0));

            Touch touch = book.touch(BTC, 4_000).orElseThrow();
            assertThat(touch.bid()).isEqualTo(Price.of("100.5"));
            assertThat(touch.stamp().source()).isEqualTo(PriceSource.DATABASE);
            assertThat(touch.stamp().timeMs()).isEqualTo(time.clockMs() - 4_000);
            assertThat(book.touch(BTC, 3_999)).isEmpty();
            assertThat(book.touch(PEPE, 1_000)).map(Touch::ask).contains(Price.of("0.0094517"));
        }
    }

    @Test
    void doesNotLookWhileTheSocketHasNewPrices() throws Exception {
        Stamp stamp = time.time().aged(PriceSource.SOCKET, 0);
        book.take(Map.of(), Map.of(BTC, new Mid(Price.of("100"), stamp), PEPE, new Mid(Price.of("1"), stamp)));

        try (DatabaseQuotes quotes = quotes()) {
            assertThat(quotes.into(book)).isEmpty();

            time.pass(10_001);

            assertThatThrownBy(() -> quotes.into(book))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no such file");
        }
    }

    @Test
    void refusesARowFromTheFuture() throws Exception {
        try (BboStore store = store();
                DatabaseQuotes quotes = quotes()) {
            store.append(List.of(new BboSample(BTC, time.clockMs() + 60_000, 99, 100)));

            assertThat(quotes.into(book)).isEqualTo(OptionalInt.of(1));

            assertThat(book.quote(BTC)).isEmpty();
        }
    }

    private DatabaseQuotes quotes() {
        return new DatabaseQuotes(BboStore.file(folder), List.of(BTC, PEPE), 10_000);
    }

    private BboStore store() {
        return BboStore.open(BboStore.file(folder), 1_000, time.time().clock());
    }
}
