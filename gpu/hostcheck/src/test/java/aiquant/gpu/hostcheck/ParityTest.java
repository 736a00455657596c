package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Any configuration on any market: replay, the kernels as Java and the kernels built by g++ agree to the last bit.
class ParityTest {
    private final Parity parity = new Parity(HostBuild.of());

    @Test
    void agreesOnMadeUpMarketsInAllModes() {
        parity.compare(0, 12, seed -> Markets.madeUp(seed, 300));

        assertThat(parity.seen()).hasSize(6 + 2 + 2 + 2 + 2);
    }

    @Test
    void agreesOnRecordedMarkets() {
        parity.compare(1_000, 4, seed -> Markets.real(seed, 500));
    }

    @Test
    void agreesOnMoreSymbolsThanAWordHasBits() {
        parity.compare(2_000, 1, seed -> Markets.wide(seed, 150));
    }

    @Test
    @Tag("soak")
    void agreesOnManyMarkets() {
        parity.compare(3_000, 80, seed -> Markets.madeUp(seed, 600));
        parity.compare(4_000, 30, seed -> Markets.real(seed, 1_500));
        parity.compare(5_000, 5, seed -> Markets.wide(seed, 300));
    }

    @Test
    @Tag("soak")
    void agreesAtEveryOptimisation() {
        new Parity(HostBuild.of("-O0")).compare(7_000, 12, seed -> Markets.madeUp(seed, 300));
        new Parity(HostBuild.of("-O3", "-march=native")).compare(7_000, 12, seed -> Markets.madeUp(seed, 300));
    }
}
