package aiquant.engine;

/// The engine's answer to a command.
public sealed interface CommandResult {

    /// Recorded as ledger entry `sequence` and carried out, or under way.
    record Accepted(long sequence) implements CommandResult {}

    /// Nothing was done; `why` is a sentence for a person.
    record Refused(String why) implements CommandResult {}
}
