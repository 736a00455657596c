package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What to read: files in reading order, each with the symbols to take from it, all of one interval.
record CandleSelection(Interval interval, List<Part> parts) {

    /// @param symbols never empty
    record Part(CandleFile file, List<Symbol> symbols) {}

    /// Everything of that interval; files without any are left out.
    static CandleSelection of(List<CandleFile> files, Interval interval) {
        List<Part> parts = new ArrayList<>();
        for (CandleFile file : files) {
            List<Symbol> symbols = file.symbols(interval);
            if (!symbols.isEmpty()) {
                parts.add(new Part(file, symbols));
            }
        }
        return new CandleSelection(interval, List.copyOf(parts));
    }

    TreeSet<Symbol> symbols() {
        return parts.stream().flatMap(part -> part.symbols().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    CandleSelection only(Symbol symbol) {
        return new CandleSelection(
                interval,
                parts.stream()
                        .filter(part -> part.symbols().contains(symbol))
                        .map(part -> new Part(part.file(), List.of(symbol)))
                        .toList());
    }

    /// One series per symbol, in the order of symbols; those without bars in the bounds are left out.
    List<CandleSeries> read(long fromMs, long toMs) {
        List<CandleSeries> read =
                TwoThreads.map(tasks(), part -> part.file().read(interval, part.symbols(), fromMs, toMs)).stream()
                        .flatMap(Collection::stream)
                        .toList();
        return CandleMerge.bySymbol(read);
    }

    /// Empty if there is no closed candle.
    Optional<TimeRange> range() {
        return TwoThreads.map(tasks(), part -> part.file().range(interval, part.symbols())).stream()
                .flatMap(Optional::stream)
                .reduce(TimeRange::including);
    }

    /// A database on its own is read as two halves of its symbols, so that both threads have work.
    private List<Part> tasks() {
        if (parts.size() != 1 || parts.getFirst().symbols().size() < 2) {
            return parts;
        }
        CandleFile file = parts.getFirst().file();
        List<Symbol> symbols = parts.getFirst().symbols();
        int half = symbols.size() / 2;
        return List.of(new Part(file, symbols.subList(0, half)), new Part(file, symbols.subList(half, symbols.size())));
    }
}
