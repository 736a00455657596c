package aiquant.exchange.signing;

import aiquant.exchange.Network;
import aiquant.exchange.action.Action;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.L1Action;
import aiquant.exchange.action.UserSignedAction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// Signs known actions before the first real one and compares every byte with numbers worked out beforehand.
///
/// A wrong byte would not be noticed here but at the venue, as an unknown wallet with another address each time. So a
/// program that fails this refuses to start. Takes a few milliseconds.
public final class SigningSelfTest {

    static final long NONCE = 1_700_000_000_123L;
    static final Optional<Address> VAULT = Optional.of(new Address("0x00112233445566778899aabbccddeeff00112233"));
    static final OptionalLong EXPIRES_AFTER_MS = OptionalLong.of(1_700_000_005_123L);

    private static final HexFormat HEX = HexFormat.of();

    private SigningSelfTest() {}

    /// @throws IllegalStateException if a byte differs
    public static void run(Curve curve) {
        for (SelfTestCase one : SelfTestCase.all()) {
            check("digest of " + one.action().type(), one.digest(), HEX.formatHex(digest(one.action())));
        }
        SelfTestCase first = SelfTestCase.all().getFirst();
        byte[] digest = digest(first.action());
        Signature signature = curve.sign(digest, SelfTestCase.key());
        check(
                "signature of " + first.action().type(),
                SelfTestCase.SIGNATURE,
                signature.toJson().toString());
        boolean isRecovered = curve.recover(digest, signature)
                .filter(signer -> Arrays.equals(signer, curve.publicKey(SelfTestCase.key())))
                .isPresent();
        if (!isRecovered) {
            throw failed("signer of " + first.action().type(), "the signer's public key", "another");
        }
    }

    /// With a vault and an expiry where the action takes them.
    static byte[] digest(Action action) {
        return switch (action) {
            case L1Action l1 -> ActionHash.ofL1(l1.toJson(), NONCE, VAULT, EXPIRES_AFTER_MS, Network.TESTNET);
            case UserSignedAction user -> ActionHash.ofUserSigned(user.toJson("0x66eee", Network.TESTNET, NONCE));
        };
    }

    private static void check(String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw failed(what, expected, actual);
        }
    }

    private static IllegalStateException failed(String what, String expected, String actual) {
        return new IllegalStateException("The signing self-test failed: the " + what + " should be " + expected
                + " and is " + actual
                + ". The venue would refuse everything this program signs on this machine; install"
                + " it again and report this.");
    }
}
