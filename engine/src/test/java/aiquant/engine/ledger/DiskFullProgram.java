package aiquant.engine.ledger;

import java.nio.file.Path;

/// A process that fills a disk with a ledger (`fill`), or opens what is left (`reopen`), and prints what it sees.
final class DiskFullProgram {

    private DiskFullProgram() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[1], "ledger.db");
        if (arguments[0].equals("fill")) {
            fill(file);
        } else {
            reopen(file);
        }
    }

    private static void fill(Path file) {
        long committed = 0;
        try (Ledger ledger = SqliteLedger.open(file)) {
            try {
                while (true) {
                    long next = ledger.lastSequence() + 1;
                    ledger.append(next, "Written", EndlessWriter.body(next));
                    ledger.commit();
                    committed = next;
                }
            } catch (LedgerFailed failure) {
                System.out.println("committed " + committed);
                System.out.println("failed " + failure.isDiskFull() + " " + failure.getMessage());
                showFence("append", () -> ledger.append(1, "Later", "{}"));
                showFence("commit", ledger::commit);
            }
        }
    }

    private static void showFence(String call, Runnable attempt) {
        try {
            attempt.run();
            System.out.println(call + " went through");
        } catch (LedgerFailed fenced) {
            System.out.println(call + " fenced");
        }
    }

    private static void reopen(Path file) {
        try (Ledger ledger = SqliteLedger.open(file);
                LedgerReader reader = LedgerReader.open(file)) {
            System.out.println("reopened " + ledger.lastSequence() + " "
                    + reader.verify().getClass().getSimpleName());
            ledger.append(1, "Later", "{}");
            ledger.commit();
            System.out.println("continued " + reader.head().sequence());
        }
    }
}
