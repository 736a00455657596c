package aiquant.exchange.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The folder with recorded answers and frames; tests are skipped, with the reason, where it is absent.
final class Shared {
    private static final Path ROOT = Path.of(System.getProperty("aiquant.shared", "shared"));

    private Shared() {}

    static Path require(String relative) {
        Path path = ROOT.resolve(relative);
        assumeTrue(
                Files.exists(path),
                "skipped: no shared folder at " + path.toAbsolutePath().normalize());
        return path;
    }

    /// The files of a folder whose names begin so, by name.
    static List<Path> files(String folder, String prefix) {
        try (Stream<Path> files = Files.list(require(folder))) {
            return files.filter(file -> Files.isRegularFile(file) && name(file).startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + folder, e);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static JsonNode json(Path file) {
        return Json.parse(text(file));
    }

    static List<JsonNode> jsonLines(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Json::parse)
                .toList();
    }

    static String text(Path file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return name(file).endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    /// Notes that a vector was run and held, for the build's summary.
    static void passed(String name) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target/vectors.txt"), name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException("cannot note vector " + name, e);
        }
    }
}
