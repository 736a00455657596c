package aiquant.sidecar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Imports CSV files of candles and funding rates into the databases of a folder.
///
/// Which of the two a file holds is told by its header. Every file is checked completely before anything is written,
/// so one bad row anywhere leaves every database as it was. Then each database gets all its rows in one transaction,
/// one database after the other: a failure or a killed process leaves each either as before or complete, and running
/// the same import again completes the rest and changes nothing in what is there. A database that did not exist
/// appears only when it is complete.
public final class MarketDataImport {

    private final Path folder;
    private final InstantSource clock;
    private final ImportProgress progress;

    /// @param folder where the databases are; created if missing
    public MarketDataImport(Path folder, InstantSource clock, ImportProgress progress) {
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /// @param arguments CSV files, gzip or not, and folders that are searched for them at any depth
    /// @throws StoreException if a file is not as it must be, two files disagree, or a database cannot be written
    public ImportSummary run(List<Path> arguments) {
        List<Path> files =
                SourceFiles.findCsv(arguments).stream().map(SourceFile::path).toList();
        List<CheckedFile> checked = check(files);
        List<CheckedFile.Candles> candles = only(checked, CheckedFile.Candles.class);
        List<CheckedFile.Funding> funding = only(checked, CheckedFile.Funding.class);
        CandleImport.refuseDisagreement(candles);
        FundingImport.refuseDisagreement(funding);
        createFolder();
        ImportCount count = new ImportCount(ImportProgress.Step.WRITING, files.size(), progress);
        List<ImportSummary.Written> written = new ArrayList<>(CandleImport.write(candles, folder, clock, count));
        FundingImport.write(funding, folder, count).ifPresent(written::add);
        return new ImportSummary(written);
    }

    private List<CheckedFile> check(List<Path> files) {
        ImportCount count = new ImportCount(ImportProgress.Step.CHECKING, files.size(), progress);
        List<CheckedFile> checked = new ArrayList<>(files.size());
        TwoThreads.forEach(files, CheckedFile::of, file -> {
            checked.add(file);
            count.done(file.rows());
        });
        return checked;
    }

    private static <T> List<T> only(List<CheckedFile> files, Class<T> kind) {
        return files.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void createFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(folder + ": this folder cannot be created: " + e.getMessage());
        }
    }
}
