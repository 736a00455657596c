package aiquant.engine.research;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file so that nobody ever sees half of it: a neighbour first, then one rename.
final class ReportFile {

    private ReportFile() {}

    /// What goes into the file, in UTF-8.
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /// Creates the folder when it is missing and replaces the file when it exists.
    static void write(Path target, Content content) throws IOException {
        Path file = target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("not a file name: " + target);
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
            publish(draft, file);
        } catch (IOException e) {
            throw named(file, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// What the system says of a write, such as that the disk is full, names no file.
    static IOException named(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
