package aiquant.exchange.signing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// BouncyCastle: for machines that the native library was not built for, and the second opinion on it in tests.
public final class JavaCurve implements Curve {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
    private static final BigInteger FIELD = CURVE.getCurve().getField().getCharacteristic();

    @Override
    public Signature sign(byte[] digest, byte[] key) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, key), DOMAIN));
        BigInteger[] pair = signer.generateSignature(digest);
        BigInteger s = pair[1].min(ORDER.subtract(pair[1]));
        Signature even = new Signature(pair[0], s, 27);
        byte[] signer64 = publicKey(key);
        boolean isEven = recover(digest, even)
                .filter(found -> Arrays.equals(found, signer64))
                .isPresent();
        return isEven ? even : new Signature(pair[0], s, 28);
    }

    @Override
    public byte[] publicKey(byte[] key) {
        BigInteger scalar = new BigInteger(1, key);
        if (scalar.signum() == 0 || scalar.compareTo(ORDER) >= 0) {
            throw new IllegalArgumentException("no private key of secp256k1");
        }
        return coordinates(new FixedPointCombMultiplier().multiply(DOMAIN.getG(), scalar));
    }

    @Override
    public Optional<byte[]> recover(byte[] digest, Signature signature) {
        BigInteger r = signature.r();
        BigInteger s = signature.s();
        if (!isScalar(r) || !isScalar(s) || r.compareTo(FIELD) >= 0) {
            return Optional.empty();
        }
        Optional<ECPoint> point = pointAt(r, signature.v() == 28);
        BigInteger inverse = r.modInverse(ORDER);
        BigInteger z = new BigInteger(1, digest);
        return point.map(at -> ECAlgorithms.sumOfTwoMultiplies(
                        DOMAIN.getG(),
                        z.negate().multiply(inverse).mod(ORDER),
                        at,
                        s.multiply(inverse).mod(ORDER)))
                .filter(found -> !found.isInfinity())
                .map(JavaCurve::coordinates);
    }

    private static boolean isScalar(BigInteger value) {
        return value.signum() > 0 && value.compareTo(ORDER) < 0;
    }

    /// Empty for the half of all numbers that are no x of a point.
    private static Optional<ECPoint> pointAt(BigInteger x, boolean isOdd) {
        byte[] compressed = new byte[1 + Words.BYTES];
        compressed[0] = (byte) (isOdd ? 3 : 2);
        System.arraycopy(Words.of(x), 0, compressed, 1, Words.BYTES);
        try {
            return Optional.of(CURVE.getCurve().decodePoint(compressed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] coordinates(ECPoint point) {
        return Arrays.copyOfRange(point.getEncoded(false), 1, 1 + 2 * Words.BYTES);
    }
}
