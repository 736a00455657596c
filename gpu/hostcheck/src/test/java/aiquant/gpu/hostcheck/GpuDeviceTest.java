package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.gpu.GpuDevice;
import aiquant.gpu.GpuInfo;
import aiquant.gpu.GpuUnavailable;
import aiquant.gpu.Operands;
import aiquant.kernel.device.Semantics;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Cards through JCuda and all, on the stand-in driver.
class GpuDeviceTest {

    @AfterEach
    void leavesNothingBehind() {
        assertThat(StandIn.pieces()).isZero();
    }

    @Test
    void tellsWhatTheDriverTells() {
        StandIn.set("cards=2 memory=1000000 capability=75 fp64=32 cuda=12060");

        List<GpuInfo> cards = GpuDevice.list();

        String uuid = "GPU-00112233-4455-6677-8899-aabbccddee0";
        assertThat(cards)
                .containsExactly(
                        new GpuInfo(0, "Stand-in A", uuid + "0", 7, 5, 12060, 1_000_000, 4, 32),
                        new GpuInfo(1, "Stand-in B", uuid + "1", 7, 5, 12060, 1_000_000, 4, 32));
        assertThat(cards.getFirst().cudaVersion()).isEqualTo("12.6");
        assertThat(cards.getFirst().isSupported()).isTrue();
        assertThat(cards.getFirst().hasFastDoubles()).isFalse();
    }

    @Test
    void findsACardByWhateverAPersonCallsIt() {
        StandIn.set("cards=2");

        assertThat(Stream.of("1", "in b", "GPU-00112233-4455-6677-8899-AABBCCDDEE01")
                        .map(GpuDevice::find))
                .allMatch(card -> card.ordinal() == 1);
        assertThat(GpuDevice.find("stand").ordinal()).isZero();
        assertThatThrownBy(() -> GpuDevice.find("H200"))
                .isInstanceOf(GpuUnavailable.class)
                .hasMessage("no card is called 'H200'; there are: 0 Stand-in A, 1 Stand-in B");
    }

    @Test
    void copiesAnyPartOfAnyArray() {
        StandIn.set("");
        double[] many = DoubleStream.iterate(0.5, x -> x + 1).limit(3_000_001).toArray();
        try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"))) {
            GpuDevice.Buffer buffer = device.alloc(many);
            device.upload(MemorySegment.ofArray(new double[] {-1, -2, -3}).asSlice(8), buffer, 8L * 2_000_000);
            double[] back = new double[many.length];
            device.download(buffer, 0, MemorySegment.ofArray(back));
            double[] some = new double[4];
            device.download(buffer, 8L * 1_999_999, MemorySegment.ofArray(some).asSlice(8, 16));
            int[] ints = {1, -2};
            int[] intsBack = {0, 0};
            device.download(device.alloc(ints), 0, MemorySegment.ofArray(intsBack));

            many[2_000_000] = -2;
            many[2_000_001] = -3;
            assertThat(Arrays.equals(back, many)).isTrue();
            assertThat(some).containsExactly(0, 1_999_999.5, -2, 0);
            assertThat(intsBack).containsExactly(1, -2);
        }
    }

    @Test
    void countsMemoryAndGivesAllOfItBack() {
        StandIn.set("memory=1048576");
        GpuInfo card = GpuDevice.find("0");
        try (GpuDevice device = GpuDevice.open(card)) {
            GpuDevice.Buffer first = device.alloc(1024);
            device.alloc(new long[2]);

            assertThat(device.memory()).isEqualTo(new GpuDevice.Memory(1_048_576 - 1024 - 256, 1_048_576));

            device.free(first);
            assertThat(device.memory().free()).isEqualTo(1_048_576 - 256);
        }
        assertThat(StandIn.pieces()).isZero();
    }

    @Test
    void refusesWhatWouldTouchOtherMemory() {
        StandIn.set("cards=2");
        try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"))) {
            GpuDevice.Buffer buffer = device.alloc(16);
            GpuDevice.Buffer gone = device.alloc(16);
            device.free(gone);

            assertThatThrownBy(() -> device.upload(MemorySegment.ofArray(new int[3]), buffer, 8))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("12 bytes at 8 do not lie within a buffer of 16");
            assertThatThrownBy(() -> device.download(buffer, -1, MemorySegment.ofArray(new int[1])))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatIllegalStateException().isThrownBy(() -> device.free(gone));
            assertThatIllegalStateException()
                    .isThrownBy(() -> device.launch("Semantics_run", 1, buffer, gone))
                    .withMessage("a buffer of 16 bytes was freed before, or is another card's");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.launch("Semantics_run", 1, buffer))
                    .withMessage("Semantics_run takes 2 arguments after n, not 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.launch("Semantics_run", 1, buffer, 5))
                    .withMessage("argument 1 of Semantics_run after n has 8 bytes and cannot be 5");
            assertThatIllegalArgumentException().isThrownBy(() -> device.launch("Semantics_run", 0, buffer, buffer));
            assertThatIllegalArgumentException().isThrownBy(() -> device.launch("Nothing_run", 1));
        }
        assertThat(StandIn.launches()).isZero();
    }

    @Test
    void belongsToTheThreadThatOpenedIt() throws Exception {
        StandIn.set("");
        try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"));
                var other = Executors.newSingleThreadExecutor()) {
            assertThatThrownBy(() -> other.submit(device::sync).get())
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasStackTraceContaining("card 0 Stand-in A belongs to thread");
        }
    }

    @Test
    void computesOnTwoCardsAtOnce() throws Exception {
        StandIn.set("cards=2");
        int n = 5_000;
        long[] in = Operands.pairs(n, 3);
        long[] expected = new long[Semantics.RESULTS * n];
        for (int tid = 0; tid < n; tid++) {
            Semantics.run(tid, n, in, expected);
        }

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<long[]>> work = List.of(() -> semantics("0", in), () -> semantics("1", in));
            for (var result : threads.invokeAll(work)) {
                assertThat(Arrays.equals(result.get(), expected)).isTrue();
            }
        }
    }

    private static long[] semantics(String card, long[] in) {
        try (GpuDevice device = GpuDevice.open(GpuDevice.find(card))) {
            int n = in.length / 2;
            long[] out = new long[Semantics.RESULTS * n];
            GpuDevice.Buffer results = device.alloc(8L * out.length);
            device.launch("Semantics_run", n, device.alloc(in), results);
            device.download(results, 0, MemorySegment.ofArray(out));
            return out;
        }
    }

    @Test
    void agreesWithTheJvmOnWholeRuns() {
        StandIn.set("");
        try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"))) {
            Parity parity = new Parity((batch, chunk, block) -> {
                try (OnCard card = new OnCard(device)) {
                    return batch.on(card, chunk);
                }
            });

            parity.compare(8_000, 4, seed -> Markets.madeUp(seed, 250));
        }
    }
}
