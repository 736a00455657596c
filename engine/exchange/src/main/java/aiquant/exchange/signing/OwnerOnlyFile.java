package aiquant.exchange.signing;

import static aiquant.exchange.signing.KeyRefused.Reason.OPEN_TO_OTHERS;
import static aiquant.exchange.signing.KeyRefused.Reason.UNREADABLE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that nobody but their owner may read.
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnlyFile() {}

    /// Creates it so that it is never open to others, not even while it is empty. Durable when it returns.
    static void create(Path file, byte[] content) throws IOException {
        FileAttribute<?>[] attributes = isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// @throws KeyRefused if others can read or change it, or there is no telling
    static byte[] read(Path file) {
        try {
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            permissions.addAll(Files.getPosixFilePermissions(file));
            if (!OWNER.containsAll(permissions)) {
                throw new KeyRefused(
                        OPEN_TO_OTHERS,
                        file + " holds secrets and others on this machine can get at it ("
                                + PosixFilePermissions.toString(permissions) + "). Run: chmod 600 "
                                + file.toAbsolutePath());
            }
            return Files.readAllBytes(file);
        } catch (UnsupportedOperationException _) {
            throw new KeyRefused(
                    OPEN_TO_OTHERS,
                    file + " lies on a file system that does not say who can read it. Keep the key in an encrypted key"
                            + " file on a file system with permissions.");
        } catch (IOException e) {
            throw new KeyRefused(
                    UNREADABLE,
                    file + " cannot be read (" + e.getClass().getSimpleName()
                            + "); check the path and its permissions.");
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
