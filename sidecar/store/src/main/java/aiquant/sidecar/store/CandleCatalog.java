package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What candles there are: how many, from when to when, and what is missing in between.
public final class CandleCatalog {

    private CandleCatalog() {}

    /// @param gaps number of places where bars are missing between two others
    /// @param missingBars bars missing in all gaps together
    /// @param largestGapBars bars missing in the largest gap
    /// @param zeroVolumeRows bars in which nothing was traded
    public record Entry(
            Interval interval,
            Symbol symbol,
            int rows,
            long firstMs,
            long lastMs,
            int gaps,
            long missingBars,
            long largestGapBars,
            int zeroVolumeRows) {}

    /// One entry per interval and symbol, shortest interval first, from arguments as [CandleReader] takes them.
    ///
    /// @throws StoreException if something is wrong with a file, or there are no candles
    public static List<Entry> of(List<String> arguments) {
        List<CandleFile> files = CandleFile.find(arguments).stream()
                .map(CandleFile::of)
                .flatMap(Optional::stream)
                .toList();
        List<String> present = files.stream()
                .map(CandleFile::intervals)
                .flatMap(Collection::stream)
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (Interval interval : Interval.values()) {
            if (present.contains(interval.text())) {
                CandleSelection.of(files, interval).read(Long.MIN_VALUE, Long.MAX_VALUE).stream()
                        .map(CandleCatalog::entry)
                        .forEach(entries::add);
            }
        }
        if (entries.isEmpty()) {
            throw new StoreException(String.join(",", arguments) + ": there are no candles here");
        }
        return List.copyOf(entries);
    }

    private static Entry entry(CandleSeries series) {
        long[] times = series.openTimeMs();
        int gaps = 0;
        long missing = 0;
        long largest = 0;
        int zeroVolume = 0;
        for (int i = 0; i < times.length; i++) {
            if (series.volume()[i] == 0) {
                zeroVolume++;
            }
            long absent =
                    i == 0 ? 0 : (times[i] - times[i - 1]) / series.interval().lengthMs() - 1;
            if (absent > 0) {
                gaps++;
                missing += absent;
                largest = Math.max(largest, absent);
            }
        }
        return new Entry(
                series.interval(),
                series.symbol(),
                times.length,
                times[0],
                times[times.length - 1],
                gaps,
                missing,
                largest,
                zeroVolume);
    }
}
