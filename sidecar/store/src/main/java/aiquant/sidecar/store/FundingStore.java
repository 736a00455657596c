package aiquant.sidecar.store;

import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The only writer of `funding_rates.db`; readers may have it open at the same time.
///
/// A rate written again replaces the one before, a premium stays until another is known. One thread.
public final class FundingStore implements AutoCloseable {

    private static final Schema SCHEMA =
            new Schema("funding_rates", """
            CREATE TABLE funding_rates(
                symbol TEXT NOT NULL, time INTEGER NOT NULL, funding_rate REAL NOT NULL, premium REAL,
                PRIMARY KEY(symbol, time)) STRICT, WITHOUT ROWID""", List.of("symbol", "time", "funding_rate", "premium"), List.of());

    private static final String UPSERT = """
            INSERT INTO funding_rates(symbol, time, funding_rate, premium) VALUES (?, ?, ?, ?)
            ON CONFLICT(symbol, time) DO UPDATE SET
                funding_rate = excluded.funding_rate, premium = coalesce(excluded.premium, premium)
            WHERE funding_rate IS NOT excluded.funding_rate
                OR (excluded.premium IS NOT NULL AND premium IS NOT excluded.premium)""";

    private final Path file;
    private final Connection connection;
    private final PreparedStatement upsert;

    private FundingStore(Path file, Connection connection, PreparedStatement upsert) {
        this.file = file;
        this.connection = connection;
        this.upsert = upsert;
    }

    /// Where funding rates are kept.
    public static Path file(Path folder) {
        return folder.resolve("funding_rates.db");
    }

    /// Opens the database of the folder, which must exist; the file is created, for its owner only, if it does not.
    ///
    /// @throws StoreException if the file cannot be written or holds something else
    public static FundingStore open(Path folder) {
        return openFile(file(folder));
    }

    static FundingStore openFile(Path file) {
        try {
            PrivateFile.create(file);
            Connection connection = Database.openToWrite(file, SCHEMA);
            try {
                return new FundingStore(file, connection, connection.prepareStatement(UPSERT));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Writes the samples in one transaction: all of them or, if this fails, none.
    ///
    /// @return how many rows are new or changed
    public long append(List<FundingSample> samples) {
        try (Batch batch = begin()) {
            samples.forEach(batch::add);
            return batch.commit();
        }
    }

    /// The time of the newest rate of a symbol.
    public OptionalLong lastMs(Symbol symbol) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT max(time) FROM funding_rates WHERE symbol = ?")) {
            select.setString(1, symbol.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getObject(1) != null ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Starts a transaction, for more rates than a list should hold.
    public Batch begin() {
        return new Batch();
    }

    /// One transaction of the store: nothing is kept unless [#commit] returns.
    public final class Batch implements AutoCloseable {

        private final RowBatch rows = RowBatch.begin(file, connection, upsert);

        private Batch() {}

        public void add(FundingSample sample) {
            try {
                addRow(sample.symbol(), sample.timeMs(), sample.rate(), sample.premium());
            } catch (SQLException e) {
                throw StoreException.of(file, e);
            }
        }

        public void add(FundingSeries series) {
            try {
                for (int i = 0; i < series.timeMs().length; i++) {
                    addRow(series.symbol(), series.timeMs()[i], series.rate()[i], OptionalDouble.empty());
                }
            } catch (SQLException e) {
                throw StoreException.of(file, e);
            }
        }

        private void addRow(Symbol symbol, long timeMs, double rate, OptionalDouble premium) throws SQLException {
            upsert.setString(1, symbol.name());
            upsert.setLong(2, timeMs);
            upsert.setDouble(3, rate);
            if (premium.isPresent()) {
                upsert.setDouble(4, premium.getAsDouble());
            } else {
                upsert.setNull(4, Types.REAL);
            }
            rows.add();
        }

        /// Makes the batch durable.
        ///
        /// @return how many rows are new or changed
        public long commit() {
            return rows.commit();
        }

        /// Takes back what was not committed.
        @Override
        public void close() {
            rows.rollback();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }
}
