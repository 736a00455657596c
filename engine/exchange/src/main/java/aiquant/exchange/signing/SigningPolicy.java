package aiquant.exchange.signing;

/// Decides whether an action may be signed at this moment: the last code before the wire, and so the last latch.
@FunctionalInterface
public interface SigningPolicy {

    /// Asked once for every action, directly before it is signed; answers from memory, at once. Any thread.
    Verdict check(SigningRequest request);

    /// The answer to one request.
    sealed interface Verdict {

        record Allowed() implements Verdict {}

        /// @param check the rule that refused, a word
        /// @param text  for a person: what is the case and what the limit is
        record Denied(String check, String text) implements Verdict {}
    }
}
