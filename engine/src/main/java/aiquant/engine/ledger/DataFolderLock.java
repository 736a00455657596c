package aiquant.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a data folder to one process: a lock file that the operating system frees when its holder dies.
///
/// Take it before anything else in the folder is written. The file says who holds it and stays behind afterwards;
/// only the lock on it counts. Any thread.
public final class DataFolderLock implements AutoCloseable {

    public static final String PAPER_NAME = "ai_quant_paper.lock";

    /// Far behind the text, because on Windows a locked range cannot be read by others.
    private static final long LOCKED_BYTE = 1L << 30;

    /// POSIX frees a process's lock as soon as the process closes any channel to the file. So a lock file held by this
    /// process is never opened a second time, and who asks again is answered from here.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataFolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Locks the folder that `lockFile` lies in, creating the folder if need be.
    ///
    /// @throws DataFolderRefused if another process or this one holds it, or the folder cannot be written
    public static DataFolderLock take(Path lockFile) {
        Path folder = Objects.requireNonNull(lockFile.toAbsolutePath().getParent(), "a lock file lies in a folder");
        try {
            Files.createDirectories(folder);
            Path file = folder.toRealPath().resolve(lockFile.getFileName());
            if (!HELD.add(file)) {
                throw new DataFolderRefused(
                        "%s is in use by this process already, %s".formatted(folder, thisProcess()));
            }
            return lockedOrForgotten(folder, file);
        } catch (IOException e) {
            throw new DataFolderRefused(
                    "The data folder %s cannot be written (%s); choose another or change its permissions."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new DataFolderRefused("The lock " + file + " could not be released: " + e.getMessage(), e);
        } finally {
            HELD.remove(file);
        }
    }

    private static DataFolderLock lockedOrForgotten(Path folder, Path file) throws IOException {
        Optional<DataFolderLock> lock = Optional.empty();
        try {
            lock = Optional.of(locked(folder, file));
            return lock.get();
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static DataFolderLock locked(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
            if (lock.isEmpty()) {
                throw new DataFolderRefused("%s is in use by %s".formatted(folder, holder(channel)));
            }
            channel.truncate(0);
            DurableFile.writeFully(channel, ByteBuffer.wrap(thisProcess().getBytes(UTF_8)), 0);
            channel.force(true);
            return new DataFolderLock(file, channel);
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
    }

    /// `pid 1234 (since 2026-01-01T00:00:00Z)`: the content of the file and the end of the sentence.
    private static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        String since = self.info()
                .startInstant()
                .map(start -> " (since " + start + ")")
                .orElse("");
        return "pid " + self.pid() + since;
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(200);
        channel.read(text, 0);
        String holder = UTF_8.decode(text.flip()).toString().strip();
        return holder.isEmpty() ? "another process" : holder;
    }
}
