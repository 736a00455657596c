package aiquant.engine.ledger;

/// The append-only record of everything the engine learned, decided and did.
///
/// Entries are appended to an open group and become durable together with [#commit]. Commit before an effect leaves the
/// machine; when else to commit is the caller's policy. After the first failed write a ledger is fenced: it throws
/// [LedgerFailed] for ever after, because nobody can know what a failing disk kept. Engine thread only.
public interface Ledger extends AutoCloseable {

    /// Adds an entry whose body has form 1 of its kind.
    ///
    /// @see #append(long, String, int, String)
    default long append(long atMs, String kind, String body) {
        return append(atMs, kind, 1, body);
    }

    /// Adds an entry to the open group and returns its sequence. Not durable before [#commit].
    ///
    /// @param body JSON text
    /// @throws IllegalArgumentException if an argument has not the form [LedgerEntry] asks for, or the
    ///     body is no JSON; the ledger stays as it was
    /// @throws LedgerFailed if it cannot be written; the ledger is fenced from then on
    long append(long atMs, String kind, int version, String body);

    /// Makes the open group durable: when this returns, the entries and the head file survive a power cut.
    /// Without an open group it does nothing.
    ///
    /// @throws LedgerFailed if it cannot be written; the entries of the group may or may not be there
    ///     after reopening
    void commit();

    /// Sequence of the newest entry, durable or not; 0 when there is none.
    default long lastSequence() {
        return head().sequence();
    }

    /// Sequence and hash of the newest entry, durable or not.
    LedgerHead head();

    /// `atMs` of the newest durable entry; 0 when there is none.
    long lastCommitMs();

    /// True while entries wait for [#commit].
    boolean dirty();

    /// Housekeeping for an idle moment, between groups: moves committed entries from the write-ahead log to the main
    /// file. Never needed for safety.
    ///
    /// @throws LedgerFailed if it cannot be written; the ledger is fenced from then on
    void tidy();

    /// Commits what is open, unless fenced, and lets go of the files. Closing twice is harmless.
    @Override
    void close();
}
