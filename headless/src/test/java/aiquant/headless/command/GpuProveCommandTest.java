package aiquant.headless.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GpuProveCommandTest {

    @Test
    void saysInOneLineThatThereIsNothingToProve() {
        assumeTrue(!Files.exists(Path.of("/dev/nvidiactl")), "skipped: this machine has a card");
        StringWriter out = new StringWriter();

        int code = new CommandLine(new GpuProveCommand())
                .setOut(new PrintWriter(out))
                .execute();

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .startsWith("No graphics card: ")
                .endsWith(". There is nothing to prove here.");
    }
}
