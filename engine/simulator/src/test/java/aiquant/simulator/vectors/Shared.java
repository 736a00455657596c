package aiquant.simulator.vectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder with recorded expectations and market data; tests are skipped, with the reason, where it is absent.
public final class Shared {
    private static final Path ROOT = Path.of(System.getProperty("aiquant.shared", "shared"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shared() {}

    public static Path require(String relative) {
        Path path = ROOT.resolve(relative);
        assumeTrue(
                Files.exists(path),
                "skipped: no shared folder at " + path.toAbsolutePath().normalize());
        return path;
    }

    static JsonNode vector(String name) {
        Path path = require("spec/vectors/" + name);
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }

    static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.required(field).asText());
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
