package aiquant.engine.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The identity of an order: 16 bytes in hex after `0x`, four of them the ASCII of its origin.
///
/// The rest is a hash of account, causing event and position among that event's intents: whoever decides the same again
/// after a crash derives the same identity, and no venue accepts it twice.
public final class ClientOrderId {
    private static final int HASH_BYTES = 12;

    private ClientOrderId() {}

    public static String ofStrategy(String account, String eventId, int index) {
        return of("aiq_", account, eventId, index);
    }

    public static String ofOperator(String account, String eventId, int index) {
        return of("man_", account, eventId, index);
    }

    private static String of(String prefix, String account, String eventId, int index) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((account + "\n" + eventId + "\n" + index).getBytes(StandardCharsets.UTF_8));
            HexFormat hex = HexFormat.of();
            return "0x" + hex.formatHex(prefix.getBytes(StandardCharsets.US_ASCII))
                    + hex.formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
