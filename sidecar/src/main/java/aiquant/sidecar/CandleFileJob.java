package aiquant.sidecar;

import aiquant.kernel.market.Symbol;
import aiquant.sidecar.store.CandleStore;
import aiquant.sidecar.store.StoredCandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Something to do with one candle database.
sealed interface CandleFileJob {

    record Rows(List<StoredCandle> rows) implements CandleFileJob {}

    /// Delete what opened before that time.
    record Prune(Symbol symbol, long beforeMs) implements CandleFileJob {}

    /// A candle database as its writer sees it: all rows of a group are one transaction.
    ///
    /// @param onWritten told first of rows that are on disk
    /// @param onRefused told of rows that never will be
    record File(CandleStore store, Consumer<List<StoredCandle>> onWritten, Consumer<List<StoredCandle>> onRefused)
            implements Writer.File<CandleFileJob> {

        @Override
        public void write(List<CandleFileJob> jobs) {
            store.append(rows(jobs));
            for (CandleFileJob job : jobs) {
                if (job instanceof Prune(Symbol symbol, long beforeMs)) {
                    store.prune(symbol, beforeMs);
                }
            }
        }

        @Override
        public void written(List<CandleFileJob> jobs) {
            onWritten.accept(rows(jobs));
        }

        @Override
        public void refused(List<CandleFileJob> jobs) {
            onRefused.accept(rows(jobs));
        }

        private static List<StoredCandle> rows(List<CandleFileJob> jobs) {
            List<StoredCandle> rows = new ArrayList<>();
            for (CandleFileJob job : jobs) {
                if (job instanceof Rows some) {
                    rows.addAll(some.rows());
                }
            }
            return rows;
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
