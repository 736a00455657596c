package aiquant.exchange.signing;

import org.bouncycastle.crypto.digests.KeccakDigest;

/// Keccak-256 with the original padding, which is not SHA3-256.
final class Keccak {

    static final int BYTES = 32;

    private Keccak() {}

    /// The hash of the parts in a row.
    static byte[] hash(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(8 * BYTES);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }
}
