package aiquant.config;

import aiquant.kernel.strategy.StrategyParams;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint of a configuration: equal parameters have equal ids on every machine.
///
/// SHA-256, in lower-case hexadecimal, of the parameters' [CanonicalJson].
public record ConfigId(String fingerprint) {

    public ConfigId {
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("fingerprint must be 64 hexadecimal digits: '" + fingerprint + "'");
        }
    }

    public static ConfigId of(StrategyParams params) {
        byte[] json = CanonicalJson.of(params).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return new ConfigId(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The first twelve digits: enough to tell configurations apart on a screen.
    public String shortForm() {
        return fingerprint.substring(0, 12);
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
