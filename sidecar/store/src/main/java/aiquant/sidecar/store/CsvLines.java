package aiquant.sidecar.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// The lines of a text file, plain or gzip, as ranges of one reused byte buffer.
///
/// Gzip is recognised by content, not by name. One thread.
final class CsvLines implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_LINE_BYTES = 1 << 20;
    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int unread;
    private int end;
    private boolean ended;

    private int start;
    private int stop;
    private long number;

    private CsvLines(InputStream in) {
        this.in = in;
    }

    static CsvLines open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new CsvLines(isGzip(file) ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == GZIP_MAGIC_FIRST && in.read() == GZIP_MAGIC_SECOND;
        }
    }

    /// Moves to the next line; false after the last. A line may end with LF or CR LF, the last one with neither.
    boolean next() throws IOException {
        int scanned = unread;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    return line(i, i + 1);
                }
            }
            scanned = end;
            if (ended) {
                return unread < end && line(end, end);
            }
            scanned -= makeRoom();
            fill();
        }
    }

    private boolean line(int lineEnd, int nextStart) {
        start = unread;
        stop = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        unread = nextStart;
        number++;
        return true;
    }

    /// Returns by how much the bytes moved towards the start of the buffer.
    private int makeRoom() throws IOException {
        if (end - unread >= LONGEST_LINE_BYTES) {
            throw new IOException("a line is longer than " + LONGEST_LINE_BYTES + " bytes");
        }
        int moved = unread;
        if (unread > 0) {
            System.arraycopy(buffer, unread, buffer, 0, end - unread);
            end -= unread;
            unread = 0;
        } else if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        return moved;
    }

    private void fill() throws IOException {
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
    }

    byte[] buffer() {
        return buffer;
    }

    /// Where the current line begins in the buffer.
    int start() {
        return start;
    }

    /// Where the current line ends in the buffer, its line break not included.
    int stop() {
        return stop;
    }

    /// The number of the current line, from 1.
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
