package aiquant.engine;

import aiquant.engine.ledger.LedgerEntry;
import aiquant.engine.ledger.LedgerReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The entries of a ledger as one stream.
final class History {

    private History() {}

    static Stream<LedgerEntry> of(LedgerReader reader) {
        List<LedgerEntry> entries = new ArrayList<>();
        reader.entries(1L, entries::add);
        return entries.stream();
    }
}
