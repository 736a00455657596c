package aiquant.engine.feed;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.BboReader;
import aiquant.sidecar.store.BboSample;
import aiquant.sidecar.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Prices from the database of best bids and asks, for symbols of which the sidecar's socket says nothing new.
final class DatabaseQuotes implements QuoteLook {

    private final Path file;
    private final List<Symbol> symbols;
    private final long freshMs;
    private @Nullable BboReader reader;

    /// @param freshMs a middle price from the socket that is no older makes looking needless
    DatabaseQuotes(Path file, List<Symbol> symbols, long freshMs) {
        this.file = file;
        this.symbols = symbols;
        this.freshMs = freshMs;
    }

    @Override
    public OptionalInt into(PriceBook book) {
        Set<Symbol> missing = book.withoutMid(symbols, Set.of(PriceSource.SOCKET), freshMs);
        if (missing.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(read(book, missing));
        } catch (StoreException e) {
            close(); // the file may have been replaced
            throw e;
        }
    }

    private int read(PriceBook book, Set<Symbol> missing) {
        BboReader open = reader;
        if (open == null) {
            open = BboReader.open(file);
            reader = open;
        }
        QuoteReading reading = new QuoteReading();
        for (Symbol symbol : missing) {
            Optional<BboSample> newest = open.newest(symbol);
            if (newest.isPresent()) {
                BboSample sample = newest.get();
                book.time()
                        .dated(PriceSource.DATABASE, sample.timeMs())
                        .ifPresentOrElse(
                                stamp -> reading.touch(symbol, sample.bid(), sample.ask(), stamp), reading::refuse);
            }
        }
        return reading.into(book);
    }

    @Override
    public void close() {
        BboReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
