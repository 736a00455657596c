package aiquant.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/// Keeps the engine's folded state of some moment, so that start-up folds only the entries after it.
///
/// A snapshot is a convenience and never the truth: it lies in a side file, names the entry it stands on, and is
/// dropped
/// when that entry is not in the ledger, when its own bytes do not match their checksum, or when the program folds
/// differently now. Deleting the file only costs time. One thread at a time.
public final class Snapshots {

    private final Path file;
    private final String form;

    /// @param form names the way the state is folded and written; change it whenever either changes
    public Snapshots(Path file, String form) {
        if (form.isBlank() || form.contains(" ") || form.contains("\n")) {
            throw new IllegalArgumentException("form must be one word: " + form);
        }
        this.file = file;
        this.form = form;
    }

    /// A state as JSON and the entry after which it held.
    public record Snapshot(LedgerHead head, String body) {}

    /// Replaces the stored snapshot, atomically. Commit the ledger first, or the snapshot may outlive its entry.
    ///
    /// @throws IOException if it cannot be written; nothing is lost, the old snapshot is still there
    public void save(Snapshot snapshot) throws IOException {
        DurableFile.replace(file, (label(snapshot) + '\n' + snapshot.body()).getBytes(UTF_8));
    }

    /// The stored snapshot if it stands on an entry of this very ledger.
    public Optional<Snapshot> load(LedgerReader ledger) {
        try {
            return Files.exists(file)
                    ? parse(Files.readString(file)).filter(s -> standsOn(ledger, s))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // the ledger has everything
        }
    }

    private Optional<Snapshot> parse(String text) {
        int end = text.indexOf('\n');
        String[] words = text.substring(0, Math.max(0, end)).split(" ", -1);
        if (words.length != 4 || !words[1].matches("[0-9]{1,18}") || words[2].length() != 64) {
            return Optional.empty();
        }
        Snapshot snapshot = new Snapshot(new LedgerHead(Long.parseLong(words[1]), words[2]), text.substring(end + 1));
        return text.startsWith(label(snapshot) + '\n') ? Optional.of(snapshot) : Optional.empty();
    }

    /// First line of the file: form, sequence, hash of that entry, checksum of the body.
    private String label(Snapshot snapshot) {
        CRC32 crc = new CRC32();
        crc.update(snapshot.body().getBytes(UTF_8));
        LedgerHead head = snapshot.head();
        return "%s %d %s %08x".formatted(form, head.sequence(), head.hash(), crc.getValue());
    }

    private static boolean standsOn(LedgerReader ledger, Snapshot snapshot) {
        return ledger.entry(snapshot.head().sequence()).map(LedgerEntry::head).equals(Optional.of(snapshot.head()));
    }
}
