package aiquant.exchange.signing;

import aiquant.exchange.Network;
import aiquant.exchange.action.Address;
import java.nio.file.Path;
import java.util.Optional;

/// Whose account is traded and which key signs for it.
///
/// @param account the account's own address, which is not the agent's: every question to the venue names this one
/// @param vault   the sub-account or vault to trade for instead, never the account itself
public record Secrets(Network network, Address account, Optional<Address> vault, KeySource key) {

    public Secrets {
        if (vault.equals(Optional.of(account))) {
            throw new IllegalArgumentException(
                    "vault_address must be left out unless it is a vault or sub-account; it is the account itself");
        }
    }

    /// Where the agent's key is.
    public sealed interface KeySource {

        /// In the secrets file itself.
        record Plain(SecretKey key) implements KeySource {}

        /// In an [EncryptedKeyFile], which asks for a password.
        record Encrypted(Path file) implements KeySource {}
    }
}
