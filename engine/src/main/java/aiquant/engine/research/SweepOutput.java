package aiquant.engine.research;

import aiquant.engine.ledger.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The output under way: a neighbour of the file, which takes the file's name once it is complete.
final class SweepOutput implements AutoCloseable {
    private final Path target;
    private final Path draft;
    private final FileChannel channel;

    /// Opens the neighbour and cuts it to `bytes`.
    ///
    /// @throws IOException if it cannot be written, or is shorter than that
    SweepOutput(Path output, long bytes) throws IOException {
        target = output;
        draft = draft(output);
        channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.size() < bytes) {
            channel.close();
            throw new IOException(
                    draft + " is shorter than its checkpoint says; start the sweep anew without --resume");
        }
        channel.truncate(bytes);
        channel.position(bytes);
    }

    static Path draft(Path output) {
        return output.resolveSibling(output.getFileName() + ".part");
    }

    Path draft() {
        return draft;
    }

    void write(List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw ReportFile.named(draft, e);
        }
    }

    /// Everything written so far is on the disk afterwards.
    long flush() throws IOException {
        channel.force(true);
        return channel.position();
    }

    void publish() throws IOException {
        flush();
        channel.close();
        DurableFile.rename(draft, target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
