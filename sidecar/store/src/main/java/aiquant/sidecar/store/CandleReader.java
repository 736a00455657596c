package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads stored candles for research and replay, from databases and CSV files alike.
///
/// Files are read in the order of the arguments; where two hold the same bar of a symbol, the one read first stays.
/// Everything is checked while reading, and anything wrong is one [StoreException] naming the place: a missing file
/// or column, a price that is not finite and above zero, nothing at all to read. Safe to use from any thread.
public final class CandleReader {

    private CandleReader() {}

    /// @throws StoreException if something is wrong with a file, or no candle fits the query
    public static CandleSource read(CandleQuery query) {
        List<CandleSeries> series = select(query).read(query.fromMs(), query.toMs());
        if (series.isEmpty()) {
            throw new StoreException(where(query) + ": no " + query.interval() + " candles"
                    + query.symbol().map(name -> " of " + name).orElse("") + " between " + query.fromMs() + " and "
                    + query.toMs() + " (epoch milliseconds)");
        }
        return CandleSource.of(series);
    }

    /// The whole range of what the query's arguments hold, its time bounds left aside.
    ///
    /// Quick for databases; CSV files are read through.
    ///
    /// @throws StoreException if something is wrong with a file, or there is no candle
    public static TimeRange range(CandleQuery query) {
        return select(query)
                .range()
                .orElseThrow(
                        () -> new StoreException(where(query) + ": no closed " + query.interval() + " candles here"));
    }

    private static CandleSelection select(CandleQuery query) {
        List<CandleFile> files = new ArrayList<>();
        for (SourceFile source : CandleFile.find(query.arguments())) {
            CandleFile.of(source).ifPresent(file -> {
                if (source.isNamed() && file.symbols(query.interval()).isEmpty()) {
                    throw noneOf(query.interval(), List.of(file), file.path().toString());
                }
                files.add(file);
            });
        }
        CandleSelection everything = CandleSelection.of(files, query.interval());
        if (everything.parts().isEmpty()) {
            throw noneOf(query.interval(), files, where(query));
        }
        return query.symbol().isEmpty()
                ? everything
                : everything.only(symbol(query.symbol().get(), everything, where(query)));
    }

    private static StoreException noneOf(Interval interval, List<CandleFile> files, String where) {
        String others = files.stream()
                .flatMap(file -> file.intervals().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return new StoreException(where + ": no " + interval + " candles here; "
                + (others.isEmpty() ? "there are no candles at all" : "there are " + others));
    }

    /// The symbol of exactly that name, else the one that differs only in case if that leaves no doubt.
    private static Symbol symbol(String name, CandleSelection selection, String where) {
        TreeSet<Symbol> all = selection.symbols();
        List<Symbol> alike = all.stream()
                .filter(symbol -> symbol.name().equalsIgnoreCase(name))
                .toList();
        List<Symbol> exact =
                alike.stream().filter(symbol -> symbol.name().equals(name)).toList();
        if (exact.size() == 1) {
            return exact.getFirst();
        }
        if (alike.size() == 1) {
            return alike.getFirst();
        }
        throw new StoreException(where + ": "
                + (alike.isEmpty()
                        ? "no " + selection.interval() + " candles of symbol '" + name + "'; there are " + listed(all)
                        : "symbol '" + name + "' could be any of " + listed(alike) + "; write its exact case"));
    }

    private static String listed(Collection<Symbol> symbols) {
        return symbols.stream().map(Symbol::name).collect(Collectors.joining(" "));
    }

    private static String where(CandleQuery query) {
        return String.join(",", query.arguments());
    }
}
