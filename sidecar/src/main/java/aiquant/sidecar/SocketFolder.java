package aiquant.sidecar;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/// The place of a Unix socket that only its owner can reach and that belongs to one living process.
///
/// The socket file of a dead process is replaced, that of a living one never. A lock beside it keeps two that start
/// together apart.
final class SocketFolder implements AutoCloseable {

    private static final int MAX_PATH_BYTES = 107;
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path socket;
    private final FileChannel lockFile;
    private final UserPrincipal owner;

    private SocketFolder(Path socket, FileChannel lockFile, UserPrincipal owner) {
        this.socket = socket;
        this.lockFile = lockFile;
        this.owner = owner;
    }

    /// @throws IOException saying what is wrong with the place, or that another sidecar lives there
    static SocketFolder take(Path socket) throws IOException {
        Path folder = socket.toAbsolutePath().getParent();
        if (folder == null || socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
            throw new IOException(socket + ": a socket's path may have " + MAX_PATH_BYTES + " bytes at most");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
            throw new IOException(folder + ": others may enter this folder; allow only its owner (chmod 700)");
        }
        Path lock = Path.of(socket + ".lock");
        FileChannel lockFile = FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
        try {
            UserPrincipal me = Files.getOwner(lock);
            if (!Files.getOwner(folder).equals(me)) {
                throw new IOException(folder + ": this folder belongs to another user");
            }
            if (!isLocked(lockFile)) {
                throw new IOException(socket + ": another sidecar is running");
            }
            removeDead(socket);
            return new SocketFolder(socket, lockFile, me);
        } catch (IOException e) {
            lockFile.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void removeDead(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return;
        }
        try (SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            peer.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            Files.delete(socket);
            return;
        }
        throw new IOException(socket + ": a living process listens here");
    }

    ServerSocketChannel listen() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), 128);
            Files.setPosixFilePermissions(
                    socket, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /// Who may connect.
    UserPrincipal owner() {
        return owner;
    }

    @Override
    public void close() throws IOException {
        try (lockFile) {
            Files.deleteIfExists(socket);
        }
    }
}
