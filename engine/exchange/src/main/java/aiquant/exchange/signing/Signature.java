package aiquant.exchange.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.HexFormat;

/// An ECDSA signature from which the signer can be recovered.
///
/// @param v 27 or 28: which of two points `r` stands for
public record Signature(BigInteger r, BigInteger s, int v) {

    /// @throws IllegalArgumentException if `r` or `s` has more than 32 bytes, or `v` is neither 27 nor 28
    public Signature {
        if (r.signum() < 0 || r.bitLength() > 256 || s.signum() < 0 || s.bitLength() > 256) {
            throw new IllegalArgumentException("r and s of a signature are numbers of 32 bytes");
        }
        if (v != 27 && v != 28) {
            throw new IllegalArgumentException("v of a signature must be 27 or 28: " + v);
        }
    }

    /// Reads `{"r":"0x…","s":"0x…","v":27}`, with or without leading zeros.
    ///
    /// @throws IllegalArgumentException if it is no signature
    public static Signature of(JsonNode json) {
        JsonNode v = json.path("v");
        if (!v.isInt()) {
            throw new IllegalArgumentException("v of a signature must be 27 or 28: " + v);
        }
        return new Signature(
                number("r", json.path("r").asText()), number("s", json.path("s").asText()), v.intValue());
    }

    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("r", hex(r))
                .put("s", hex(s))
                .put("v", v);
    }

    private static BigInteger number(String name, String hex) {
        if (!hex.matches("0x[0-9a-fA-F]{1,64}")) {
            throw new IllegalArgumentException(
                    name + " of a signature must be 0x and up to 64 hexadecimal digits: '" + hex + "'");
        }
        return new BigInteger(hex.substring(2), 16);
    }

    private static String hex(BigInteger value) {
        return "0x" + HexFormat.of().formatHex(Words.of(value));
    }
}
