package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The candle side of an import: one database per interval.
final class CandleImport {

    private CandleImport() {}

    /// Two files may hold the same bar only with the same values.
    static void refuseDisagreement(List<CheckedFile.Candles> files) {
        files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.symbol() + " " + file.interval(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(CandleImport::refuseDisagreementWithin);
    }

    private static void refuseDisagreementWithin(List<CheckedFile.Candles> files) {
        Map<Path, CandleSeries> read = new LinkedHashMap<>();
        Function<CheckedFile.Candles, CandleSeries> reader =
                file -> read.computeIfAbsent(file.path(), _ -> file.read());
        for (int j = 1; j < files.size(); j++) {
            for (int i = 0; i < j; i++) {
                if (CheckedFile.overlap(files.get(i), files.get(j))) {
                    compare(files.get(i), reader.apply(files.get(i)), files.get(j), reader.apply(files.get(j)));
                }
            }
        }
    }

    private static void compare(CheckedFile.Candles fileA, CandleSeries a, CheckedFile.Candles fileB, CandleSeries b) {
        int j = 0;
        for (int i = 0; i < a.size(); i++) {
            while (j < b.size() && b.openTimeMs()[j] < a.openTimeMs()[i]) {
                j++;
            }
            if (j < b.size()
                    && b.openTimeMs()[j] == a.openTimeMs()[i]
                    && !a.candle(i).equals(b.candle(j))) {
                throw new StoreException(fileA.path() + " and " + fileB.path() + " disagree on " + a.symbol() + " "
                        + a.interval() + " at t_open_ms " + a.openTimeMs()[i] + ": " + values(a, i) + " against "
                        + values(b, j) + "; import only one of them");
            }
        }
    }

    private static String values(CandleSeries series, int i) {
        return series.open()[i] + "," + series.high()[i] + "," + series.low()[i] + "," + series.close()[i] + ","
                + series.volume()[i];
    }

    static List<ImportSummary.Written> write(
            List<CheckedFile.Candles> files, Path folder, InstantSource clock, ImportCount count) {
        Map<Interval, List<CheckedFile.Candles>> byInterval = files.stream()
                .collect(Collectors.groupingBy(CheckedFile.Candles::interval, TreeMap::new, Collectors.toList()));
        List<ImportSummary.Written> written = new ArrayList<>();
        byInterval.forEach((interval, ofInterval) -> {
            Path database = CandleStore.file(folder, interval);
            long changed = ImportTarget.write(database, target -> writeOne(target, interval, ofInterval, clock, count));
            written.add(new ImportSummary.Written(
                    database, ofInterval.size(), symbols(ofInterval), rows(ofInterval), changed));
        });
        return written;
    }

    private static long writeOne(
            Path target, Interval interval, List<CheckedFile.Candles> files, InstantSource clock, ImportCount count) {
        long nowMs = clock.millis();
        try (CandleStore store = CandleStore.openFile(target, interval, clock);
                CandleStore.Batch batch = store.begin()) {
            for (CheckedFile.Candles file : files) {
                batch.add(file.read(), Origin.IMPORT, nowMs);
                count.done(file.rows());
            }
            return batch.commit();
        }
    }

    private static int symbols(Collection<? extends CheckedFile> files) {
        return Math.toIntExact(
                files.stream().map(CheckedFile::symbol).distinct().count());
    }

    private static long rows(Collection<? extends CheckedFile> files) {
        return files.stream().mapToLong(CheckedFile::rows).sum();
    }
}
