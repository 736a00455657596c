package aiquant.engine;

import aiquant.engine.ledger.Ledger;
import aiquant.engine.ledger.LedgerHead;
import java.util.Set;

/// A ledger that notes after which entries it was made durable: where a crash can cut it.
record NotingLedger(Ledger ledger, Set<Long> commits) implements Ledger {

    @Override
    public long append(long atMs, String kind, int version, String body) {
        return ledger.append(atMs, kind, version, body);
    }

    @Override
    public void commit() {
        ledger.commit();
        commits.add(ledger.lastSequence());
    }

    @Override
    public LedgerHead head() {
        return ledger.head();
    }

    @Override
    public long lastCommitMs() {
        return ledger.lastCommitMs();
    }

    @Override
    public boolean dirty() {
        return ledger.dirty();
    }

    @Override
    public void tidy() {
        ledger.tidy();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
