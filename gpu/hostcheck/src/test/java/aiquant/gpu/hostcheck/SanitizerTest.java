package aiquant.gpu.hostcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The generated code does nothing that C++ leaves undefined, and touches no memory but what it was given.
///
/// Runs in a process of its own, because a sanitizer must be loaded before anything else.
class SanitizerTest {

    @Test
    void isCleanUnderUndefinedBehaviourAndAddressSanitizers() throws Exception {
        HostBuild.compile(List.of("--version"));
        Path runtime = Path.of(
                output(new ProcessBuilder("g++", "-print-file-name=libasan.so")).strip());
        assumeTrue(Files.exists(runtime), "skipped: g++ has no address sanitizer");
        ProcessBuilder child = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Sanitized.class.getName());
        child.environment()
                .putAll(Map.of(
                        "LD_PRELOAD", runtime.toString(),
                        "ASAN_OPTIONS", "handle_segv=0:detect_leaks=0",
                        "UBSAN_OPTIONS", "print_stacktrace=1"));

        String output = output(child);

        assertThat(output).doesNotContain("runtime error", "AddressSanitizer").contains("parity: 40 configurations");
        assertThat(output).contains("semantics: 0 differences");
    }

    private static String output(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// The child.
    static final class Sanitized {

        private Sanitized() {}

        public static void main(String[] args) {
            HostBuild host = HostBuild.of("-O1", "-g", "-fsanitize=undefined,address,bounds");
            int differences = SemanticsTest.differences(host, 20_000, 11).size();
            System.out.println("semantics: " + differences + " differences");
            new Parity(host).compare(6_000, 2, seed -> Markets.madeUp(seed, 200));
        }
    }
}
