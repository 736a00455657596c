package aiquant.engine.ledger;

/// Where a ledger ends: the sequence and the hash of its newest entry.
///
/// Whoever keeps a copy of a head can tell later that the ledger lost entries or was exchanged.
public record LedgerHead(long sequence, String hash) {

    /// The end of a ledger without entries; its hash is what the first entry chains to.
    public static final LedgerHead EMPTY = new LedgerHead(0, "0".repeat(64));
}
