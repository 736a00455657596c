package aiquant.headless;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tells systemd how the service is: `READY=1`, `WATCHDOG=1`, `STATUS=…`.
///
/// Java has no datagram Unix sockets, so the C library sends. Where no one listens nothing happens. Not thread-safe.
public final class SystemdNotify {
    private static final int UNIX = 1;
    private static final int DATAGRAM = 2;
    private static final int ADDRESS_BYTES = 110;
    private static final int LONGEST_PATH = 107;

    private final Optional<String> socket;

    /// @param socket `NOTIFY_SOCKET`: a path, or `@` and an abstract name
    public SystemdNotify(Optional<String> socket) {
        this.socket =
                socket.filter(path -> !path.isEmpty() && path.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH);
    }

    /// Whether anybody wants to know.
    public boolean isWanted() {
        return socket.isPresent();
    }

    /// Sends a state such as `READY=1`.
    ///
    /// @return whether it was sent
    public boolean send(String state) {
        return socket.isPresent() && send(socket.get(), state.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("restricted")
    private static boolean send(String path, byte[] state) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle open = linker.downcallHandle(
                    library.findOrThrow("socket"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            MethodHandle close = linker.downcallHandle(
                    library.findOrThrow("close"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            MethodHandle sendTo = linker.downcallHandle(
                    library.findOrThrow("sendto"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT));
            int descriptor = (int) open.invokeExact(UNIX, DATAGRAM, 0);
            if (descriptor < 0) {
                return false;
            }
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            MemorySegment address = arena.allocate(ADDRESS_BYTES);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
            MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
            if (name[0] == '@') {
                address.set(ValueLayout.JAVA_BYTE, 2, (byte) 0);
            }
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, state);
            long sent = (long) sendTo.invokeExact(descriptor, bytes, (long) state.length, 0, address, 2 + name.length);
            int closed = (int) close.invokeExact(descriptor);
            return sent == state.length && closed == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot reach the C library", e);
        }
    }
}
