package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniverseReaderTest {

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void writeListings() {
        database = Given.database(
                folder.resolve("universe_history.db"),
                "CREATE TABLE universe_listings(symbol TEXT PRIMARY KEY, first_seen_ms INTEGER, last_seen_ms INTEGER)",
                "INSERT INTO universe_listings VALUES ('kPEPE', 100, 200), ('BTC', 0, 1000), ('RLB', 10, 99)");
    }

    @Test
    void takesEverySymbolSeenDuringThePeriodBothEndsIncluded() {
        assertThat(UniverseReader.listed(database, 99, 100))
                .containsExactly(new Symbol("BTC"), new Symbol("RLB"), new Symbol("kPEPE"));
        assertThat(UniverseReader.listed(database, 100, 100)).containsExactly(new Symbol("BTC"), new Symbol("kPEPE"));
        assertThat(UniverseReader.listed(database, 201, 5000)).containsExactly(new Symbol("BTC"));
    }

    @Test
    void saysWhenNothingWasListedOrThereIsNoSuchFile() {
        Path missing = folder.resolve("missing.db");

        assertThatThrownBy(() -> UniverseReader.listed(database, 1001, 2000))
                .isInstanceOf(StoreException.class)
                .hasMessage(database + ": no symbol was listed between 1001 and 2000 (epoch milliseconds)");
        assertThatThrownBy(() -> UniverseReader.listed(missing, 0, 1))
                .isInstanceOf(StoreException.class)
                .hasMessage(missing + ": no such file");
    }
}
