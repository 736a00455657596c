package aiquant.gpu;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks for NVIDIA's driver before anything of JCuda is touched, because JCuda's own failure without one is no clean
/// error, and a function that an old driver lacks would end the process.
final class Driver {
    /// All that [GpuDevice] calls; the newest of them came with CUDA 11.
    private static final List<String> FUNCTIONS = List.of(
            "cuInit",
            "cuDriverGetVersion",
            "cuDeviceGetCount",
            "cuDeviceGet",
            "cuDeviceGetName",
            "cuDeviceGetUuid",
            "cuDeviceGetAttribute",
            "cuDeviceTotalMem_v2",
            "cuDevicePrimaryCtxRetain",
            "cuDevicePrimaryCtxRelease_v2",
            "cuCtxSetCurrent",
            "cuCtxSynchronize",
            "cuModuleLoadDataEx",
            "cuModuleUnload",
            "cuModuleGetFunction",
            "cuMemGetInfo_v2",
            "cuMemAlloc_v2",
            "cuMemFree_v2",
            "cuMemAllocHost_v2",
            "cuMemFreeHost",
            "cuMemcpyHtoD_v2",
            "cuMemcpyDtoH_v2",
            "cuLaunchKernel");

    private static final Path VERSION_FILE = Path.of("/proc/driver/nvidia/version");
    private static final Pattern VERSION = Pattern.compile("Kernel Module .*?(\\d+\\.\\d+(\\.\\d+)?)");

    private Driver() {}

    /// The version of NVIDIA's driver, such as "580.65.06", where the system tells.
    static Optional<String> version() {
        try {
            return Files.exists(VERSION_FILE) ? version(Files.readString(VERSION_FILE)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // only shown to people
        }
    }

    static Optional<String> version(String text) {
        return VERSION.matcher(text).results().map(found -> found.group(1)).findFirst();
    }

    /// @throws GpuUnavailable if this machine has no driver that can be used
    static void probe() {
        String library = library(System.getProperty("os.name"), System.getProperty("os.arch"));
        SymbolLookup driver = lookup(library);
        for (String function : FUNCTIONS) {
            if (driver.find(function).isEmpty()) {
                throw new GpuUnavailable("the NVIDIA driver is too old: its " + library + " has no " + function
                        + "; version 450 or newer is needed");
            }
        }
    }

    @SuppressWarnings("restricted") // the driver is native code
    private static SymbolLookup lookup(String library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new GpuUnavailable("no NVIDIA driver found (" + library + ")", e);
        }
    }

    /// The driver's file where JCuda has its half for that platform.
    static String library(String system, String processor) {
        boolean isX64 = processor.equals("amd64") || processor.equals("x86_64");
        if (isX64 && system.equals("Linux")) {
            return "libcuda.so.1";
        }
        if (isX64 && system.startsWith("Windows")) {
            return "nvcuda.dll";
        }
        throw new GpuUnavailable(
                "cards are used on Linux and Windows on x86-64 only, not on " + system + " " + processor);
    }

    /// Runs JCuda's loading of its library with a folder for temporary files that nobody else can write to: it takes
    /// whatever lies in that folder under the name it expects.
    ///
    /// @throws GpuUnavailable if it cannot be loaded
    static void loadPrivately(Runnable load) {
        String before = System.getProperty("java.io.tmpdir");
        Path folder = privateFolder(before);
        System.setProperty("java.io.tmpdir", folder.toString());
        try {
            load.run();
        } catch (LinkageError e) {
            throw new GpuUnavailable("JCuda's library cannot be loaded: " + firstLine(e), e);
        } finally {
            System.setProperty("java.io.tmpdir", before);
            delete(folder);
        }
    }

    private static Path privateFolder(String parent) {
        try {
            return Files.createTempDirectory("aiquant-gpu-"); // for its owner only
        } catch (IOException e) {
            throw new GpuUnavailable("no folder for JCuda's library can be made in " + parent + ": " + e, e);
        }
    }

    /// What has been loaded stays loaded.
    private static void delete(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // Windows keeps loaded files locked
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
