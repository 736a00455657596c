package aiquant.sidecar.store;

import aiquant.kernel.market.FundingSeries;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The funding side of an import: one database for all symbols.
final class FundingImport {

    private FundingImport() {}

    /// Two files may hold the same rate only with the same value.
    static void refuseDisagreement(List<CheckedFile.Funding> files) {
        files.stream().collect(Collectors.groupingBy(CheckedFile.Funding::symbol)).values().stream()
                .filter(ofSymbol -> ofSymbol.size() > 1)
                .forEach(FundingImport::refuseDisagreementWithin);
    }

    private static void refuseDisagreementWithin(List<CheckedFile.Funding> files) {
        record Seen(Path file, double rate) {}
        Map<Long, Seen> seen = new HashMap<>();
        for (CheckedFile.Funding file : files) {
            FundingSeries series = file.read();
            for (int i = 0; i < series.timeMs().length; i++) {
                Seen before = seen.putIfAbsent(series.timeMs()[i], new Seen(file.path(), series.rate()[i]));
                if (before != null && before.rate() != series.rate()[i]) {
                    throw new StoreException(before.file() + " and " + file.path() + " disagree on the funding of "
                            + file.symbol() + " at t_ms " + series.timeMs()[i] + ": " + before.rate() + " against "
                            + series.rate()[i] + "; import only one of them");
                }
            }
        }
    }

    /// Empty when there is nothing to write.
    static Optional<ImportSummary.Written> write(List<CheckedFile.Funding> files, Path folder, ImportCount count) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Path database = FundingStore.file(folder);
        long changed = ImportTarget.write(database, target -> writeOne(target, files, count));
        long symbols =
                files.stream().map(CheckedFile.Funding::symbol).distinct().count();
        long rows = files.stream().mapToLong(CheckedFile.Funding::rows).sum();
        return Optional.of(new ImportSummary.Written(database, files.size(), Math.toIntExact(symbols), rows, changed));
    }

    private static long writeOne(Path target, List<CheckedFile.Funding> files, ImportCount count) {
        try (FundingStore store = FundingStore.openFile(target);
                FundingStore.Batch batch = store.begin()) {
            for (CheckedFile.Funding file : files) {
                batch.add(file.read());
                count.done(file.rows());
            }
            return batch.commit();
        }
    }
}
