package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aiquant.exchange.action.Address;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedKeyFileTest {

    private static final String MARKER = "deadbeefcafef00d".repeat(4);
    private static final String PASSWORD = "correct horse, bättery staple";
    private static final KeyCost CHEAP = new KeyCost(64, 1, 1);
    private static final Address ADDRESS = address();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("agent.key.json");
        EncryptedKeyFile.write(file, key(), ADDRESS, PASSWORD.toCharArray(), CHEAP, new SecureRandom());
    }

    @Test
    void givesTheKeyBackForItsPassword() {
        SecretKey opened = EncryptedKeyFile.open(file, PASSWORD.toCharArray());

        assertThat(HexFormat.of().formatHex(opened.lend(byte[]::clone))).isEqualTo(MARKER);
        assertThat(EncryptedKeyFile.address(file)).isEqualTo(ADDRESS);
    }

    @Test
    void opensAFileOfTheFirstVersion() throws IOException {
        Path written = Files.writeString(folder.resolve("first.json"), """
                {
                  "format" : "aiquant-key",
                  "version" : 1,
                  "address" : "0x6987bafd4b8a7e19703553a68b1080ffa8a1aabb",
                  "kdf" : {
                    "name" : "argon2id",
                    "memory_kib" : 64,
                    "iterations" : 1,
                    "parallelism" : 1,
                    "salt" : "1d2230fb94ffe44c1d8f04789cc726a6"
                  },
                  "cipher" : {
                    "name" : "aes-256-gcm",
                    "nonce" : "d8dc2e193f5a0383dbe94fa3"
                  },
                  "encrypted_key" : "b456ce21997957ae690654ed3a723eed2e81e11d9b96aedeb400220cd9fb2dc2c6cf25c0a6817e337ee506c272403981",
                  "checksum" : "8f0194826d2b9e4fb590a55c22451e90"
                }
                """);

        SecretKey opened = EncryptedKeyFile.open(written, PASSWORD.toCharArray());

        assertThat(HexFormat.of().formatHex(opened.lend(byte[]::clone))).isEqualTo(MARKER);
    }

    @Test
    void liesOpenExceptForTheKey() throws IOException {
        ObjectNode tree = tree();

        assertThat(tree.fieldNames())
                .toIterable()
                .containsExactly("format", "version", "address", "kdf", "cipher", "encrypted_key", "checksum");
        assertThat(tree.path("kdf").path("memory_kib").asInt()).isEqualTo(64);
        assertThat(Files.readString(file)).doesNotContain(MARKER, PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isDifferentEveryTimeItIsWritten() throws IOException {
        Path second = folder.resolve("second.json");

        EncryptedKeyFile.write(second, key(), ADDRESS, PASSWORD.toCharArray(), CHEAP, new SecureRandom());

        assertThat(new ObjectMapper().readTree(second.toFile()).path("encrypted_key"))
                .isNotEqualTo(tree().path("encrypted_key"));
    }

    @Test
    void tellsAWrongPasswordFromADamagedFile() throws IOException {
        for (String wrong : List.of("", "correct horse, battery staple", PASSWORD + " ")) {
            assertThat(refusal(wrong).reason()).isEqualTo(KeyRefused.Reason.WRONG_PASSWORD);
            assertThat(refusal(wrong)).hasMessageContaining("not the password").hasMessageNotContaining(PASSWORD);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(file, flipped);

            if (!tree().equals(new ObjectMapper().readTree(whole))) {
                assertThat(refusal(PASSWORD).reason()).isEqualTo(KeyRefused.Reason.DAMAGED);
            }
        }
        for (int length = 0; length < whole.length - 2; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(refusal(PASSWORD).reason()).isEqualTo(KeyRefused.Reason.DAMAGED);
        }
    }

    @Test
    void noticesThatSomebodyRewroteTheOpenPart() throws IOException {
        ObjectNode tree = tree();
        tree.put("address", "0x1719884eb866cb12b2287399b15f7db5e7d775ea");
        tree.put("checksum", EncryptedKeyFile.checksum(tree));
        Files.writeString(file, tree.toString());

        assertThat(refusal(PASSWORD).reason()).isEqualTo(KeyRefused.Reason.WRONG_PASSWORD);
    }

    @Test
    void spendsNoMoreThanAFileMayAskFor() throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.path("kdf")).put("memory_kib", 100_000_000);
        tree.put("checksum", EncryptedKeyFile.checksum(tree));
        Files.writeString(file, tree.toString());

        assertThat(refusal(PASSWORD).reason()).isEqualTo(KeyRefused.Reason.DAMAGED);
        assertThatThrownBy(() -> new KeyCost(64, 0, 1)).hasMessage("iterations must lie in 1..100: 0");
    }

    @Test
    void overwritesNothing() {
        assertThatThrownBy(() ->
                        EncryptedKeyFile.write(file, key(), ADDRESS, PASSWORD.toCharArray(), CHEAP, new SecureRandom()))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> EncryptedKeyFile.open(folder.resolve("none"), PASSWORD.toCharArray()))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("cannot be read (NoSuchFileException)");
    }

    private KeyRefused refusal(String password) {
        KeyRefused refused =
                catchThrowableOfType(KeyRefused.class, () -> EncryptedKeyFile.open(file, password.toCharArray()));
        assertThat(refused).isNotNull().hasNoCause().hasMessageNotContaining(MARKER.substring(0, 8));
        return refused;
    }

    private ObjectNode tree() throws IOException {
        try {
            return (ObjectNode) new ObjectMapper().readTree(Files.readString(file, UTF_8));
        } catch (IOException | ClassCastException _) {
            return new ObjectMapper().createObjectNode();
        }
    }

    private static SecretKey key() {
        return SecretKey.takeHex(MARKER.toCharArray());
    }

    private static Address address() {
        return key().lend(bytes -> Signers.address(new JavaCurve().publicKey(bytes)));
    }
}
