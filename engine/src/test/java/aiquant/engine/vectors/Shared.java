package aiquant.engine.vectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/// The folder with recorded expectations and market data; tests are skipped, with the reason, where it is absent.
final class Shared {
    private static final Path ROOT = Path.of(System.getProperty("aiquant.shared", "shared"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shared() {}

    static Path require(String relative) {
        Path path = ROOT.resolve(relative);
        assumeTrue(
                Files.exists(path),
                "skipped: no shared folder at " + path.toAbsolutePath().normalize());
        return path;
    }

    static JsonNode vector(String relative) {
        Path path = require("spec/vectors/" + relative);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
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
