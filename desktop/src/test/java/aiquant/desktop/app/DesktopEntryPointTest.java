package aiquant.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.desktop.scripted.ScriptedEngine;
import aiquant.desktop.scripted.ScriptedMain;
import aiquant.engine.EntryPoint;
import aiquant.engine.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopEntryPointTest {

    @Test
    void seesADisplayWhereTheEnvironmentNamesOne() {
        assertThat(DesktopEntryPoint.hasDisplay("Linux", true, true)).isTrue();
        assertThat(DesktopEntryPoint.hasDisplay("Linux", true, false)).isTrue();
        assertThat(DesktopEntryPoint.hasDisplay("Linux", false, false)).isFalse();
    }

    @Test
    void trustsWindowsAndMacUnlessHeadless() {
        assertThat(DesktopEntryPoint.hasDisplay("Windows 11", false, false)).isTrue();
        assertThat(DesktopEntryPoint.hasDisplay("Mac OS X", true, true)).isFalse();
    }

    @Test
    void refusesToRunOffScreenForever() {
        EntryPoint.Options forever = new EntryPoint.Options(true, Optional.empty(), Optional.empty(), 1600, 1000, true);

        assertThatThrownBy(() -> new DesktopEntryPoint().run(new ScriptedEngine(Mode.DEMO), forever))
                .hasMessageContaining("closeAfter");
    }

    /// In a process of its own, because the toolkit cannot be started a second time.
    @Test
    void drawsOffScreenAndEnds(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("window.png");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        ScriptedMain.class.getName(),
                        picture.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();

        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).as(Files.readString(folder.resolve("output.txt"))).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1600);
    }
}
