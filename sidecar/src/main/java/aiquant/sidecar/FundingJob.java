package aiquant.sidecar;

import aiquant.exchange.wire.FundingRow;
import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.FundingSample;
import aiquant.sidecar.store.FundingStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// Brings the funding rates of some symbols up to date.
///
/// @param folder holds the database
/// @param firstDays how far back it goes for a symbol that the database does not know yet
public record FundingJob(Path folder, MarketHistory history, InstantSource clock, int firstDays) {

    private static final long HOUR_MS = 3_600_000L;
    private static final long DAY_MS = 86_400_000L;

    /// A symbol is asked for once an hour, however often this runs. One that fails does not keep the others from being
    /// tried.
    ///
    /// @return how many rates are new
    /// @throws HistoryException naming the symbols that could not be asked for; the others are up to date
    public long run(Collection<Symbol> symbols) throws HistoryException, InterruptedException {
        List<String> failures = new ArrayList<>();
        long added = 0;
        try (FundingStore store = FundingStore.open(folder)) {
            for (Symbol symbol : symbols) {
                try {
                    added += store.append(newRates(store, symbol));
                } catch (HistoryException e) {
                    failures.add(symbol + ": " + e.getMessage());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new HistoryException("funding rates not fetched of " + String.join("; ", failures));
        }
        return added;
    }

    private List<FundingSample> newRates(FundingStore store, Symbol symbol)
            throws HistoryException, InterruptedException {
        long nowMs = clock.millis();
        long lastMs = store.lastMs(symbol).orElse(nowMs - firstDays * DAY_MS);
        if (nowMs < lastMs + HOUR_MS) {
            return List.of();
        }
        long fromMs = lastMs + 1;
        List<FundingSample> samples = new ArrayList<>();
        for (FundingRow row : history.fundingRates(symbol, fromMs, nowMs)) {
            if (row.coin().equals(symbol.name()) && row.timeMs() >= fromMs) {
                samples.add(new FundingSample(
                        symbol,
                        row.timeMs(),
                        row.fundingRate().doubleValue(),
                        row.premium().isPresent()
                                ? OptionalDouble.of(row.premium().get().doubleValue())
                                : OptionalDouble.empty()));
            }
        }
        return samples;
    }
}
