package aiquant.headless;

import aiquant.headless.command.AiQuantCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line as a person meets it: arguments in, an exit code and two streams of text out.
final class Program {

    /// How a command ended.
    record Ended(int code, List<String> out, List<String> err) {}

    private Program() {}

    /// Runs a command in this process.
    static Ended run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int code = AiQuantCommand.run(arguments);
            return new Ended(code, lines(outBytes), lines(errBytes));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /// Starts a command in a process of its own; its streams go to `out.txt` and `err.txt` in `folder`.
    static Process start(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(out(folder).toFile())
                .redirectError(err(folder).toFile())
                .start();
    }

    /// Waits for a started command.
    static Ended ended(Path folder, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("did not end within a minute: " + Files.readString(err(folder)));
        }
        return new Ended(process.exitValue(), Files.readAllLines(out(folder)), Files.readAllLines(err(folder)));
    }

    private static Path out(Path folder) {
        return folder.resolve("out.txt");
    }

    private static Path err(Path folder) {
        return folder.resolve("err.txt");
    }

    /// The words that start a command; temporary files go to `folder`.
    static List<String> command(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// A command as one line for a shell.
    static String shellLine(Path folder, String... arguments) {
        return command(folder, arguments).stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    /// Whether the system knows and allows a command.
    static boolean works(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /// Everything in a folder, by path relative to it; empty when there is no such folder.
    static List<String> content(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
