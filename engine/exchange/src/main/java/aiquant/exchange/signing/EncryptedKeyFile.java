package aiquant.exchange.signing;

import static aiquant.exchange.signing.KeyRefused.Reason.DAMAGED;
import static aiquant.exchange.signing.KeyRefused.Reason.UNREADABLE;
import static aiquant.exchange.signing.KeyRefused.Reason.WRONG_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;

import aiquant.exchange.action.Address;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;

/// A private key in a file that is worth nothing without its password.
///
/// JSON, so that the parameters lie open: version, address, Argon2id's cost and salt, AES-256-GCM's nonce, the
/// encrypted
/// key, and a checksum over all of it. The checksum is what tells a damaged file from a wrong password; everything in
/// the open is authenticated by the cipher as well.
public final class EncryptedKeyFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();
    private static final String FORMAT = "aiquant-key";
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private EncryptedKeyFile() {}

    /// Writes a new file, readable by its owner only. Wipes neither the key nor the password.
    ///
    /// @throws KeyRefused if the file exists or cannot be written
    public static void write(
            Path file, SecretKey key, Address address, char[] password, KeyCost cost, SecureRandom random) {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("address", address.text());
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        tree.putObject("kdf")
                .put("name", "argon2id")
                .put("memory_kib", cost.memoryKib())
                .put("iterations", cost.iterations())
                .put("parallelism", cost.parallelism())
                .put("salt", HEX.formatHex(salt));
        tree.putObject("cipher").put("name", "aes-256-gcm").put("nonce", HEX.formatHex(nonce));
        byte[] open = tree.toString().getBytes(UTF_8);
        byte[] encrypted = key.lend(bytes -> PasswordCipher.encrypt(password, cost, salt, nonce, open, bytes));
        tree.put("encrypted_key", HEX.formatHex(encrypted));
        tree.put("checksum", checksum(tree));
        try {
            OwnerOnlyFile.create(file, (tree.toPrettyString() + "\n").getBytes(UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw new KeyRefused(UNREADABLE, "The key file " + file + " exists already; choose another name.");
        } catch (IOException e) {
            throw new KeyRefused(UNREADABLE, "The key file " + file + " cannot be written: " + e.getMessage());
        }
    }

    /// The address that the file says its key has: what a person is asked the password of.
    ///
    /// @throws KeyRefused if the file cannot be read or is damaged
    public static Address address(Path file) {
        return new Address(read(file).path("address").asText());
    }

    /// Decrypts the key. Takes as long as the file's cost says. Does not wipe the password.
    ///
    /// @throws KeyRefused if the file cannot be read or is damaged, or the password is another
    public static SecretKey open(Path file, char[] password) {
        ObjectNode tree = read(file);
        JsonNode kdf = tree.path("kdf");
        byte[] encrypted = HEX.parseHex(tree.path("encrypted_key").asText());
        byte[] open = tree.deepCopy()
                .without(List.of("encrypted_key", "checksum"))
                .toString()
                .getBytes(UTF_8);
        Optional<byte[]> key = PasswordCipher.decrypt(
                password,
                cost(kdf),
                HEX.parseHex(kdf.path("salt").asText()),
                HEX.parseHex(tree.path("cipher").path("nonce").asText()),
                open,
                encrypted);
        return SecretKey.take(key.orElseThrow(() -> new KeyRefused(
                WRONG_PASSWORD, "This is not the password of the key file " + file + ". Nothing was changed.")));
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object && isWhole(object)) {
                return object;
            }
        } catch (JacksonException | IllegalArgumentException _) {
            throw damaged(file);
        } catch (IOException e) {
            throw new KeyRefused(
                    UNREADABLE,
                    "The key file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "); check the path and its permissions.");
        }
        throw damaged(file);
    }

    private static KeyRefused damaged(Path file) {
        return new KeyRefused(
                DAMAGED,
                "The key file " + file + " is damaged or of another version. Restore it from a copy, or create a new"
                        + " agent key.");
    }

    /// @throws IllegalArgumentException if a part is not what it should be
    private static boolean isWhole(ObjectNode tree) {
        Address unused = new Address(tree.path("address").asText());
        cost(tree.path("kdf"));
        return tree.path("format").asText().equals(FORMAT)
                && tree.path("version").asInt() == VERSION
                && tree.path("kdf").path("name").asText().equals("argon2id")
                && tree.path("cipher").path("name").asText().equals("aes-256-gcm")
                && HEX.parseHex(tree.path("kdf").path("salt").asText()).length == SALT_BYTES
                && HEX.parseHex(tree.path("cipher").path("nonce").asText()).length == NONCE_BYTES
                && HEX.parseHex(tree.path("encrypted_key").asText()).length
                        == PasswordCipher.encryptedBytes(Words.BYTES)
                && tree.path("checksum").asText().equals(checksum(tree));
    }

    private static KeyCost cost(JsonNode kdf) {
        return new KeyCost(
                kdf.path("memory_kib").asInt(),
                kdf.path("iterations").asInt(),
                kdf.path("parallelism").asInt());
    }

    static String checksum(ObjectNode tree) {
        byte[] text = tree.deepCopy().without("checksum").toString().getBytes(UTF_8);
        SHA256Digest digest = new SHA256Digest();
        digest.update(text, 0, text.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HEX.formatHex(Arrays.copyOf(hash, 16));
    }
}
