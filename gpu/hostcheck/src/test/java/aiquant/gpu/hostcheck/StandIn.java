package aiquant.gpu.hostcheck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.gpu.KernelSource;
import aiquant.gpu.Ptx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stand-in for NVIDIA's driver in this process, or in one that is started with its folder as `LD_LIBRARY_PATH`.
///
/// Once it is loaded, whoever asks the system for the driver by name gets it, JCuda too. Its settings stand at the top
/// of `standin.cpp`.
@SuppressWarnings("restricted") // loading native code is what it is for
final class StandIn {
    private static @Nullable SymbolLookup loaded;

    private StandIn() {}

    /// Loads it where that has not been done, and gives it these settings. Skips the test, with the reason, where g++
    /// is missing or the packed PTX is not that of the kernels.
    static void set(String settings) {
        if (loaded == null) {
            loaded = SymbolLookup.libraryLookup(folder().resolve("libcuda.so.1"), Arena.global());
        }
        try (Arena arena = Arena.ofConfined()) {
            Linker.nativeLinker()
                    .downcallHandle(function("standin_configure"), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS))
                    .invokeExact(arena.allocateFrom(settings));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot set " + settings, e);
        }
    }

    /// Pieces of card memory that nobody has given back.
    static long pieces() {
        return number("standin_pieces");
    }

    /// Launches since the settings were made.
    static long launches() {
        return number("standin_launches");
    }

    private static long number(String function) {
        try {
            return (long) Linker.nativeLinker()
                    .downcallHandle(function(function), FunctionDescriptor.of(ValueLayout.JAVA_LONG))
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("cannot call " + function, e);
        }
    }

    private static MemorySegment function(String name) {
        return Objects.requireNonNull(loaded).find(name).orElseThrow();
    }

    /// Runs a main class in a process that finds the driver in the folder as it would find the real one.
    ///
    /// @return what it printed
    static String child(Path folder, String settings, Class<?> main) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.environment().putAll(Map.of("LD_LIBRARY_PATH", folder.toString(), "STANDIN", settings));
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Where it lies, built from the generated kernels if that has not been done.
    static Path folder(String... flags) {
        KernelSource source = KernelSource.load();
        assumeTrue(
                Ptx.load().filter(ptx -> ptx.isOf(source)).isPresent(),
                "skipped: kernel.ptx is not that of the kernels; make it anew: " + Ptx.COMMAND);
        try (InputStream text = StandIn.class.getResourceAsStream("standin.cpp")) {
            String driver = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
            Path folder = Path.of("target", "standin" + String.join("", flags)).toAbsolutePath();
            Path kernels = folder.resolve("kernel.cu");
            Path code = folder.resolve("standin.cpp");
            boolean isBuilt = Files.exists(folder.resolve("libcuda.so.1"))
                    && Files.readString(kernels).equals(source.text())
                    && Files.readString(code).equals(driver);
            if (!isBuilt) {
                Files.createDirectories(folder);
                Files.deleteIfExists(folder.resolve("libcuda.so.1"));
                Files.writeString(kernels, source.text());
                Files.writeString(code, driver);
                build(folder, flags);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path folder, String... flags) {
        List<String> command = new ArrayList<>(List.of(
                "-std=c++17",
                "-O2",
                "-ffp-contract=off",
                "-DKERNEL_HOST",
                "-fPIC",
                "-shared",
                "-Wl,-soname,libcuda.so.1"));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                folder.resolve("standin.cpp").toString(),
                "-o",
                folder.resolve("libcuda.so.1").toString()));
        HostBuild.compile(command);
    }
}
