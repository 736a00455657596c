package aiquant.exchange.signing;

import java.math.BigInteger;
import java.util.Optional;

/// ECDSA over secp256k1 with the nonces of RFC 6979 and a low `s`: equal input, equal signature.
///
/// A key is 32 bytes, a number from 1 to the order less 1; a digest is 32 bytes. Any thread.
public interface Curve {

    BigInteger ORDER = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    Signature sign(byte[] digest, byte[] key);

    /// 64 bytes: both coordinates of the point.
    byte[] publicKey(byte[] key);

    /// The public key that made a signature; empty if none could have.
    Optional<byte[]> recover(byte[] digest, Signature signature);

    /// The library in C where it can be loaded, else the slower one in Java.
    static Curve fastest() {
        return NativeCurve.load().<Curve>map(curve -> curve).orElseGet(JavaCurve::new);
    }
}
