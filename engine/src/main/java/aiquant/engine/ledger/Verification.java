package aiquant.engine.ledger;

/// What checking a whole ledger found.
public sealed interface Verification {

    /// Every entry matches its hash, the chain has no gap, and it reaches at least the head that was written down.
    record Intact(LedgerHead head) implements Verification {}

    /// `sequence` is the first entry that is changed, missing or unreadable; `why` is a sentence for the operator.
    record Broken(long sequence, String why) implements Verification {}
}
