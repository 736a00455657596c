package aiquant.sidecar.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/// Writes an existing database in place, in its own transaction, and a new one under another name that it loses only
/// when it is complete.
final class ImportTarget {

    private static final String UNFINISHED = ".importing";

    private ImportTarget() {}

    /// @param work writes to the file it is given, in one transaction, and closes it
    static long write(Path database, ToLongFunction<Path> work) {
        if (Files.exists(database)) {
            return work.applyAsLong(database);
        }
        Path unfinished = Path.of(database + UNFINISHED);
        try {
            delete(unfinished);
            long result = work.applyAsLong(unfinished);
            Files.move(unfinished, database);
            return result;
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(database + ": another program created this database meanwhile; import again");
        } catch (IOException e) {
            throw StoreException.of(database, e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    /// What a killed import left behind.
    private static void delete(Path unfinished) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(Path.of(unfinished + suffix));
        }
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            delete(unfinished);
        } catch (IOException e) {
            // The import's own outcome matters more, and the next import deletes this again.
        }
    }
}
