package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BboStoreTest {

    private static final Symbol BTC = new Symbol("BTC");

    @TempDir
    Path folder;

    @Test
    void keepsOneRowPerSymbolAndSampleTime() {
        try (BboStore store = open()) {
            store.append(
                    List.of(sample(BTC, 0), sample(BTC, 999), sample(new Symbol("kPEPE"), 500), sample(BTC, 1_000)));
            store.append(List.of(sample(BTC, 1_500)));
        }

        assertThat(Given.query(BboStore.file(folder), "SELECT * FROM bbo_snapshots ORDER BY symbol, ts_ms"))
                .containsExactly(
                        "BTC 0 100.0 101.0 100.5 1970-01-01T00:00:00Z",
                        "BTC 1000 100.0 101.0 100.5 1970-01-01T00:00:00Z",
                        "kPEPE 500 100.0 101.0 100.5 1970-01-01T00:00:00Z");
    }

    @Test
    void showsTheNewestRowOfASymbolWhileItIsWritten() {
        try (BboStore store = open();
                BboReader reader = BboReader.open(BboStore.file(folder))) {
            store.append(List.of(sample(BTC, 1_000), sample(BTC, 3_000), sample(new Symbol("ETH"), 9_000)));

            assertThat(reader.newest(BTC)).contains(new BboSample(BTC, 3_000, 100, 101));

            store.append(List.of(new BboSample(BTC, 5_000, 101, 102)));

            assertThat(reader.newest(BTC)).contains(new BboSample(BTC, 5_000, 101, 102));
            assertThat(reader.newest(new Symbol("btc"))).isEmpty();
        }
    }

    @Test
    void saysThatThereAreNoSnapshots() {
        assertThatThrownBy(() -> BboReader.open(BboStore.file(folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("bbo_snapshots.db: no such file");
    }

    @Test
    void forgetsOldRows() {
        try (BboStore store = open()) {
            store.append(List.of(sample(BTC, 0), sample(BTC, 5_000)));

            assertThat(store.prune(5_000)).isEqualTo(1);
        }

        assertThat(Given.query(BboStore.file(folder), "SELECT ts_ms FROM bbo_snapshots"))
                .containsExactly("5000");
    }

    @Test
    void refusesACrossedQuote() {
        assertThatThrownBy(() -> new BboSample(BTC, 0, 101, 100)).isInstanceOf(IllegalArgumentException.class);
    }

    private BboStore open() {
        return BboStore.open(BboStore.file(folder), 1_000, InstantSource.fixed(Instant.EPOCH));
    }

    private static BboSample sample(Symbol symbol, long timeMs) {
        return new BboSample(symbol, timeMs, 100, 101);
    }
}
