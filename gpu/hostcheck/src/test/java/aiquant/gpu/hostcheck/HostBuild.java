package aiquant.gpu.hostcheck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.gpu.KernelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The generated source as a library of this machine, built by g++.
@SuppressWarnings("restricted") // calling native code is what it is for
final class HostBuild {
    private static final FunctionDescriptor LAUNCH =
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> launches = new HashMap<>();

    private HostBuild(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// Skips the test, with the reason, where g++ is missing.
    ///
    /// @param flags beside those every build has
    static HostBuild ofSource(String source, String... flags) {
        Path folder = Path.of("target/hostcheck").toAbsolutePath();
        Path library =
                folder.resolve("kernel-" + Integer.toHexString((source + String.join(" ", flags)).hashCode()) + ".so");
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("kernel.cu");
            Files.writeString(file, source);
            List<String> command = new ArrayList<>(List.of(
                    "-x", "c++", "-std=c++17", "-O2", "-ffp-contract=off", "-DKERNEL_HOST", "-fPIC", "-shared"));
            command.addAll(List.of(flags));
            command.addAll(List.of(file.toString(), "-o", library.toString()));
            compile(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HostBuild(SymbolLookup.libraryLookup(library, Arena.global()));
    }

    static HostBuild of(String... flags) {
        return ofSource(KernelSource.load().text(), flags);
    }

    static void compile(List<String> arguments) {
        Process process;
        try {
            process =
                    new ProcessBuilder(gpp(arguments)).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: g++ is not installed (Debian: apt install g++)");
            return;
        }
        try {
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("g++ failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while g++ ran", e);
        }
    }

    private static List<String> gpp(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("g++"));
        command.addAll(arguments);
        return command;
    }

    /// Runs an entry for threads 0 to `grid * block`.
    ///
    /// @param arguments ints, or the memory of arrays
    void launch(String entry, int grid, int block, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, arguments.length);
            for (int i = 0; i < arguments.length; i++) {
                MemorySegment slot = arena.allocate(8, 8);
                switch (arguments[i]) {
                    case Integer number -> slot.set(ValueLayout.JAVA_INT, 0, number);
                    case MemorySegment memory -> slot.set(ValueLayout.ADDRESS, 0, memory);
                    default -> throw new IllegalArgumentException("argument " + i + ": " + arguments[i]);
                }
                pointers.setAtIndex(ValueLayout.ADDRESS, i, slot);
            }
            launches.computeIfAbsent(entry, this::find).invokeExact(grid, block, pointers);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot launch " + entry, e);
        }
    }

    private MethodHandle find(String entry) {
        return Linker.nativeLinker()
                .downcallHandle(symbols.find(entry + "_launch").orElseThrow(), LAUNCH);
    }
}
