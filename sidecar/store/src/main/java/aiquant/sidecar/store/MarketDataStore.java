package aiquant.sidecar.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `market_data.db`: the log of account events and how far each of its readers has come.
///
/// Nothing leaves the log and nothing in it changes. An event stands in it once, however often it was received: a fill
/// by (coin, time, tid, oid). What a method wrote is on disk when it returns. Safe from any thread, one at a time.
public final class MarketDataStore implements AutoCloseable {

    private static final Tables TABLES = new Tables(
            List.of("""
                    CREATE TABLE IF NOT EXISTS user_events(
                        seq INTEGER PRIMARY KEY, user TEXT NOT NULL, kind TEXT NOT NULL,
                        natural_key TEXT NOT NULL, time_ms INTEGER NOT NULL, received_ms INTEGER NOT NULL,
                        data TEXT NOT NULL, UNIQUE(user, kind, natural_key)) STRICT""", """
                    CREATE TABLE IF NOT EXISTS user_history_read(
                        user TEXT NOT NULL, kind TEXT NOT NULL, newest_ms INTEGER NOT NULL,
                        PRIMARY KEY(user, kind)) STRICT, WITHOUT ROWID""", """
                    CREATE TRIGGER IF NOT EXISTS user_events_never_change BEFORE UPDATE ON user_events
                    BEGIN SELECT RAISE(ABORT, 'account events never change'); END""", """
                    CREATE TRIGGER IF NOT EXISTS user_events_never_go BEFORE DELETE ON user_events
                    BEGIN SELECT RAISE(ABORT, 'account events are never deleted'); END""", """
                    CREATE TABLE IF NOT EXISTS user_cursors(
                        client_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, acknowledged_ms INTEGER NOT NULL)
                        STRICT, WITHOUT ROWID"""),
            Map.of(
                    "user_events",
                    List.of("seq", "user", "kind", "natural_key", "time_ms", "received_ms", "data"),
                    "user_cursors",
                    List.of("client_id", "seq", "acknowledged_ms"),
                    "user_history_read",
                    List.of("user", "kind", "newest_ms")));

    private static final String INSERT = """
            INSERT OR IGNORE INTO user_events(user, kind, natural_key, time_ms, received_ms, data)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String ACKNOWLEDGE = """
            INSERT INTO user_cursors(client_id, seq, acknowledged_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT(client_id) DO UPDATE SET seq = excluded.seq, acknowledged_ms = excluded.acknowledged_ms
            WHERE excluded.seq > seq""";

    private static final String READ = """
            INSERT INTO user_history_read(user, kind, newest_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT(user, kind) DO UPDATE SET newest_ms = excluded.newest_ms
            WHERE excluded.newest_ms > newest_ms""";

    private final Path file;
    private final Connection connection;
    private final PreparedStatement insert;

    private MarketDataStore(Path file, Connection connection, PreparedStatement insert) {
        this.file = file;
        this.connection = connection;
        this.insert = insert;
    }

    /// Opens the file, whose folder must exist; it is created, for its owner only, if it does not.
    ///
    /// @throws StoreException if the file cannot be written or holds something else
    public static MarketDataStore open(Path file) {
        try {
            PrivateFile.create(file);
            Connection connection = Database.openDurably(file, TABLES::prepare);
            try {
                return new MarketDataStore(file, connection, connection.prepareStatement(INSERT));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// Logs those events that are not in the log yet, in their order and in one transaction.
    ///
    /// @return how many are new
    public synchronized long append(List<AccountEvent> events, long receivedMs) {
        if (events.isEmpty()) {
            return 0;
        }
        RowBatch rows = RowBatch.begin(file, connection, insert);
        try {
            for (AccountEvent event : events) {
                insert.setString(1, event.user());
                insert.setString(2, event.kind().text());
                insert.setString(3, event.key());
                insert.setLong(4, event.timeMs());
                insert.setLong(5, receivedMs);
                insert.setString(6, event.data());
                rows.add();
            }
            return rows.commit();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        } finally {
            rows.rollback();
        }
    }

    /// The events after a place in the log, in order, of one account or of all.
    public synchronized List<LoggedEvent> read(Optional<String> user, long afterSeq, int maxEvents) {
        String sql = "SELECT seq, user, kind, received_ms, data FROM user_events WHERE seq > ?1"
                + (user.isPresent() ? " AND user = ?3" : "") + " ORDER BY seq LIMIT ?2";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, afterSeq);
            select.setInt(2, maxEvents);
            if (user.isPresent()) {
                select.setString(3, user.get());
            }
            List<LoggedEvent> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new LoggedEvent(
                            row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)));
                }
            }
            return events;
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// The place of the newest event, 0 in an empty log.
    public synchronized long lastSeq() {
        return number("SELECT coalesce(max(seq), 0) FROM user_events").orElse(0);
    }

    /// The time up to which the log holds everything of that kind that happened to the account.
    public synchronized OptionalLong historyReadMs(String user, AccountEvent.Kind kind) {
        return number("SELECT newest_ms FROM user_history_read WHERE user = ? AND kind = ?", user, kind.text());
    }

    /// Remembers that the log holds everything of that kind up to a time. It never goes back.
    ///
    /// @param newestMs by the exchange's clock: ours may be wrong, and then something would never be asked for
    public synchronized void historyRead(String user, AccountEvent.Kind kind, long newestMs) {
        try (PreparedStatement upsert = connection.prepareStatement(READ)) {
            upsert.setString(1, user);
            upsert.setString(2, kind.text());
            upsert.setLong(3, newestMs);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// The last place that the client acknowledged; empty for one that never did.
    public synchronized OptionalLong cursor(String clientId) {
        return number("SELECT seq FROM user_cursors WHERE client_id = ?", clientId);
    }

    /// Remembers that the client is done with everything up to that place. A cursor never goes back.
    ///
    /// @throws IllegalArgumentException if the log does not reach that far
    public synchronized void acknowledge(String clientId, long seq, long nowMs) {
        if (seq < 0 || seq > lastSeq()) {
            throw new IllegalArgumentException(
                    "event " + seq + " cannot be acknowledged: the log ends at " + lastSeq());
        }
        try (PreparedStatement upsert = connection.prepareStatement(ACKNOWLEDGE)) {
            upsert.setString(1, clientId);
            upsert.setLong(2, seq);
            upsert.setLong(3, nowMs);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    private OptionalLong number(String sql, String... values) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getObject(1) != null ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }
}
