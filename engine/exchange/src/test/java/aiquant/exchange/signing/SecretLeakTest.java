package aiquant.exchange.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import aiquant.exchange.Network;
import aiquant.exchange.action.L1Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A marked key goes through everything that handles keys; nothing that comes out in text shows it in any form.
class SecretLeakTest {

    private static final String MARKER = "deadbeefcafef00d".repeat(4);
    private static final byte[] BYTES = HexFormat.of().parseHex(MARKER);
    private static final List<String> FORMS = List.of(
            MARKER.substring(0, 16),
            MARKER.substring(0, 16).toUpperCase(Locale.ROOT),
            new BigInteger(1, BYTES).toString(),
            Base64.getEncoder().encodeToString(BYTES).substring(0, 16),
            Arrays.toString(BYTES).substring(1, 30));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream to = new PrintStream(printed, true, UTF_8);
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Handler logs = new Handler() {
        @Override
        public void publish(LogRecord log) {
            to.println(log.getMessage() + Arrays.toString(log.getParameters()) + log.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        System.setOut(to);
        System.setErr(to);
        logs.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(logs);
        Logger.getLogger("").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
        Logger.getLogger("").removeHandler(logs);
        Logger.getLogger("").setLevel(Level.INFO);
    }

    @Test
    void showsTheKeyNowhere() throws IOException {
        Secrets secrets = SecretsFile.read(secretsFile());
        say(secrets);
        assertThat(secrets.key()).isInstanceOf(Secrets.KeySource.Plain.class);
        SecretKey key = ((Secrets.KeySource.Plain) secrets.key()).key();
        Signer signer = new Signer(key, Network.TESTNET, _ -> new SigningPolicy.Verdict.Allowed(), Curve.fastest());
        say(signer, signer.sign(request()));
        EncryptedKeyFile.write(
                folder.resolve("key.json"),
                key,
                signer.address(),
                "password".toCharArray(),
                new KeyCost(64, 1, 1),
                new SecureRandom());
        say(Files.readString(folder.resolve("key.json")));
        say(EncryptedKeyFile.open(folder.resolve("key.json"), "password".toCharArray()));
        say(catchThrowable(() -> EncryptedKeyFile.open(folder.resolve("key.json"), MARKER.toCharArray())));
        say(catchThrowable(() -> key.lend(_ -> Curve.fastest().sign(new byte[3], BYTES.clone()))));
        say(catchThrowable(() -> new JavaCurve().publicKey(new byte[32])));
        key.close();
        say(catchThrowable(() -> signer.sign(request())));

        assertThat(printed.toString(UTF_8))
                .contains("hidden", "wiped", signer.address().text());
        for (String form : FORMS) {
            assertThat(printed.toString(UTF_8)).doesNotContain(form);
        }
    }

    private void say(Object... things) {
        for (Object thing : things) {
            to.println(thing);
            if (thing instanceof Throwable thrown) {
                thrown.printStackTrace(to);
            }
        }
    }

    private Path secretsFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("secrets.json"),
                "{\"network\": \"testnet\", \"account_address\": \"0x1719884eb866cb12b2287399b15f7db5e7d775ea\","
                        + " \"agent_key\": \"0x" + MARKER + "\"}");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static SigningRequest request() {
        return new SigningRequest(new L1Action.Noop(), Purpose.STRATEGY, 1, Optional.empty(), OptionalLong.empty());
    }
}
