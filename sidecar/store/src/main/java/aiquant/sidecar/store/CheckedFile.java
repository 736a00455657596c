package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;

/// A CSV file whose every row was found good; the rows themselves are read again when they are needed.
sealed interface CheckedFile {

    Path path();

    Symbol symbol();

    long firstMs();

    long lastMs();

    int rows();

    static CheckedFile of(Path path) {
        return switch (CsvTable.formatOf(path)) {
            case CANDLES -> Candles.of(path, CandleCsv.read(path));
            case FUNDING -> Funding.of(path, FundingCsv.read(path));
        };
    }

    static boolean overlap(CheckedFile a, CheckedFile b) {
        return a.firstMs() <= b.lastMs() && b.firstMs() <= a.lastMs();
    }

    record Candles(Path path, Symbol symbol, Interval interval, long firstMs, long lastMs, int rows)
            implements CheckedFile {

        static Candles of(Path path, CandleSeries series) {
            long[] times = series.openTimeMs();
            return new Candles(
                    path, series.symbol(), series.interval(), times[0], times[times.length - 1], times.length);
        }

        /// @throws StoreException if the file is not what it was when it was checked
        CandleSeries read() {
            CandleSeries series = CandleCsv.read(path);
            if (!of(path, series).equals(this)) {
                throw changed(path);
            }
            return series;
        }
    }

    record Funding(Path path, Symbol symbol, long firstMs, long lastMs, int rows) implements CheckedFile {

        static Funding of(Path path, FundingSeries series) {
            long[] times = series.timeMs();
            return new Funding(path, series.symbol(), times[0], times[times.length - 1], times.length);
        }

        /// @throws StoreException if the file is not what it was when it was checked
        FundingSeries read() {
            FundingSeries series = FundingCsv.read(path);
            if (!of(path, series).equals(this)) {
                throw changed(path);
            }
            return series;
        }
    }

    private static StoreException changed(Path path) {
        return new StoreException(path + ": the file changed while it was being imported; import it again");
    }
}
