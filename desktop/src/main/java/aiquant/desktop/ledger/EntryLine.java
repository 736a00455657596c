package aiquant.desktop.ledger;

/// One ledger entry, ready to read. `text` is what "copy as text" writes.
record EntryLine(long sequence, String time, String kind, String body, String hash) {

    String text() {
        return sequence + "\t" + time + "\t" + kind + "\t" + body + "\t" + hash;
    }

    boolean contains(String lowerCase) {
        return text().toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
    }
}
