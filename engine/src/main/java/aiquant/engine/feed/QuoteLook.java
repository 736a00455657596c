package aiquant.engine.feed;

import java.io.IOException;
import java.util.OptionalInt;

/// One way to prices, looked at again and again by a thread of its own, which it may block.
interface QuoteLook extends AutoCloseable {

    /// Looks once and puts what it finds into the book.
    ///
    /// @return how many numbers could not be used; empty where there was no need to look
    /// @throws IOException where there is no answer
    /// @throws aiquant.sidecar.store.StoreException where a database cannot be read
    OptionalInt into(PriceBook book) throws IOException, InterruptedException;

    @Override
    void close();
}
