package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a stretch of one series that may be empty, which [CandleReader] would call an error.
public final class StoredCandles {

    private StoredCandles() {}

    /// The closed candles with `fromMs <= openTimeMs <= toMs`; empty when there are none or no database yet.
    ///
    /// Safe from any thread, also while a [CandleStore] writes.
    ///
    /// @throws StoreException if the file cannot be read or is not ours
    public static Optional<CandleSeries> read(Path folder, Interval interval, Symbol symbol, long fromMs, long toMs) {
        Path file = CandleStore.file(folder, interval);
        return Files.exists(file)
                ? CandleTable.read(file, interval, List.of(symbol), fromMs, toMs).stream()
                        .findFirst()
                : Optional.empty();
    }
}
