package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aiquant.gpu.GpuDevice;
import aiquant.gpu.GpuException;
import aiquant.gpu.GpuInfo;
import aiquant.gpu.GpuUnavailable;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can go wrong with cards and drivers, on the stand-in: one line that says what, and nothing left behind.
class GpuFailureTest {

    @AfterEach
    void leavesNothingBehind() {
        assertThat(StandIn.pieces()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cards=0 | the NVIDIA driver shows no card
            fail=cuInit:1:100 | the NVIDIA driver shows no card
            fail=cuInit:1:803 | the NVIDIA driver does not work: cuInit failed with CUDA_ERROR_SYSTEM_DRIVER_MISMATCH (803)
            fail=cuDeviceGetName:1:999 | the NVIDIA driver does not work: cuDeviceGetName failed with CUDA_ERROR_UNKNOWN (999)
            """)
    void saysWhyNoCardIsThere(String settings, String line) {
        StandIn.set(settings);

        assertUnavailable(GpuDevice::list, line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            capability=70 | card 0 Stand-in A has compute capability 7.0; the oldest that can be used has 7.5
            ptx=63 | card 0 Stand-in A cannot be used: compiling the kernels (ptxas application ptx input, line 11; \
            fatal   : Unsupported .version) failed with CUDA_ERROR_UNSUPPORTED_PTX_VERSION (222)
            fail=cuDevicePrimaryCtxRetain:1:2 | card 0 Stand-in A cannot be used: \
            cuDevicePrimaryCtxRetain failed with CUDA_ERROR_OUT_OF_MEMORY (2)
            fail=cuCtxSetCurrent:1:999 | card 0 Stand-in A cannot be used: \
            cuCtxSetCurrent failed with CUDA_ERROR_UNKNOWN (999)
            fail=cuMemAllocHost_v2:1:2 | card 0 Stand-in A cannot be used: \
            cuMemAllocHost of 8388608 bytes failed with CUDA_ERROR_OUT_OF_MEMORY (2)
            """)
    void saysWhyACardCannotBeUsed(String settings, String line) {
        StandIn.set(settings);
        GpuInfo card = GpuDevice.find("0");

        assertUnavailable(() -> GpuDevice.open(card).close(), line);
    }

    private static void assertUnavailable(ThrowingCallable call, String line) {
        assertThatThrownBy(call).isInstanceOf(GpuUnavailable.class).hasMessage(line);
    }

    @Test
    void goesOnWithLessAfterTooMuchMemoryWasAskedFor() {
        StandIn.set("memory=1000000");
        try (GpuDevice device = GpuDevice.open(GpuDevice.find("0"))) {
            device.alloc(600_000);

            GpuException tooMuch = catchThrowableOfType(GpuException.class, () -> device.alloc(600_000));

            assertThat(tooMuch.isOutOfMemory()).isTrue();
            assertThat(tooMuch).hasMessage("cuMemAlloc of 600000 bytes failed with CUDA_ERROR_OUT_OF_MEMORY (2)");
            assertThat(device.alloc(300_000).bytes()).isEqualTo(300_000);
        }
    }

    @Test
    void isDoneWithACardThatFailedAndCanTakeItAgain() {
        StandIn.set("cards=2 fail=cuLaunchKernel:3:719:1");
        GpuInfo card = GpuDevice.find("1");
        try (GpuDevice device = GpuDevice.open(card)) {
            GpuDevice.Buffer in = device.alloc(new long[] {1, 2});
            GpuDevice.Buffer out = device.alloc(8L * 80);
            device.launch("Semantics_run", 1, in, out);
            device.launch("Semantics_run", 1, in, out);

            GpuException failed =
                    catchThrowableOfType(GpuException.class, () -> device.launch("Semantics_run", 1, in, out));

            assertThat(failed.isOutOfMemory()).isFalse();
            assertThat(failed.name()).isEqualTo("CUDA_ERROR_LAUNCH_FAILED");
            assertThat(failed.code()).isEqualTo(719);
            assertThat(failed.call()).isEqualTo("launch of Semantics_run with 1 threads");
            assertThatThrownBy(device::sync).isInstanceOf(GpuException.class).hasMessageContaining("719");
            assertThatThrownBy(() -> device.alloc(8)).isInstanceOf(GpuException.class);
        }
        assertThat(StandIn.pieces()).isZero();
        try (GpuDevice device = GpuDevice.open(card)) {
            device.sync();
        }
    }

    /// In a process of its own: the driver is found as it is found in earnest, and settings come from outside.
    @Test
    void isFoundByTheSystemsLoader() throws IOException {
        StandIn.set("");

        assertThat(StandIn.child(StandIn.folder(), "cards=2 capability=89", Child.class))
                .contains("0 Stand-in A 8.9")
                .contains("1 Stand-in B 8.9");
    }

    /// A function that is missing would end the process when JCuda calls it.
    @Test
    void saysThatADriverIsTooOldBeforeItIsCalled() throws IOException {
        StandIn.set("");

        assertThat(StandIn.child(StandIn.folder("-DSTANDIN_OLD"), "", Child.class))
                .contains("unavailable: the NVIDIA driver is too old: its libcuda.so.1 has no"
                        + " cuDevicePrimaryCtxRelease_v2; version 450 or newer is needed");
    }

    /// Opens all cards.
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            try {
                for (GpuInfo card : GpuDevice.list()) {
                    try (GpuDevice device = GpuDevice.open(card)) {
                        device.sync();
                        System.out.println(card + " " + card.capability());
                    }
                }
            } catch (GpuUnavailable e) {
                System.out.println("unavailable: " + e.getMessage());
            }
        }
    }
}
