package aiquant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process costs, as the kernel counts it.
///
/// @param cpuSeconds since it began, all threads
/// @param residentMiB now
/// @param peakMiB the most that was ever resident
record ProcessFigures(double cpuSeconds, double residentMiB, double peakMiB) {

    private static final double TICKS_PER_SECOND = 100;

    static ProcessFigures of(Process process) throws IOException {
        Path folder = Path.of("/proc", String.valueOf(process.pid()));
        String stat = Files.readString(folder.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        String status = Files.readString(folder.resolve("status"));
        return new ProcessFigures(
                (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND,
                kilobytes(status, "VmRSS:") / 1_024.0,
                kilobytes(status, "VmHWM:") / 1_024.0);
    }

    private static long kilobytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
