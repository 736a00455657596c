package aiquant.engine;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A few bytes that two processes see at the same time, and the second still after the first was killed.
final class PhaseFile {
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final List<Phase> PHASES = List.of(Phase.values());

    private final ByteBuffer memory;

    PhaseFile(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * Integer.BYTES);
        }
    }

    void show(Phase phase) {
        INT.setVolatile(memory, 0, PHASES.indexOf(phase));
    }

    Phase phase() {
        return PHASES.get((int) INT.getVolatile(memory, 0));
    }

    /// So many rounds of the market are decided.
    void showRounds(int rounds) {
        INT.setVolatile(memory, Integer.BYTES, rounds);
    }

    int rounds() {
        return (int) INT.getVolatile(memory, Integer.BYTES);
    }
}
