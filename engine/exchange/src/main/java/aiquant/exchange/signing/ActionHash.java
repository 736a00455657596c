package aiquant.exchange.signing;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.MsgPack;
import aiquant.exchange.action.UserSignedType;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/// What is signed for an action, from the JSON that is sent: client and simulator compute it from the same tree.
public final class ActionHash {

    private static final byte[] EXCHANGE_DOMAIN = Eip712.domain("Exchange", BigInteger.valueOf(1337));
    private static final byte[] AGENT_TYPE_HASH = Eip712.text("Agent(string source,bytes32 connectionId)");
    private static final String USER_DOMAIN = "HyperliquidSignTransaction";

    private ActionHash() {}

    /// The digest of a trading action, with its keys in the order of the tree.
    ///
    /// @throws IllegalArgumentException if the action cannot be packed
    public static byte[] ofL1(
            JsonNode action, long nonce, Optional<Address> vault, OptionalLong expiresAfterMs, Network network) {
        return ofConnectionId(connectionId(MsgPack.encode(action), nonce, vault, expiresAfterMs), network);
    }

    /// The digest of a user-signed action.
    ///
    /// @throws IllegalArgumentException if the type is not known, or a field is missing or has another type
    public static byte[] ofUserSigned(JsonNode action) {
        String word = action.path("type").asText();
        UserSignedType type = UserSignedType.find(word)
                .orElseThrow(() -> new IllegalArgumentException("no user-signed action: '" + word + "'"));
        byte[] domain = Eip712.domain(
                USER_DOMAIN, chainId(action.path("signatureChainId").asText()));
        return Eip712.digest(domain, Eip712.structHash(type.primaryType(), type.fields(), action));
    }

    /// The hash of packed action, nonce, vault and expiry. What is absent leaves no bytes, except one for the vault.
    static byte[] connectionId(byte[] packed, long nonce, Optional<Address> vault, OptionalLong expiresAfterMs) {
        ByteBuffer tail = ByteBuffer.allocate(8 + 21 + 9).putLong(nonce);
        if (vault.isPresent()) {
            tail.put((byte) 1).put(vault.get().bytes());
        } else {
            tail.put((byte) 0);
        }
        if (expiresAfterMs.isPresent()) {
            tail.put((byte) 0).putLong(expiresAfterMs.getAsLong());
        }
        byte[] used = new byte[tail.position()];
        tail.flip().get(used);
        return Keccak.hash(packed, used);
    }

    /// The digest of the phantom agent that carries the connection id.
    static byte[] ofConnectionId(byte[] connectionId, Network network) {
        byte[] agent = Keccak.hash(AGENT_TYPE_HASH, Eip712.text(network.source()), connectionId);
        return Eip712.digest(EXCHANGE_DOMAIN, agent);
    }

    private static BigInteger chainId(String hex) {
        if (!hex.matches("0x[0-9a-fA-F]{1,16}")) {
            throw new IllegalArgumentException("signatureChainId must be 0x and hexadecimal digits: '" + hex + "'");
        }
        return new BigInteger(hex.substring(2), 16);
    }
}
