package aiquant.engine;

import aiquant.engine.ledger.Ledger;
import aiquant.engine.ledger.LedgerHead;

/// A ledger that shows when it commits.
record PhasedLedger(Ledger ledger, PhaseFile phases) implements Ledger {

    @Override
    public long append(long atMs, String kind, int version, String body) {
        return ledger.append(atMs, kind, version, body);
    }

    @Override
    public void commit() {
        Phase before = phases.phase();
        phases.show(Phase.IN_COMMIT);
        ledger.commit();
        phases.show(before);
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
