package aiquant.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// One fact in the ledger, chained to the fact before it.
///
/// The hash is the lowercase hexadecimal SHA-256 of the UTF-8 bytes of these six lines, joined by a single line feed
/// and with none at the end, so that `sqlite3` and `sha256sum` can check it without this program:
///
/// ```
/// previous hash
/// sequence
/// at_ms
/// kind
/// version
/// body
/// ```
///
/// `kind` holds no line feed and `body` comes last, so no two entries share these bytes. A record read from a damaged
/// file may hold anything: ask [#flawAfter] before you trust it.
///
/// @param sequence     1 for the first entry, then one more each time
/// @param atMs         when the engine took the event in, epoch milliseconds
/// @param kind         the type of fact, a word like `OrderCreated`
/// @param version      the form of `body` for this kind, from 1
/// @param body         JSON text
/// @param previousHash the hash of the entry before, 64 zeros for the first
public record LedgerEntry(
        long sequence, long atMs, String kind, int version, String body, String previousHash, String hash) {

    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    /// The entry that comes next after `head`, with its hash computed.
    ///
    /// @throws IllegalArgumentException if the kind is no plain word or the version not positive
    public static LedgerEntry following(LedgerHead head, long atMs, String kind, int version, String body) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "kind must be a word of at most 64 letters, digits and _ . - but is: " + kind);
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive: " + version);
        }
        long sequence = head.sequence() + 1;
        String hash = hash(head.hash(), sequence, atMs, kind, version, body);
        return new LedgerEntry(sequence, atMs, kind, version, body, head.hash(), hash);
    }

    /// The ledger's head once this is its newest entry.
    public LedgerHead head() {
        return new LedgerHead(sequence, hash);
    }

    /// Why this cannot be the entry right after `head`; empty when everything fits.
    public Optional<String> flawAfter(LedgerHead head) {
        if (sequence != head.sequence() + 1) {
            return Optional.of("entry %d follows entry %d".formatted(sequence, head.sequence()));
        }
        if (!previousHash.equals(head.hash())) {
            return Optional.of("entry %d is not chained to the entry before it".formatted(sequence));
        }
        if (!KIND.matcher(kind).matches()) {
            return Optional.of("entry %d has no proper kind".formatted(sequence));
        }
        if (!hash.equals(hash(previousHash, sequence, atMs, kind, version, body))) {
            return Optional.of("the content of entry %d does not match its hash".formatted(sequence));
        }
        return Optional.empty();
    }

    private static String hash(String previousHash, long sequence, long atMs, String kind, int version, String body) {
        String canonical = previousHash + '\n' + sequence + '\n' + atMs + '\n' + kind + '\n' + version + '\n' + body;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
