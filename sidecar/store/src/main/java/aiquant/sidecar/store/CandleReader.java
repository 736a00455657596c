package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads stored candles for research and replay, from databases and CSV files alike.
///
/// Files are read in the order of the arguments; where two hold the same bar of a symbol, the one read first stays.
/// Everything is checked while reading, and anything wrong is one [StoreException] naming the place: a missing file
/// or column, a price that is not finite and above zero, nothing at all to read. Safe to use from any thread.
public final class CandleReader {

    private static final String DATABASE_PREFIX = "candles_";

    private CandleReader() {}

    /// @throws StoreException if something is wrong with a file, or no candle fits the query
    public static CandleSource read(CandleQuery query) {
        List<Task> tasks = tasks(query);
        List<CandleSeries> read = TwoThreads.map(tasks, task -> task.read(query)).stream()
                .flatMap(List::stream)
                .toList();
        if (read.isEmpty()) {
            throw new StoreException("no " + query.interval() + " candles" + named(query) + " between " + query.fromMs()
                    + " and " + query.toMs() + " in " + String.join(",", query.arguments()));
        }
        return CandleSource.of(CandleMerge.bySymbol(read));
    }

    /// One file, or half of the symbols of a database, with the symbols to take from it.
    private record Task(CandleFile file, List<Symbol> symbols) {

        List<CandleSeries> read(CandleQuery query) {
            return file.read(query.interval(), symbols, query.fromMs(), query.toMs());
        }
    }

    private static List<Task> tasks(CandleQuery query) {
        List<Task> everything = withInterval(query);
        List<Symbol> wanted = wanted(query, everything);
        List<Task> tasks = everything.stream()
                .map(task -> new Task(
                        task.file(),
                        task.symbols().stream().filter(wanted::contains).toList()))
                .filter(task -> !task.symbols().isEmpty())
                .toList();
        return tasks.size() == 1 ? halves(tasks.getFirst()) : tasks;
    }

    private static List<Task> halves(Task task) {
        int half = task.symbols().size() / 2;
        if (half == 0) {
            return List.of(task);
        }
        List<Symbol> symbols = task.symbols();
        return List.of(
                new Task(task.file(), symbols.subList(0, half)),
                new Task(task.file(), symbols.subList(half, symbols.size())));
    }

    private static List<Task> withInterval(CandleQuery query) {
        List<CandleFile> files = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (SourceFile source : SourceFiles.find(query.arguments(), DATABASE_PREFIX)) {
            Optional<CandleFile> candles = CandleFile.of(source);
            if (candles.isEmpty()) {
                continue;
            }
            CandleFile file = candles.get();
            files.add(file);
            List<Symbol> symbols = file.symbols(query.interval());
            if (!symbols.isEmpty()) {
                tasks.add(new Task(file, symbols));
            } else if (source.isNamed()) {
                throw noneOf(query.interval(), List.of(file), file.path().toString());
            }
        }
        if (tasks.isEmpty()) {
            throw noneOf(query.interval(), files, String.join(",", query.arguments()));
        }
        return tasks;
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

    /// All symbols, or the one asked for: by its exact name, else ignoring case if that leaves no doubt.
    private static List<Symbol> wanted(CandleQuery query, List<Task> tasks) {
        TreeSet<Symbol> all =
                tasks.stream().flatMap(task -> task.symbols().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (query.symbol().isEmpty()) {
            return List.copyOf(all);
        }
        String name = query.symbol().get();
        List<Symbol> exact =
                all.stream().filter(symbol -> symbol.name().equals(name)).toList();
        List<Symbol> found = !exact.isEmpty()
                ? exact
                : all.stream()
                        .filter(symbol -> symbol.name().equalsIgnoreCase(name))
                        .toList();
        if (found.size() == 1) {
            return found;
        }
        throw new StoreException(String.join(",", query.arguments()) + ": "
                + (found.isEmpty()
                        ? "no " + query.interval() + " candles of symbol '" + name + "'; there are " + listed(all)
                        : "symbol '" + name + "' could be any of " + listed(found) + "; write its exact case"));
    }

    private static String listed(Iterable<Symbol> symbols) {
        List<String> names = new ArrayList<>();
        symbols.forEach(symbol -> names.add(symbol.name()));
        return String.join(" ", names);
    }

    private static String named(CandleQuery query) {
        return query.symbol().map(name -> " of " + name).orElse("");
    }
}
