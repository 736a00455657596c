package aiquant.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketDataStoreTest {

    private static final AccountEvent FIRST = fill("0xa", "BTC|1|7|9");
    private static final AccountEvent SECOND = fill("0xa", "BTC|1|7|10");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("market_data.db");
    }

    @Test
    void logsAnEventOnceHoweverOftenItComes() {
        try (MarketDataStore store = MarketDataStore.open(file)) {
            assertThat(store.append(List.of(FIRST, FIRST), 100)).isEqualTo(1);
        }
        try (MarketDataStore store = MarketDataStore.open(file)) {
            assertThat(store.append(List.of(FIRST, SECOND), 200)).isEqualTo(1);

            assertThat(store.read(Optional.empty(), 0, 10))
                    .containsExactly(
                            new LoggedEvent(1, "0xa", "fill", 100, "{}"), new LoggedEvent(2, "0xa", "fill", 200, "{}"));
        }
    }

    @Test
    void readsOnFromAPlaceAndOneAccountAlone() {
        try (MarketDataStore store = MarketDataStore.open(file)) {
            store.append(List.of(FIRST, fill("0xb", "k"), SECOND), 100);

            assertThat(store.read(Optional.of("0xa"), 0, 1))
                    .extracting(LoggedEvent::seq)
                    .containsExactly(1L);
            assertThat(store.read(Optional.of("0xa"), 1, 9))
                    .extracting(LoggedEvent::seq)
                    .containsExactly(3L);
        }
    }

    @Test
    void remembersHowFarAnAccountsHistoryWasRead() {
        try (MarketDataStore store = MarketDataStore.open(file)) {
            store.historyRead("0xa", AccountEvent.Kind.FILL, 200);
            store.historyRead("0xa", AccountEvent.Kind.FILL, 100);
            store.historyRead("0xa", AccountEvent.Kind.FUNDING, 100);

            assertThat(store.historyReadMs("0xa", AccountEvent.Kind.FILL)).hasValue(200);
            assertThat(store.historyReadMs("0xa", AccountEvent.Kind.FUNDING)).hasValue(100);
            assertThat(store.historyReadMs("0xc", AccountEvent.Kind.FILL)).isEmpty();
        }
    }

    @Test
    void keepsCursorsOfClientsApartAndNeverMovesThemBack() {
        try (MarketDataStore store = MarketDataStore.open(file)) {
            store.append(List.of(FIRST, SECOND), 100);
            store.acknowledge("live", 2, 100);
            store.acknowledge("live", 1, 200);
            store.acknowledge("desk", 1, 200);
        }
        try (MarketDataStore store = MarketDataStore.open(file)) {
            assertThat(store.cursor("live")).hasValue(2);
            assertThat(store.cursor("desk")).hasValue(1);
            assertThat(store.cursor("nobody")).isEmpty();
            assertThatThrownBy(() -> store.acknowledge("live", 3, 100))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event 3 cannot be acknowledged: the log ends at 2");
        }
    }

    @Test
    void letsNobodyChangeOrDeleteAnEvent() {
        try (MarketDataStore store = MarketDataStore.open(file)) {
            store.append(List.of(FIRST), 100);
        }

        assertThatThrownBy(() -> Given.database(file, "DELETE FROM user_events"))
                .hasStackTraceContaining("account events are never deleted");
        assertThatThrownBy(() -> Given.database(file, "UPDATE user_events SET data = ''"))
                .hasStackTraceContaining("account events never change");
    }

    private static AccountEvent fill(String user, String key) {
        return new AccountEvent(user, AccountEvent.Kind.FILL, key, 1, "{}");
    }
}
