package aiquant.sidecar;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.UniverseStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Notes which symbols the exchange lists now.
///
/// @param folder holds the database
public record UniverseJob(Path folder, MarketHistory history, InstantSource clock) {

    /// @return how many symbols are listed
    /// @throws HistoryException if the exchange did not say, or says that it lists nothing
    public int run() throws HistoryException, InterruptedException {
        List<Symbol> listed = history.universe();
        if (listed.isEmpty()) {
            throw new HistoryException("the exchange lists no symbol at all; nothing was written");
        }
        try (UniverseStore store = UniverseStore.open(folder)) {
            store.append(clock.millis(), listed);
        }
        return listed.size();
    }
}
