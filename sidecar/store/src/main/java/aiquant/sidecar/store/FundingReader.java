package aiquant.sidecar.store;

import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Reads stored funding rates, from databases and CSV files alike.
///
/// Arguments are as for [CandleReader]; a folder stands for its `funding_rates*.db`, else for the funding CSV files in
/// it and below. Where two files hold the same time of a symbol, the one read first stays.
public final class FundingReader {

    private static final String DATABASE_PREFIX = "funding_rates";

    private FundingReader() {}

    /// The rates with `fromMs <= timeMs <= toMs`, one series per symbol in the order of symbols, none empty.
    ///
    /// @throws StoreException if something is wrong with a file, or no rate lies within the bounds
    public static List<FundingSeries> read(List<String> arguments, long fromMs, long toMs) {
        if (fromMs > toMs) {
            throw new IllegalArgumentException(
                    "funding from " + fromMs + " to " + toMs + ": the end is before the start");
        }
        List<SourceFile> files = SourceFiles.find(arguments, DATABASE_PREFIX);
        Map<Symbol, NavigableMap<Long, Double>> bySymbol = new TreeMap<>();
        TwoThreads.map(files, file -> readFile(file, fromMs, toMs)).stream()
                .flatMap(Collection::stream)
                .forEach(series -> addNewTimes(
                        series, fromMs, toMs, bySymbol.computeIfAbsent(series.symbol(), _ -> new TreeMap<>())));
        List<FundingSeries> read = bySymbol.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> series(entry.getKey(), entry.getValue()))
                .toList();
        if (read.isEmpty()) {
            throw new StoreException(String.join(",", arguments) + ": no funding rates between " + fromMs + " and "
                    + toMs + " (epoch milliseconds)");
        }
        return read;
    }

    private static List<FundingSeries> readFile(SourceFile file, long fromMs, long toMs) {
        if (SourceFiles.isDatabase(file.path())) {
            return FundingTable.read(file.path(), fromMs, toMs);
        }
        return holdsFunding(file) ? List.of(FundingCsv.read(file.path())) : List.of();
    }

    /// A file of a folder may hold other market data; a file that was named may not.
    private static boolean holdsFunding(SourceFile file) {
        return file.isNamed() || CsvTable.formatOf(file.path()) == CsvFormat.FUNDING;
    }

    private static void addNewTimes(FundingSeries series, long fromMs, long toMs, Map<Long, Double> rates) {
        for (int i = 0; i < series.timeMs().length; i++) {
            if (series.timeMs()[i] >= fromMs && series.timeMs()[i] <= toMs) {
                rates.putIfAbsent(series.timeMs()[i], series.rate()[i]);
            }
        }
    }

    private static FundingSeries series(Symbol symbol, NavigableMap<Long, Double> rates) {
        return new FundingSeries(
                symbol,
                rates.keySet().stream().mapToLong(Long::longValue).toArray(),
                rates.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
