package aiquant.desktop.app;

/// Where the window reads the machine's time and memory; the engine's own time comes with each view.
final class Clocks {

    private Clocks() {}

    static long wallMs() {
        return System.currentTimeMillis();
    }

    static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
