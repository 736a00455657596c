package aiquant.sidecar;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a folder of market databases to one sidecar, wherever others may listen.
///
/// The lock is the operating system's and ends with the process; the file stays.
final class WriterLock implements AutoCloseable {

    private final FileChannel file;

    private WriterLock(FileChannel file) {
        this.file = file;
    }

    /// @throws IOException if another sidecar writes there
    static WriterLock take(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("sidecar.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return new WriterLock(file);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process: the same as by another one.
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        throw new IOException(folder + ": another sidecar writes these databases");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
