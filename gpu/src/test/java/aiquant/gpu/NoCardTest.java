package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where cards cannot be used, one line says why.
class NoCardTest {
    private static final KernelSource SOURCE = KernelSource.load();

    @Test
    void saysThatThereIsNoDriver() {
        assumeTrue(!Files.exists(Path.of("/dev/nvidiactl")), "skipped: this machine has a card");
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: written for Linux");
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "skipped: written for x86-64");

        assertThatThrownBy(GpuDevice::list)
                .isInstanceOf(GpuUnavailable.class)
                .hasMessage("no NVIDIA driver found (libcuda.so.1)");
        // And again: a first failure must not spoil what comes after.
        assertThatThrownBy(GpuDevice::list).hasMessage("no NVIDIA driver found (libcuda.so.1)");
    }

    @Test
    void knowsWhereDriversAre() {
        assertThat(Driver.library("Linux", "amd64")).isEqualTo("libcuda.so.1");
        assertThat(Driver.library("Windows 11", "amd64")).isEqualTo("nvcuda.dll");
        assertThatThrownBy(() -> Driver.library("Linux", "aarch64"))
                .isInstanceOf(GpuUnavailable.class)
                .hasMessage("cards are used on Linux and Windows on x86-64 only, not on Linux aarch64");
        assertThatThrownBy(() -> Driver.library("Mac OS X", "x86_64")).isInstanceOf(GpuUnavailable.class);
    }

    @Test
    void readsTheVersionOfBothKindsOfDriver() {
        assertThat(Driver.version(
                        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56 UTC\n"))
                .contains("550.54.15");
        assertThat(
                        Driver.version(
                                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build\nGCC 12.3.0"))
                .contains("580.65.06");
        assertThat(Driver.version("")).isEmpty();
    }

    @Test
    void usesNoPtxOfOtherKernels() {
        Ptx made = Ptx.of(SOURCE, ".version 9.0\n", "nvcc", "");

        assertThat(Ptx.usable(Optional.of(made), SOURCE)).isEqualTo(made);
        assertThatThrownBy(() -> Ptx.usable(Optional.of(made), new KernelSource(SOURCE.text() + " ")))
                .isInstanceOf(GpuUnavailable.class)
                .hasMessage("the kernels changed since they were compiled for cards (kernel.ptx); make it anew: "
                        + Ptx.COMMAND);
        assertThatThrownBy(() -> Ptx.usable(Optional.empty(), SOURCE))
                .isInstanceOf(GpuUnavailable.class)
                .hasMessage("the kernels are not compiled for cards (no kernel.ptx); make it: " + Ptx.COMMAND);
    }

    @Test
    void readsWhatAKernelTakes() {
        Ptx made = new Ptx("""
                .visible .entry A_run(
                \t.param .u32 A_run_param_0,
                \t.param .u64 A_run_param_1,
                \t.param .f64 A_run_param_2
                )
                {
                .param .b32 x;
                }
                .visible .entry B_run(
                \t.param .u32 B
                )
                """);

        assertThat(made.parameterSizes("A_run")).containsExactly(4, 8, 8);
        assertThat(made.parameterSizes("B_run")).containsExactly(4);
    }
}
