package aiquant.gpu.hostcheck;

import java.lang.foreign.MemorySegment;

/// Kernels called directly in a host build.
record OnHost(HostBuild build, int block) implements Machine {

    @Override
    public void launch(String entry, int n, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = n;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        build.launch(entry, (n + block - 1) / block, block, all);
    }

    @Override
    public void fetch(MemorySegment... results) {} // they were written where they lie
}
