package aiquant.engine.ledger;

import java.nio.file.Path;
import java.util.Random;

/// A process that appends until it is killed and prints the last sequence after every commit.
final class EndlessWriter {

    private EndlessWriter() {}

    static String body(long sequence) {
        return "{\"number\":" + sequence + ",\"text\":\"" + "x".repeat((int) (sequence * 31 % 700)) + "\"}";
    }

    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[1]));
        Ledger ledger = SqliteLedger.open(Path.of(arguments[0]));
        while (true) {
            int group = 1 + random.nextInt(5);
            for (int i = 0; i < group; i++) {
                long next = ledger.lastSequence() + 1;
                ledger.append(next, "Written", body(next));
            }
            ledger.commit();
            System.out.println(ledger.lastSequence());
        }
    }
}
