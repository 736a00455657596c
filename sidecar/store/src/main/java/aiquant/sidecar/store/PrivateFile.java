package aiquant.sidecar.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Creates an empty file that only its owner may read, where the file system knows owners.
///
/// SQLite takes an empty file for an empty database and gives the files beside it the same permissions.
final class PrivateFile {

    private PrivateFile() {}

    static void create(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new StoreException(file + ": this database cannot be created: " + e.getMessage());
        }
    }
}
