package aiquant.exchange.signing;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Replaces a whole file so that a crash leaves the old content or the new, never half of either.
interface DurableFile {

    /// Durable when it returns.
    void replace(Path file, byte[] content) throws IOException;

    /// The content passes through a neighbour named `<file>.new`.
    static void replaceOnDisk(Path file, byte[] content) throws IOException {
        Path fresh = fresh(file);
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (File.separatorChar == '/') { // Windows opens no folders, and keeps renames by itself
            try (FileChannel folder = FileChannel.open(folder(file), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
