package aiquant.bench;

import aiquant.exchange.Network;
import aiquant.exchange.action.Cloid;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.OrderRequest;
import aiquant.exchange.action.OrderType;
import aiquant.exchange.action.Tif;
import aiquant.exchange.action.WireDecimal;
import aiquant.exchange.signing.ActionHash;
import aiquant.exchange.signing.Curve;
import aiquant.exchange.signing.JavaCurve;
import aiquant.exchange.signing.NativeCurve;
import aiquant.exchange.signing.Purpose;
import aiquant.exchange.signing.SecretKey;
import aiquant.exchange.signing.Signature;
import aiquant.exchange.signing.Signer;
import aiquant.exchange.signing.SigningPolicy;
import aiquant.exchange.signing.SigningRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// A hundred signatures a call, each of another digest: the curve alone, an order's digest, and an order to its body.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class SigningBench {
    static final String NATIVE = "libsecp256k1";
    static final String JAVA = "BouncyCastle";
    static final int ROWS = 100;

    private static final Cloid CLOID = new Cloid("0x6169715f0123456789abcdef01234567");

    @Param({NATIVE})
    public String library = NATIVE;

    private final byte[] key = new byte[32];
    private final byte[][] digests = new byte[ROWS][];
    private final Signature[] signatures = new Signature[ROWS];
    private Curve curve = Curve.fastest();
    private Signer signer = signer(curve);

    @Setup
    public void sign100() {
        curve = library.equals(NATIVE) ? NativeCurve.load().orElseThrow() : new JavaCurve();
        signer = signer(curve);
        Arrays.fill(key, (byte) 0x5a);
        for (int i = 0; i < ROWS; i++) {
            digests[i] = digest(i);
            signatures[i] = curve.sign(digests[i], key);
        }
    }

    @Benchmark
    public void sign(Blackhole hole) {
        for (byte[] digest : digests) {
            hole.consume(curve.sign(digest, key));
        }
    }

    @Benchmark
    public void recover(Blackhole hole) {
        for (int i = 0; i < ROWS; i++) {
            hole.consume(curve.recover(digests[i], signatures[i]));
        }
    }

    @Benchmark
    public void encode(Blackhole hole) {
        for (int i = 0; i < ROWS; i++) {
            hole.consume(digest(i));
        }
    }

    @Benchmark
    public void order(Blackhole hole) {
        for (int i = 0; i < ROWS; i++) {
            hole.consume(signer.sign(new SigningRequest(
                    action(i),
                    Purpose.STRATEGY,
                    1_700_000_000_000L + i,
                    Optional.empty(),
                    OptionalLong.of(1_700_000_005_000L))));
        }
    }

    private static byte[] digest(int i) {
        return ActionHash.ofL1(
                action(i).toJson(),
                1_700_000_000_000L + i,
                Optional.empty(),
                OptionalLong.of(1_700_000_005_000L),
                Network.TESTNET);
    }

    private static L1Action action(int i) {
        return L1Action.PlaceOrders.of(new OrderRequest(
                i,
                true,
                WireDecimal.of("64123"),
                WireDecimal.of("0.00123"),
                false,
                new OrderType.Limit(Tif.IOC),
                Optional.of(CLOID)));
    }

    private static Signer signer(Curve curve) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0x5a);
        return new Signer(SecretKey.take(bytes), Network.TESTNET, _ -> new SigningPolicy.Verdict.Allowed(), curve);
    }
}
