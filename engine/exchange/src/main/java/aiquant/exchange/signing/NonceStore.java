package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import aiquant.exchange.action.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// Remembers up to which number the nonces of one key may have been used, in a file that survives a crash.
///
/// One line of text: what it is, the key's address, the number and a checksum. Held by one process at a time, by a lock
/// on a neighbour named `<file>.lock`. One thread.
final class NonceStore implements AutoCloseable {

    private static final Pattern LINE =
            Pattern.compile("(aiquant-nonces 1 (0x[0-9a-f]{40}) ([0-9]{1,18})) ([0-9a-f]{8})\n");

    private final Path file;
    private final Address signer;
    private final DurableFile disk;
    private final FileLockHolder lock;

    private NonceStore(Path file, Address signer, DurableFile disk, FileLockHolder lock) {
        this.file = file;
        this.signer = signer;
        this.disk = disk;
        this.lock = lock;
    }

    /// Takes the lock, creating file and folder when needed.
    ///
    /// @throws NonceFileRefused if another process holds it or the folder cannot be written
    static NonceStore open(Path file, Address signer, DurableFile disk) {
        try {
            Files.createDirectories(DurableFile.folder(file));
            return new NonceStore(
                    file, signer, disk, FileLockHolder.take(file.resolveSibling(file.getFileName() + ".lock")));
        } catch (IOException e) {
            throw new NonceFileRefused(
                    "The nonce file " + file + " cannot be locked (" + e.getMessage()
                            + "); make its folder writable or configure another.",
                    e);
        }
    }

    /// The highest number that may have been used; 0 if there is no file yet.
    ///
    /// @throws NonceFileRefused if the file is damaged or another key's
    long read() {
        if (!Files.exists(file)) {
            return 0;
        }
        Matcher line = LINE.matcher(content());
        if (!line.matches() || !checksum(line.group(1)).equals(line.group(4))) {
            throw new NonceFileRefused(
                    "The nonce file " + file + " is damaged. If this machine's clock is right and was"
                            + " never ahead, delete the file: nonces go on from the venue's time. Otherwise create a new agent"
                            + " key and let its nonces begin anew.");
        }
        if (!line.group(2).equals(signer.text())) {
            throw new NonceFileRefused("The nonce file " + file + " belongs to the key of " + line.group(2)
                    + ", not to " + signer + ". Configure one file for each key.");
        }
        return Long.parseLong(line.group(3));
    }

    /// Durable when it returns.
    void write(long highest) throws IOException {
        String text = "aiquant-nonces 1 " + signer + ' ' + highest;
        disk.replace(file, (text + ' ' + checksum(text) + '\n').getBytes(US_ASCII));
    }

    @Override
    public void close() {
        lock.close();
    }

    private String content() {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new NonceFileRefused(
                    "The nonce file " + file + " cannot be read (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return "%08x".formatted(crc.getValue());
    }
}
