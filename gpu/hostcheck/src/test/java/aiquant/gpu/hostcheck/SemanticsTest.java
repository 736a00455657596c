package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.gpu.Operands;
import aiquant.kernel.device.Semantics;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every operator, cast and intrinsic of device code gives the bits that Java gives.
class SemanticsTest {

    @Test
    void agreesOnSpecialAndRandomOperands() {
        assertThat(differences(HostBuild.of(), 100_000, 1)).isEmpty();
    }

    @Test
    @Tag("soak")
    void agreesOnAMillionOperandsAtEveryOptimisation() {
        assertThat(differences(HostBuild.of(), 1_000_000, 2)).isEmpty();
        assertThat(differences(HostBuild.of("-O0"), 1_000_000, 3)).isEmpty();
        assertThat(differences(HostBuild.of("-O3", "-march=native"), 1_000_000, 4))
                .isEmpty();
    }

    /// What compilers do when nothing forbids it would be noticed.
    @Test
    void noticesContraction() {
        HostBuild contracted = HostBuild.of("-O2", "-ffp-contract=fast", "-march=haswell");

        assertThat(differences(contracted, 5_000, 5)).isNotEmpty();
    }

    static List<String> differences(HostBuild host, int n, long seed) {
        long[] in = Operands.pairs(n, seed);
        long[] expected = new long[Semantics.RESULTS * n];
        for (int tid = 0; tid < n; tid++) {
            Semantics.run(tid, n, in, expected);
        }
        long[] actual;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment operands = arena.allocateFrom(ValueLayout.JAVA_LONG, in);
            MemorySegment results = arena.allocate(8L * expected.length, 8);
            host.launch("Semantics_run", (n + 127) / 128, 128, n, operands, results);
            actual = results.toArray(ValueLayout.JAVA_LONG);
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.length && differences.size() < 10; i++) {
            if (expected[i] != actual[i]) {
                differences.add("result %d of %x and %x: Java %x, C++ %x"
                        .formatted(i / n, in[i % n], in[n + i % n], expected[i], actual[i]));
            }
        }
        return differences;
    }
}
