package aiquant.engine.risk;

/// The risk gate's answer to one intent.
public sealed interface Verdict {

    record Allowed() implements Verdict {}

    /// @param check the check that refused, a word
    /// @param text  actual value and limit, for a person
    record Denied(String check, String text) implements Verdict {}
}
