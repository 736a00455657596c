package aiquant.gpu.hostcheck;

import java.lang.foreign.MemorySegment;

/// Something that runs kernels: the host build itself, or a card.
interface Machine {

    /// Runs threads 0 to `n` of a kernel.
    ///
    /// @param arguments what follows `n`: ints, or the memory of arrays
    void launch(String entry, int n, Object... arguments);

    /// Brings what kernels wrote to these arrays into the segments.
    void fetch(MemorySegment... results);
}
