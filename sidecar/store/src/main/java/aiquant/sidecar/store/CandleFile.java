package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file that holds candles: a database of many symbols, or a CSV file of one.
sealed interface CandleFile {

    String DATABASE_PREFIX = "candles_";

    Path path();

    /// The intervals in the file as it writes them, which may be ones that [Interval] does not know.
    List<String> intervals();

    /// The symbols with candles of that interval; empty when there are none.
    List<Symbol> symbols(Interval interval);

    /// The candles of the symbols with `fromMs <= openTimeMs <= toMs`; a symbol without any is left out.
    List<CandleSeries> read(Interval interval, List<Symbol> symbols, long fromMs, long toMs);

    /// Empty when the file has no closed candle of the symbols.
    Optional<TimeRange> range(Interval interval, List<Symbol> symbols);

    static List<SourceFile> find(List<String> arguments) {
        return SourceFiles.find(arguments, DATABASE_PREFIX);
    }

    /// Empty when the file is one of a folder and holds no candles but other market data.
    static Optional<CandleFile> of(SourceFile file) {
        if (SourceFiles.isDatabase(file.path())) {
            return Optional.of(new Database(file.path()));
        }
        CsvFormat wanted = CsvFormat.CANDLES;
        try (CsvTable csv = file.isNamed() ? CsvTable.open(file.path(), wanted) : CsvTable.open(file.path())) {
            if (csv.format() != wanted) {
                return Optional.empty();
            }
            csv.first();
            return Optional.of(new Csv(file.path(), csv.symbol(0), csv.interval(1)));
        }
    }

    record Database(Path path) implements CandleFile {

        @Override
        public List<String> intervals() {
            return CandleTable.intervals(path);
        }

        @Override
        public List<Symbol> symbols(Interval interval) {
            return CandleTable.symbols(path, interval);
        }

        @Override
        public List<CandleSeries> read(Interval interval, List<Symbol> symbols, long fromMs, long toMs) {
            return CandleTable.read(path, interval, symbols, fromMs, toMs);
        }

        @Override
        public Optional<TimeRange> range(Interval interval, List<Symbol> symbols) {
            return CandleTable.range(path, interval, symbols);
        }
    }

    record Csv(Path path, Symbol symbol, Interval interval) implements CandleFile {

        @Override
        public List<String> intervals() {
            return List.of(interval.text());
        }

        @Override
        public List<Symbol> symbols(Interval wanted) {
            return wanted == interval ? List.of(symbol) : List.of();
        }

        @Override
        public List<CandleSeries> read(Interval wanted, List<Symbol> symbols, long fromMs, long toMs) {
            CandleSeries series = CandleCsv.read(path, fromMs, toMs);
            return series.size() == 0 ? List.of() : List.of(series);
        }

        @Override
        public Optional<TimeRange> range(Interval wanted, List<Symbol> symbols) {
            CandleSeries series = CandleCsv.read(path);
            return Optional.of(new TimeRange(series.openTimeMs()[0], series.openTimeMs()[series.size() - 1]));
        }
    }
}
