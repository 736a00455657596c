package aiquant.exchange.signing;

import java.math.BigInteger;

/// 32 bytes, big-endian: the form of every number in a signature.
final class Words {

    static final int BYTES = 32;

    private Words() {}

    /// @throws IllegalArgumentException if it is negative or longer
    static byte[] of(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 8 * BYTES) {
            throw new IllegalArgumentException("no unsigned number of 32 bytes");
        }
        byte[] bytes = value.toByteArray();
        byte[] word = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(bytes, bytes.length - length, word, BYTES - length, length);
        return word;
    }
}
