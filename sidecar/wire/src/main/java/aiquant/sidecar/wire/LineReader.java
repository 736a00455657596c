package aiquant.sidecar.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Cuts what comes from a channel into lines, none longer than allowed. One thread.
public final class LineReader {

    private static final int FIRST_SIZE = 8_192;

    private final ReadableByteChannel channel;
    private final int maxBytes;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int start;
    private int searched;
    private int end;

    public LineReader(ReadableByteChannel channel, int maxBytes) {
        this.channel = channel;
        this.maxBytes = maxBytes;
    }

    /// The next line without its end; waits for it. Empty when the other side has closed.
    ///
    /// @throws WireFormatException if the line is too long; nothing more can be read then
    public Optional<String> next() throws IOException {
        while (true) {
            Optional<String> line = take();
            if (line.isPresent()) {
                return line;
            }
            if (fill() < 0) {
                return Optional.empty();
            }
        }
    }

    /// A line that has come already.
    ///
    /// @throws WireFormatException if it is too long; nothing more can be read then
    public Optional<String> take() {
        while (searched < end) {
            if (bytes[searched] == '\n') {
                requireShort(searched - start);
                String line = new String(bytes, start, searched - start, StandardCharsets.UTF_8);
                start = ++searched;
                return Optional.of(line);
            }
            searched++;
        }
        return Optional.empty();
    }

    /// Reads once from the channel.
    ///
    /// @return how many bytes came, -1 at the end
    public int fill() throws IOException {
        requireShort(end - start);
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            end -= start;
            searched -= start;
            start = 0;
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
        end += Math.max(0, read);
        return read;
    }

    private void requireShort(int length) {
        if (length > maxBytes) {
            throw new WireFormatException("a line may have " + maxBytes + " bytes at most");
        }
    }
}
