package aiquant.engine.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second process with the class path of this one, for what only a real process can show.
public final class ChildJvm {

    private ChildJvm() {}

    /// Its standard error goes to `child.err` in `folder`, and so does what it leaves behind when it is killed.
    public static Process start(Path folder, Class<?> main, String... arguments) throws IOException {
        List<String> command = command(main, arguments);
        command.add(1, "-Djava.io.tmpdir=" + folder);
        return start(folder, command);
    }

    static Process start(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("child.err").toFile())
                .start();
    }

    static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
