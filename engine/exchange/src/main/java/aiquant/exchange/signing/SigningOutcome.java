package aiquant.exchange.signing;

/// What came of a request to sign.
public sealed interface SigningOutcome {

    /// @param json the body to send, whole: action, nonce, signature, and vault and expiry where there are any. The
    ///             same text may be sent again, because a nonce is executed once at most
    record Signed(SigningRequest request, String json) implements SigningOutcome {}

    /// Nothing was signed and nothing may be sent.
    record Refused(SigningRequest request, String check, String text) implements SigningOutcome {}
}
