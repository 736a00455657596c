package aiquant.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Two implementations of the curve, one in C and one in Java, give the same bytes.
class CurvePropertyTest {

    private static final Curve NATIVE = NativeCurve.load().orElseThrow();
    private static final Curve JAVA = new JavaCurve();

    @Property(tries = 300)
    void signsAndRecoversAlike(@ForAll("keys") byte[] key, @ForAll("digests") byte[] digest) {
        byte[] untouched = key.clone();
        byte[] publicKey = JAVA.publicKey(key);

        Signature signature = NATIVE.sign(digest, key);

        assertThat(signature).isEqualTo(JAVA.sign(digest, key));
        assertThat(signature.s()).isLessThanOrEqualTo(Curve.ORDER.shiftRight(1));
        assertThat(NATIVE.publicKey(key)).isEqualTo(publicKey);
        assertThat(NATIVE.recover(digest, signature))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(publicKey));
        assertThat(JAVA.recover(digest, signature))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(publicKey));
        assertThat(key).as("the key, after the library had it").isEqualTo(untouched);
    }

    @Property(tries = 300)
    void agreesOnWhoMadeAnySignature(
            @ForAll("words") BigInteger r, @ForAll("words") BigInteger s, @ForAll("digests") byte[] digest) {
        for (int v = 27; v <= 28; v++) {
            Optional<byte[]> found = NATIVE.recover(digest, new Signature(r, s, v));
            Optional<byte[]> expected = JAVA.recover(digest, new Signature(r, s, v));

            assertThat(found.isPresent()).isEqualTo(expected.isPresent());
            expected.ifPresent(key -> assertThat(found)
                    .hasValueSatisfying(other -> assertThat(other).isEqualTo(key)));
        }
    }

    @Example
    void takesTheNativeLibraryWhereItLoads() {
        assertThat(Curve.fastest()).isInstanceOf(NativeCurve.class);
    }

    @Provide
    Arbitrary<byte[]> keys() {
        return words().filter(word -> word.signum() > 0 && word.compareTo(Curve.ORDER) < 0)
                .map(Words::of);
    }

    @Provide
    Arbitrary<byte[]> digests() {
        return words().map(Words::of);
    }

    /// Mostly random, sometimes at the ends of the range, of the order and of the field.
    @Provide
    Arbitrary<BigInteger> words() {
        BigInteger end = BigInteger.ONE.shiftLeft(256);
        Arbitrary<BigInteger> any =
                Arbitraries.bytes().array(byte[].class).ofSize(Words.BYTES).map(bytes -> new BigInteger(1, bytes));
        BigInteger field = end.subtract(BigInteger.ONE.shiftLeft(32)).subtract(BigInteger.valueOf(977));
        Arbitrary<BigInteger> edges = Arbitraries.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                Curve.ORDER.subtract(BigInteger.ONE),
                Curve.ORDER,
                Curve.ORDER.add(BigInteger.ONE),
                field.subtract(BigInteger.ONE),
                field,
                end.subtract(BigInteger.ONE));
        return Arbitraries.frequencyOf(Tuple.of(6, any), Tuple.of(1, edges));
    }
}
