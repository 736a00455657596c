package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps one file to one process: a lock that the operating system frees when its holder dies. Any thread.
final class FileLockHolder implements AutoCloseable {

    /// Far behind the text, because on Windows a locked range cannot be read by others.
    private static final long LOCKED_BYTE = 1L << 30;

    /// POSIX frees a process's lock as soon as the process closes any channel to the file. So a lock file held by this
    /// process is never opened a second time, and who asks again is answered from here.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileLockHolder(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @param lockFile in a folder that exists
    /// @throws NonceFileRefused if another process or this one holds it
    static FileLockHolder take(Path lockFile) throws IOException {
        Path file = DurableFile.folder(lockFile).toRealPath().resolve(lockFile.getFileName());
        if (!HELD.add(file)) {
            throw refused(file, "this process already");
        }
        boolean isHeld = false;
        try {
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            isHeld = isLocked(file, channel);
            return new FileLockHolder(file, channel);
        } finally {
            if (!isHeld) {
                HELD.remove(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new NonceFileRefused("The lock " + file + " could not be released: " + e.getMessage(), e);
        } finally {
            HELD.remove(file);
        }
    }

    /// Writes who holds it, or closes the channel again.
    private static boolean isLocked(Path file, FileChannel channel) throws IOException {
        boolean isLocked = false;
        try {
            isLocked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
            if (!isLocked) {
                throw refused(file, holder(channel));
            }
            channel.truncate(0);
            channel.write(UTF_8.encode("pid " + ProcessHandle.current().pid()), 0);
            return true;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(40);
        channel.read(text, 0);
        String holder = UTF_8.decode(text.flip()).toString().strip();
        return holder.isEmpty() ? "another process" : holder;
    }

    private static NonceFileRefused refused(Path file, String holder) {
        return new NonceFileRefused("The nonces of this key are in use by " + holder + " (lock " + file
                + "). One key belongs to one process: stop the other one or give this one its own agent key.");
    }
}
