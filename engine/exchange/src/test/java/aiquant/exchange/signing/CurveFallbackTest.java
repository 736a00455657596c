package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which implementation a process gets, where the native library is there and where it is not.
class CurveFallbackTest {

    @Test
    void signsInJavaOnAMachineWithoutTheLibrary(@TempDir Path folder) throws Exception {
        assertThat(chosen(folder, "-Dos.arch=mips")).isEqualTo("JavaCurve");
    }

    @Test
    void signsInJavaWhereTheLibraryCannotBeUnpacked(@TempDir Path folder) throws Exception {
        assertThat(chosen(folder, "-Dfr.acinq.secp256k1.tmpdir=" + folder.resolve("none")))
                .isEqualTo("JavaCurve");
    }

    @Test
    void signsWithTheLibraryElsewhere(@TempDir Path folder) throws Exception {
        assertThat(chosen(folder, "-Dfr.acinq.secp256k1.tmpdir=" + folder)).isEqualTo("NativeCurve");
    }

    private static String chosen(Path folder, String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Chosen.class.getName()))
                .redirectError(folder.resolve("child.err").toFile())
                .start();
        String line = process.inputReader().readLine();
        process.waitFor();
        return line == null ? "nothing" : line;
    }

    /// Prints the name of the implementation, after it has proved itself.
    static final class Chosen {
        private Chosen() {}

        public static void main(String[] arguments) {
            Curve curve = Curve.fastest();
            SigningSelfTest.run(curve);
            System.out.println(curve.getClass().getSimpleName());
        }
    }
}
