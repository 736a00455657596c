package aiquant.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The committed PTX is that of the source, and computes as the source says.
///
/// A stale one only warns, because whoever changes a rule may have no nvcc; `-Pptx` and `-Prelease` do not let it pass.
class PtxGateTest {
    private static final Path FILE = Path.of("src/main/resources/aiquant/gpu/kernel.ptx");
    private static final String MODE = System.getProperty("aiquant.ptx", "warn");
    private static final int MAX_LOCAL_BYTES = 8192;

    private static final KernelSource SOURCE = KernelSource.load();

    @BeforeAll
    static void regenerates() throws IOException {
        if (MODE.equals("write")) {
            Files.createDirectories(FILE.getParent());
            Nvcc.regenerate(SOURCE, FILE);
        }
    }

    private static Ptx current() throws IOException {
        boolean isCurrent = Files.exists(FILE) && new Ptx(Files.readString(FILE)).isOf(SOURCE);
        String warning = FILE + " is not that of the generated source; make it anew: " + Ptx.COMMAND;
        if (!isCurrent && MODE.equals("warn")) {
            System.out.println("WARNING: " + warning);
        }
        assumeTrue(isCurrent || !MODE.equals("warn"), "skipped: " + warning);
        assertThat(isCurrent).as(warning).isTrue();
        return new Ptx(Files.readString(FILE));
    }

    @Test
    void isMadeFromTheGeneratedSource() throws IOException {
        assertThat(current().isOf(SOURCE)).isTrue();
        assertThat(current().isOf(new KernelSource(SOURCE.text() + " "))).isFalse();
    }

    @Test
    void roundsEveryOperationByItself() throws IOException {
        String text = current().text();

        assertThat(text)
                .doesNotContainPattern("\\b(add|sub|mul)\\.f64")
                .doesNotContainPattern("\\b(div|sqrt)\\.(full|approx)")
                .doesNotContain(".ftz")
                .doesNotContainPattern("\\b(add|sub|mul|div|mad|fma|sqrt|rcp)\\.(rn\\.|rz\\.)?f32")
                .containsPattern("\\bmul\\.rn\\.f64")
                .containsPattern("\\bdiv\\.rn\\.f64");
    }

    /// Only the kernel that compares operators asks for one.
    @Test
    void fusesNothingUnasked() throws IOException {
        Ptx ptx = current();

        for (String entry : List.of("SignalKernel_run", "TradeKernel_run")) {
            assertThat(ptx.entry(entry)).doesNotContain("fma.", "mad.rn.f64");
        }
        assertThat(ptx.entry("Semantics_run").split("fma\\.rn\\.f64", -1)).hasSize(2);
    }

    @Test
    void runsOnOldCardsAndDrivers() throws IOException {
        String text = current().text();

        assertThat(text).containsPattern("(?m)^\\.target sm_75$").containsPattern("(?m)^\\.version 6\\.4$");
    }

    @Test
    void hasEveryEntryWithinItsLocalMemory() throws IOException {
        Ptx ptx = current();

        assertThat(SOURCE.entries()).contains("Semantics_run", "SignalKernel_run", "TradeKernel_run");
        for (String entry : SOURCE.entries()) {
            Matcher local = Pattern.compile("\\.local [^;]*\\[(\\d+)\\]").matcher(ptx.entry(entry));
            int bytes = local.results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
            assertThat(bytes).as(entry).isLessThanOrEqualTo(MAX_LOCAL_BYTES);
        }
    }
}
