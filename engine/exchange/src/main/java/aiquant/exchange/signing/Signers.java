package aiquant.exchange.signing;

import aiquant.exchange.action.Address;
import java.util.Arrays;
import java.util.Optional;

/// Who signed: addresses from public keys and from signatures.
public final class Signers {

    private static final int ADDRESS_BYTES = 20;

    private final Curve curve;

    public Signers(Curve curve) {
        this.curve = curve;
    }

    /// The signer of a digest of [ActionHash]; empty if no key could have made the signature.
    ///
    /// Every well-formed signature names somebody: whether it is somebody known decides whether it is right.
    public Optional<Address> recover(byte[] digest, Signature signature) {
        return curve.recover(digest, signature).map(Signers::address);
    }

    /// The last 20 bytes of the public key's hash.
    static Address address(byte[] publicKey) {
        byte[] hash = Keccak.hash(publicKey);
        return Address.of(Arrays.copyOfRange(hash, hash.length - ADDRESS_BYTES, hash.length));
    }
}
