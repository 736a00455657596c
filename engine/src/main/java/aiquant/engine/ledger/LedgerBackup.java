package aiquant.engine.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/// Copies a ledger while the engine writes to it, and proves the copy before giving it its name.
public final class LedgerBackup {

    private LedgerBackup() {}

    /// Copies the committed entries of `ledger` to the new file `target`, with a head file beside it.
    ///
    /// The copy is written as `<target>.part`, every hash in it is checked, then it is renamed. To
    /// restore, put both files in the place of the old ones. Any thread, any process.
    ///
    /// @return the end of the copy
    /// @throws LedgerFailed  if `target` exists or the copy cannot be written
    /// @throws LedgerDamaged if the copy, and therefore most likely the ledger, does not verify; nothing is kept
    public static LedgerHead copy(Path ledger, Path target) {
        if (Files.exists(target)) {
            throw new LedgerFailed("The backup " + target + " exists already; choose a new name.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            vacuumInto(ledger, part);
            LedgerHead head = verified(part);
            HeadFile.open(HeadFile.beside(target), head).close();
            DurableFile.rename(part, target);
            return head;
        } catch (SQLException | IOException e) {
            throw LedgerFailed.because("The backup %s could not be written".formatted(target), e);
        } finally {
            part.toFile().delete();
        }
    }

    private static void vacuumInto(Path ledger, Path part) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", "1"); // read-only: the copy is the only file written
        properties.setProperty("busy_timeout", "5000");
        properties.setProperty("synchronous", "FULL");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger, properties);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
    }

    private static LedgerHead verified(Path part) {
        try (LedgerReader copy = LedgerReader.open(part)) {
            return switch (copy.verify()) {
                case Verification.Intact intact -> intact.head();
                case Verification.Broken broken ->
                    throw new LedgerDamaged("The copy does not verify at entry %d: %s. Check the ledger itself."
                            .formatted(broken.sequence(), broken.why()));
            };
        }
    }
}
