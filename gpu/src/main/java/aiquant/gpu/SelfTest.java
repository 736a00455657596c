package aiquant.gpu;

import aiquant.kernel.device.Semantics;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Shows that a card computes as this JVM does, before anything it says is believed.
public final class SelfTest {
    /// Pairs of operands; all special values with each other are among them.
    public static final int PAIRS = 100_000;

    private static final long SEED = 20_250_101;

    private SelfTest() {}

    /// Every operator, cast and intrinsic of device code on special and random operands. Takes well under a second.
    ///
    /// @return the first difference as a sentence; empty if there is none
    /// @throws GpuException if the card fails
    public static Optional<String> semantics(GpuDevice device) {
        long[] in = Operands.pairs(PAIRS, SEED);
        long[] onCard = new long[Semantics.RESULTS * PAIRS];
        GpuDevice.Buffer operands = device.alloc(in);
        GpuDevice.Buffer results = device.alloc(8L * onCard.length);
        device.launch("Semantics_run", PAIRS, operands, results);
        long[] expected = new long[onCard.length]; // computed while the card does the same
        for (int tid = 0; tid < PAIRS; tid++) {
            Semantics.run(tid, PAIRS, in, expected);
        }
        device.download(results, 0, MemorySegment.ofArray(onCard));
        device.free(operands);
        device.free(results);
        return difference(in, expected, onCard);
    }

    private static Optional<String> difference(long[] in, long[] expected, long[] onCard) {
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != onCard[i]) {
                int pair = i % PAIRS;
                return Optional.of("operation %d on %x and %x gave %x instead of %x"
                        .formatted(i / PAIRS, in[pair], in[PAIRS + pair], onCard[i], expected[i]));
            }
        }
        return Optional.empty();
    }
}
