package aiquant.engine.ledger;

import java.io.IOException;
import java.nio.file.Path;

/// A process that takes a folder's lock, says how that went, and holds it until it is killed or its input ends.
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (DataFolderLock _ = DataFolderLock.take(Path.of(arguments[0]))) {
            System.out.println("held");
            while (System.in.read() >= 0) {}
        } catch (DataFolderRefused refused) {
            System.out.println(refused.getMessage());
        }
    }
}
