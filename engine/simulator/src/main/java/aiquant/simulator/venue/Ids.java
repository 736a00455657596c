package aiquant.simulator.venue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Numbers and hashes that name orders, trades and transactions, the same for the same seed.
final class Ids {

    static final String ZERO_HASH = "0x" + "0".repeat(64);

    /// Real ids have passed this long ago; a client that keeps them in 32 bits shall notice.
    private static final long FIRST_ORDER = 500_000_000_001L;

    private static final int TRADE_BITS = 50;

    private final long seed;
    private long lastOrder = FIRST_ORDER - 1;
    private long lastLiquidation;
    private long transaction;
    private String hash = ZERO_HASH;

    Ids(long seed) {
        this.seed = seed;
    }

    long nextOrder() {
        return ++lastOrder;
    }

    long nextLiquidation() {
        return ++lastLiquidation;
    }

    /// From here on everything belongs to another transaction.
    void beginTransaction() {
        transaction++;
        hash = "";
    }

    /// Of the current transaction.
    String hash() {
        if (hash.isEmpty()) {
            byte[] input =
                    ByteBuffer.allocate(16).putLong(seed).putLong(transaction).array();
            hash = "0x" + HexFormat.of().formatHex(sha256(input));
        }
        return hash;
    }

    static long trade(String coin, long buyOrder, long sellOrder) {
        byte[] name = coin.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + name.length)
                .putLong(buyOrder)
                .putLong(sellOrder)
                .put(name);
        return ByteBuffer.wrap(sha256(input.array())).getLong() >>> (Long.SIZE - TRADE_BITS);
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
