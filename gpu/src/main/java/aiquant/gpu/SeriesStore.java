package aiquant.gpu;

import aiquant.gpu.GpuDevice.Buffer;
import aiquant.kernel.backtest.SeriesKey;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Series of one length on a card, in one array that grows as more of them are needed at once. Each is computed on the
/// JVM when it is missing, several at a time, and stays until its slot is needed.
final class SeriesStore {
    private static final int FIRST_SLOTS = 32;

    private final GpuDevice device;
    private final SweepSetup setup;
    private final int length;
    private Optional<Buffer> memory = Optional.empty();
    private SeriesArena arena = new SeriesArena(0);
    private int slots;

    /// @param length of each series
    SeriesStore(GpuDevice device, SweepSetup setup, int length) {
        this.device = device;
        this.setup = setup;
        this.length = length;
    }

    /// Sees to it that all these series lie on the card.
    ///
    /// @param needed not more than `most`
    /// @param most   slots there may be
    /// @return false when it was cancelled
    boolean hold(Set<SeriesKey> needed, int most, BooleanSupplier isCancelled) {
        if (needed.size() > slots || memory.isEmpty()) {
            grow(Math.min(most, Math.max(Math.max(needed.size(), 2 * slots), FIRST_SLOTS)));
        }
        Iterator<SeriesKey> missing = arena.missing(needed).iterator();
        Deque<Pending> pending = new ArrayDeque<>();
        int window = 2 * setup.settings().helpers();
        while (missing.hasNext() || !pending.isEmpty()) {
            if (isCancelled.getAsBoolean()) {
                return false;
            }
            while (missing.hasNext() && pending.size() < window) {
                SeriesKey key = missing.next();
                pending.add(new Pending(
                        key, setup.helpers().submit(() -> setup.cache().get(key))));
            }
            Pending next = pending.remove();
            double[] values = next.await();
            long slot = arena.put(next.key, needed);
            device.upload(MemorySegment.ofArray(values), values(), slot * length * Double.BYTES);
        }
        return true;
    }

    private record Pending(SeriesKey key, Future<double[]> values) {
        double[] await() {
            try {
                return values.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + key + " was computed", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("computing " + key + " failed", e.getCause());
            }
        }
    }

    /// What lay there is computed again when it is needed.
    private void grow(int wanted) {
        free();
        memory = Optional.of(device.alloc((long) wanted * length * Double.BYTES));
        arena = new SeriesArena(wanted);
        slots = wanted;
    }

    void free() {
        memory.ifPresent(device::free);
        memory = Optional.empty();
        arena = new SeriesArena(0);
        slots = 0;
    }

    /// Where a series lies, or −1.
    int slot(SeriesKey key) {
        return arena.slot(key);
    }

    Buffer values() {
        return memory.orElseThrow();
    }
}
