package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    private static final String MARKER = "deadbeefcafef00d".repeat(4);
    private static final String ACCOUNT = "0x1719884eb866cb12b2287399b15f7db5e7d775ea";
    private static final String GOOD = """
            {"network": "testnet", "account_address": "%s", "agent_key": "0x%s"}
            """.formatted(ACCOUNT, MARKER);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("secrets.json");
    }

    @Test
    void readsAnAgentsKeyAndTheAccountItTradesFor() throws IOException {
        Secrets secrets = SecretsFile.read(write(GOOD, "rw-------"));

        assertThat(secrets.network()).isEqualTo(Network.TESTNET);
        assertThat(secrets.account()).isEqualTo(new Address(ACCOUNT));
        assertThat(secrets.vault()).isEmpty();
        assertThat(secrets.key()).isInstanceOfSatisfying(Secrets.KeySource.Plain.class, plain -> {
            assertThat(HexFormat.of().formatHex(plain.key().lend(byte[]::clone)))
                    .isEqualTo(MARKER);
            assertThat(new Signer(
                                    plain.key(),
                                    secrets.network(),
                                    _ -> new SigningPolicy.Verdict.Allowed(),
                                    Curve.fastest())
                            .address())
                    .isNotEqualTo(secrets.account());
        });
        assertThat(secrets.toString()).contains(ACCOUNT, "hidden").doesNotContain(MARKER.substring(0, 8));
    }

    @Test
    void readsThePathOfAnEncryptedKeyFromItsOwnFolder() throws IOException {
        String text = """
                {"network": "mainnet", "account_address": "%s", "agent_key_file": "agent.key.json",
                 "vault_address": "0x00112233445566778899AABBccddeeff00112233"}
                """.formatted(ACCOUNT);

        Secrets secrets = SecretsFile.read(write(text, "r--------"));

        assertThat(secrets.key()).isEqualTo(new Secrets.KeySource.Encrypted(folder.resolve("agent.key.json")));
        assertThat(secrets.vault()).isEqualTo(Optional.of(new Address("0x00112233445566778899aabbccddeeff00112233")));
    }

    @Test
    void refusesAFileThatOthersCanGetAtWithTheLineToRun() throws IOException {
        for (String open : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---", "rwxrwxrwx")) {
            KeyRefused refused = refusal(write(GOOD, open));

            assertThat(refused.reason()).isEqualTo(KeyRefused.Reason.OPEN_TO_OTHERS);
            assertThat(refused).hasMessageContaining(open).hasMessageEndingWith("Run: chmod 600 " + file);
        }
    }

    @Test
    void saysWhatIsWrongAndNeverQuotesWhatMightBeTheKey() throws IOException {
        assertThat(refusal(write("", "rw-------"))).hasMessageContaining("must hold one JSON object");
        assertThat(refusal(write("[" + MARKER + "]", "rw-------"))).hasMessageContaining("must hold one JSON object");
        assertThat(refusal(write(MARKER, "rw-------"))).hasMessageContaining("not written as JSON");
        assertThat(refusal(write("{\"agent_key\": " + MARKER + "}", "rw-------")))
                .hasMessageContaining("not written as JSON at line 1");
        assertThat(refusal(write("{\"agent_key\": \"0x" + MARKER + "\"", "rw-------")))
                .hasMessageContaining("not written as JSON");
        assertThat(refusal(write("{\"" + MARKER + "\": \"agent_key\"}", "rw-------")))
                .hasMessageContaining("entry 1 has a name that is not known");
        assertThat(refusal(write("{\"agent_key\": [\"" + MARKER + "\"]}", "rw-------")))
                .hasMessageContaining("agent_key must be a text in quotes");
        assertThat(refusal(write("{\"agent_key\": \"0x" + MARKER + "ab\"}", "rw-------")))
                .hasMessageContaining("this has 66");
        assertThat(refusal(write("{\"account_address\": \"" + MARKER + "\"}", "rw-------")))
                .hasMessageContaining("network is missing");
        assertThat(refusal(write(GOOD.replace(ACCOUNT, MARKER), "rw-------")))
                .hasMessageContaining("account_address must be 0x and 40 hexadecimal digits");
        assertThat(refusal(write(GOOD.replace("testnet", MARKER), "rw-------")))
                .hasMessageContaining("network must be mainnet or testnet");
        assertThat(refusal(write(GOOD.replace("}", ", \"agent_key\": \"0x" + MARKER + "\"}"), "rw-------")))
                .hasMessageContaining("agent_key is there twice");
        assertThat(refusal(write(GOOD.replace("}", ", \"agent_key_file\": \"x\"}"), "rw-------")))
                .hasMessageContaining("either agent_key or agent_key_file");
        assertThat(refusal(write(GOOD.replace("}", ", \"vault_address\": \"" + ACCOUNT + "\"}"), "rw-------")))
                .hasMessageContaining("vault_address is the account itself");
        assertThat(refusal(write(GOOD + "{}", "rw-------"))).hasMessageContaining("goes on after its JSON object");
        assertThat(refusal(folder.resolve("none"))).hasMessageContaining("cannot be read (NoSuchFileException)");
    }

    private Path write(String text, String permissions) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /// What reading it throws, after a look through its whole stack trace for the key.
    private static KeyRefused refusal(Path file) {
        KeyRefused refused = catchThrowableOfType(KeyRefused.class, () -> SecretsFile.read(file));
        assertThat(refused).isNotNull().hasNoCause();
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContainIgnoringCase(MARKER.substring(0, 8));
        return refused;
    }
}
