package aiquant.gpu.hostcheck;

import aiquant.gpu.GpuDevice;
import java.lang.foreign.MemorySegment;
import java.util.IdentityHashMap;
import java.util.Objects;

/// Kernels launched on a card; arrays are copied there when they are first seen.
final class OnCard implements Machine, AutoCloseable {
    private final GpuDevice device;
    private final IdentityHashMap<MemorySegment, GpuDevice.Buffer> buffers = new IdentityHashMap<>();

    OnCard(GpuDevice device) {
        this.device = device;
    }

    @Override
    public void launch(String entry, int n, Object... arguments) {
        Object[] onCard = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            onCard[i] = arguments[i] instanceof MemorySegment memory
                    ? buffers.computeIfAbsent(memory, device::filled)
                    : arguments[i];
        }
        device.launch(entry, n, onCard);
    }

    @Override
    public void fetch(MemorySegment... results) {
        for (MemorySegment result : results) {
            device.download(Objects.requireNonNull(buffers.get(result)), 0, result);
        }
    }

    @Override
    public void close() {
        buffers.values().forEach(device::free);
    }
}
