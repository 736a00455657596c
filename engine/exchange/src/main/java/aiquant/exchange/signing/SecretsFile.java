package aiquant.exchange.signing;

import static aiquant.exchange.signing.KeyRefused.Reason.DAMAGED;
import static aiquant.exchange.signing.KeyRefused.Reason.INVALID;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads `secrets.json`, whose shape `config/secrets.json.example` shows.
///
/// `network` and `account_address`, and either `agent_key` or `agent_key_file`, a path from the secrets file's folder;
/// `vault_address` may be left out. What it says when something is wrong never quotes a value: it might be the key.
public final class SecretsFile {

    private static final Set<String> TEXTS = Set.of("network", "account_address", "agent_key_file", "vault_address");
    private static final String KEY = "agent_key";
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private final Path file;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private Optional<SecretKey> key = Optional.empty();

    private SecretsFile(Path file) {
        this.file = file;
    }

    /// @throws KeyRefused if others can read the file, it cannot be read, or an entry is missing or wrong
    public static Secrets read(Path file) {
        byte[] content = OwnerOnlyFile.read(file);
        SecretsFile reading = new SecretsFile(file);
        boolean isGood = false;
        try (JsonParser parser = JSON.createParser(content)) {
            reading.entries(parser);
            Secrets secrets = reading.secrets();
            isGood = true;
            return secrets;
        } catch (JacksonException e) {
            throw new KeyRefused(DAMAGED, file + " is not written as JSON" + place(e) + ".");
        } catch (IOException e) {
            throw new IllegalStateException("an array can be read", e);
        } finally {
            Arrays.fill(content, (byte) 0);
            if (!isGood) {
                reading.key.ifPresent(SecretKey::close);
            }
        }
    }

    private void entries(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new KeyRefused(DAMAGED, file + " must hold one JSON object.");
        }
        int number = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            number++;
            String name = parser.currentName();
            if (!name.equals(KEY) && !TEXTS.contains(name)) {
                throw invalid("entry " + number + " has a name that is not known; known are network, account_address,"
                        + " agent_key, agent_key_file and vault_address");
            }
            if (texts.containsKey(name) || (name.equals(KEY) && key.isPresent())) {
                throw invalid(name + " is there twice");
            }
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw invalid(name + " must be a text in quotes");
            }
            entry(name, parser);
        }
        if (parser.nextToken() != null) {
            throw new KeyRefused(DAMAGED, file + " goes on after its JSON object.");
        }
    }

    private void entry(String name, JsonParser parser) throws IOException {
        if (!name.equals(KEY)) {
            texts.put(name, parser.getText());
            return;
        }
        char[] buffer = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int to = from + parser.getTextLength();
        char[] hex = Arrays.copyOfRange(buffer, from, to);
        Arrays.fill(buffer, from, to, '0');
        try {
            key = Optional.of(SecretKey.takeHex(hex));
        } catch (IllegalArgumentException e) {
            throw invalid(KEY + ": " + e.getMessage());
        }
    }

    private Secrets secrets() {
        Network network = required("network", Network::ofWord, "must be mainnet or testnet");
        Address account = required("account_address", Address::new, "must be 0x and 40 hexadecimal digits");
        Optional<Address> vault =
                optional("vault_address", Address::new, "must be 0x and 40 hexadecimal digits, or be left out");
        if (vault.equals(Optional.of(account))) {
            throw invalid("vault_address is the account itself; leave it out unless a vault or sub-account trades");
        }
        return new Secrets(network, account, vault, keySource());
    }

    private Secrets.KeySource keySource() {
        Optional<Path> encrypted = optional(
                "agent_key_file",
                path -> DurableFile.folder(file).resolve(path),
                "must be the path of an encrypted key file");
        if (key.isPresent() == encrypted.isPresent()) {
            throw invalid("there must be either agent_key or agent_key_file");
        }
        return key.<Secrets.KeySource>map(Secrets.KeySource.Plain::new)
                .orElseGet(() -> new Secrets.KeySource.Encrypted(encrypted.orElseThrow()));
    }

    private <T> T required(String name, Function<String, T> reader, String rule) {
        return optional(name, reader, rule).orElseThrow(() -> invalid(name + " is missing"));
    }

    private <T> Optional<T> optional(String name, Function<String, T> reader, String rule) {
        try {
            return Optional.ofNullable(texts.get(name)).map(reader);
        } catch (IllegalArgumentException _) {
            throw invalid(name + ' ' + rule);
        }
    }

    private KeyRefused invalid(String problem) {
        return new KeyRefused(INVALID, file + ": " + problem + ". See config/secrets.json.example for the shape.");
    }

    private static String place(JacksonException e) {
        return Optional.ofNullable(e.getLocation())
                .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse("");
    }
}
