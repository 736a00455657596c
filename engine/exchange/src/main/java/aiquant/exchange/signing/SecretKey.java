package aiquant.exchange.signing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;

/// A private key that shows itself to nobody: not as text, not in messages, not to a serializer.
///
/// It lives in one array, is only lent to the code that signs and can be wiped; afterwards it signs nothing. Copies
/// that a garbage collector made while moving the array are beyond reach. Any thread.
public final class SecretKey implements AutoCloseable {

    private static final int HEX_DIGITS = 2 * Words.BYTES;

    /// Transient, for serializers that look into private fields.
    private final transient byte[] bytes;

    private transient boolean isWiped;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes the key over: `bytes` is filled with zeros afterwards.
    ///
    /// @throws IllegalArgumentException if it is no private key of the curve
    public static SecretKey take(byte[] bytes) {
        try {
            BigInteger scalar = new BigInteger(1, bytes);
            if (bytes.length != Words.BYTES || scalar.signum() == 0 || scalar.compareTo(Curve.ORDER) >= 0) {
                throw new IllegalArgumentException(
                        "this is no private key: it must be 32 bytes within the curve's order");
            }
            return new SecretKey(bytes.clone());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Reads 64 hexadecimal digits, with or without `0x`; `hex` is filled with zeros afterwards.
    ///
    /// @throws IllegalArgumentException if it is no private key of the curve
    public static SecretKey takeHex(char[] hex) {
        try {
            int from = hex.length >= 2 && hex[0] == '0' && hex[1] == 'x' ? 2 : 0;
            if (hex.length - from != HEX_DIGITS) {
                throw new IllegalArgumentException(
                        "a private key has 64 hexadecimal digits after 0x, this has " + (hex.length - from));
            }
            return take(parsed(hex, from));
        } finally {
            Arrays.fill(hex, '0');
        }
    }

    /// Lends the key to `work`, which must not keep it.
    ///
    /// @throws IllegalStateException if it has been wiped
    synchronized <T> T lend(Function<byte[], T> work) {
        if (isWiped) {
            throw new IllegalStateException("this key has been wiped");
        }
        return work.apply(bytes);
    }

    /// Fills the key with zeros.
    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        isWiped = true;
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }

    private static byte[] parsed(char[] hex, int from) {
        byte[] bytes = new byte[Words.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(hex[from + 2 * i], 16);
            int low = Character.digit(hex[from + 2 * i + 1], 16);
            if (high < 0 || low < 0) {
                Arrays.fill(bytes, (byte) 0);
                throw new IllegalArgumentException("a private key has hexadecimal digits only, after 0x");
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }
}
