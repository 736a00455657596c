package aiquant.exchange.signing;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// AES-256-GCM under a key that Argon2id derives from a password. Derived keys are wiped after use.
final class PasswordCipher {

    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    private PasswordCipher() {}

    static int encryptedBytes(int plainBytes) {
        return plainBytes + TAG_BYTES;
    }

    /// @param open what lies beside it unencrypted and is authenticated, too
    static byte[] encrypt(char[] password, KeyCost cost, byte[] salt, byte[] nonce, byte[] open, byte[] plain) {
        try {
            return run(true, password, cost, salt, nonce, open, plain);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting checks nothing", e);
        }
    }

    /// Empty if the password is not the one it was encrypted with, or a bit has changed since.
    static Optional<byte[]> decrypt(
            char[] password, KeyCost cost, byte[] salt, byte[] nonce, byte[] open, byte[] encrypted) {
        try {
            return Optional.of(run(false, password, cost, salt, nonce, open, encrypted));
        } catch (InvalidCipherTextException _) {
            return Optional.empty();
        }
    }

    private static byte[] run(
            boolean isEncrypting, char[] password, KeyCost cost, byte[] salt, byte[] nonce, byte[] open, byte[] input)
            throws InvalidCipherTextException {
        byte[] key = derive(password, cost, salt);
        try {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
            cipher.init(isEncrypting, new AEADParameters(new KeyParameter(key), 8 * TAG_BYTES, nonce, open));
            byte[] output = new byte[cipher.getOutputSize(input.length)];
            int length = cipher.processBytes(input, 0, input.length, output, 0);
            cipher.doFinal(output, length);
            return output;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] derive(char[] password, KeyCost cost, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon2.generateBytes(password, key);
        return key;
    }
}
