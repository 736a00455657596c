package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniverseStoreTest {

    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol PEPE = new Symbol("kPEPE");

    @TempDir
    Path folder;

    @Test
    void remembersWhenEachSymbolWasSeenFirstAndLastEvenOutOfOrder() {
        try (UniverseStore store = UniverseStore.open(folder)) {
            store.append(200, List.of(BTC, PEPE));
            store.append(300, List.of(BTC));
            store.append(100, List.of(PEPE));
        }

        assertThat(Given.query(UniverseStore.file(folder), "SELECT * FROM universe_listings ORDER BY symbol"))
                .containsExactly("BTC 200 300", "kPEPE 100 200");
        assertThat(Given.query(UniverseStore.file(folder), "SELECT count(*) FROM universe_snapshots"))
                .containsExactly("4");
        assertThat(UniverseReader.listed(UniverseStore.file(folder), 250, 400)).containsExactly(BTC);
    }

    @Test
    void refusesAnEmptyUniverse() {
        try (UniverseStore store = UniverseStore.open(folder)) {
            assertThatThrownBy(() -> store.append(100, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
