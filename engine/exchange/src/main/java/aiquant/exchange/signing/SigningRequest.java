package aiquant.exchange.signing;

import aiquant.exchange.action.Action;
import aiquant.exchange.action.Address;
import aiquant.exchange.action.Effect;
import aiquant.exchange.action.UserSignedAction;
import java.util.Optional;
import java.util.OptionalLong;

/// One action to be signed, with everything else that its signature covers.
///
/// @param nonce          from [Nonces]; the same again only to take it away from an action on its way
/// @param vault          the sub-account or vault to act for, not the account itself
/// @param expiresAfterMs the venue's time after which it refuses the action
public record SigningRequest(
        Action action, Purpose purpose, long nonce, Optional<Address> vault, OptionalLong expiresAfterMs) {

    public SigningRequest {
        if (nonce < 0) {
            throw new IllegalArgumentException("nonce must not be negative: " + nonce);
        }
        boolean isBare = vault.isEmpty() && expiresAfterMs.isEmpty();
        if (action instanceof UserSignedAction && !isBare) {
            throw new IllegalArgumentException(action.type() + " takes neither a vault nor an expiry");
        }
    }

    /// What it can do to the account's risk.
    public Effect effect() {
        return Effect.of(action);
    }
}
