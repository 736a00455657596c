package aiquant.exchange.signing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The recorded signatures; tests are skipped, with the reason, where they are absent.
final class SigningVectors {

    private static final Path FILE =
            Path.of(System.getProperty("aiquant.shared", "shared"), "spec/vectors/hyperliquid-signing.json");

    private SigningVectors() {}

    static JsonNode section(String name) {
        assumeTrue(
                Files.exists(FILE),
                "skipped: no vectors at " + FILE.toAbsolutePath().normalize());
        try {
            JsonNode section = new ObjectMapper().readTree(FILE.toFile()).path(name);
            if (section.isMissingNode()) {
                throw new IllegalStateException("no section " + name + " in " + FILE);
            }
            return section;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE, e);
        }
    }

    /// Notes that a vector was run and held, for the build's summary.
    static void passed(String section, int index, String name) {
        String line = "hyperliquid/signing/" + section + "/" + index + (name.isEmpty() ? "" : "-" + name) + "\n";
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target/vectors.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException("cannot note vector " + name, e);
        }
    }
}
