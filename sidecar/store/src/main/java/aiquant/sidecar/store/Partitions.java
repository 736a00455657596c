package aiquant.sidecar.store;

import aiquant.kernel.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Moves old candles of one database into a file per month, which readers take together with it.
///
/// Without being told to apply anything it only counts. A month is one transaction in which its file is written before
/// the source loses a row, so that a crash leaves a candle in both places rather than in none.
public final class Partitions {

    /// Ends of a run, for a command to exit with.
    public static final int OK = 0;

    public static final int BAD_ARGUMENTS = 2;
    public static final int NO_SOURCE = 3;

    public static final int DEFAULT_KEEP_DAYS = 90;

    private static final long DAY_MS = 86_400_000L;

    private static final String COLUMNS =
            "symbol, interval, t, t_close, o, h, l, c, v, n, updated_at, closed, source, received_ms, revision";

    private static final String WANTED = "interval = ?1 AND t >= ?2 AND t < ?3 AND closed = 1";

    private Partitions() {}

    /// What to do.
    ///
    /// @param source the database to take from
    /// @param target the folder of the monthly files, created if need be
    /// @param keepDays candles younger than that stay
    /// @param apply copy; else only count
    /// @param delete also delete from the source what was copied
    /// @param vacuum also give the room back to the disk
    public record Plan(
            Interval interval, Path source, Path target, int keepDays, boolean apply, boolean delete, boolean vacuum) {

        /// Counts only, into the usual folder beside the source.
        public static Plan of(Path folder, Interval interval) {
            return new Plan(
                    interval,
                    CandleStore.file(folder, interval),
                    folder.resolve("partitions").resolve(interval.text()),
                    DEFAULT_KEEP_DAYS,
                    false,
                    false,
                    false);
        }

        public Plan applied() {
            return new Plan(interval, source, target, keepDays, true, delete, vacuum);
        }

        public Plan deleting() {
            return new Plan(interval, source, target, keepDays, apply, true, vacuum);
        }

        public Plan vacuuming() {
            return new Plan(interval, source, target, keepDays, apply, delete, true);
        }

        public Plan keepingDays(int days) {
            return new Plan(interval, source, target, days, apply, delete, vacuum);
        }
    }

    /// One month of the source.
    ///
    /// @param old rows of the source that are old enough
    /// @param copied rows that its file did not have yet
    /// @param deleted rows taken out of the source
    public record Month(YearMonth month, Path file, long old, long copied, long deleted) {}

    /// @param code [#OK], [#BAD_ARGUMENTS] or [#NO_SOURCE]
    /// @param message what was wrong, else empty
    public record Outcome(int code, String message, List<Month> months) {}

    /// @throws StoreException if a file cannot be read or written; months before it are done
    public static Outcome run(Plan plan, InstantSource clock) {
        if (plan.keepDays() < 1) {
            return refused("--keep-days must be at least 1: " + plan.keepDays());
        }
        if (plan.delete() && !plan.apply()) {
            return refused("--delete needs --apply");
        }
        if (plan.vacuum() && !plan.delete()) {
            return refused("--vacuum needs --apply and --delete");
        }
        if (!Files.isRegularFile(plan.source())) {
            return new Outcome(NO_SOURCE, plan.source() + ": no such file", List.of());
        }
        return new Outcome(OK, "", moved(plan, clock));
    }

    private static Outcome refused(String message) {
        return new Outcome(BAD_ARGUMENTS, message, List.of());
    }

    private static List<Month> moved(Plan plan, InstantSource clock) {
        long cutoffMs = clock.millis() - plan.keepDays() * DAY_MS;
        if (plan.apply()) {
            // Brings a file of another program to our columns first.
            CandleStore.openFile(plan.source(), plan.interval(), clock).close();
        }
        List<Month> months = new ArrayList<>();
        OptionalLong next = firstMs(plan, Long.MIN_VALUE, cutoffMs);
        while (next.isPresent()) {
            YearMonth month =
                    YearMonth.from(Instant.ofEpochMilli(next.getAsLong()).atZone(ZoneOffset.UTC));
            long fromMs = startMs(month);
            long toMs = Math.min(startMs(month.plusMonths(1)), cutoffMs);
            months.add(move(plan, month, fromMs, toMs, clock));
            next = firstMs(plan, toMs, cutoffMs);
        }
        if (plan.vacuum()) {
            vacuum(plan.source());
        }
        return months;
    }

    private static long startMs(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static OptionalLong firstMs(Plan plan, long fromMs, long toMs) {
        return query(plan, "min(t)", fromMs, toMs);
    }

    private static OptionalLong query(Plan plan, String what, long fromMs, long toMs) {
        try (Connection connection = Database.openTable(plan.source(), "candles", List.of("interval", "t"))) {
            boolean isOurs = Database.columns(connection, "candles").contains("closed");
            String sql = "SELECT " + what + " FROM candles WHERE "
                    + (isOurs ? WANTED : WANTED.replace(" AND closed = 1", ""));
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(select, plan.interval(), fromMs, toMs);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getObject(1) != null
                            ? OptionalLong.of(row.getLong(1))
                            : OptionalLong.empty();
                }
            }
        } catch (SQLException e) {
            throw StoreException.of(plan.source(), e);
        }
    }

    private static Month move(Plan plan, YearMonth month, long fromMs, long toMs, InstantSource clock) {
        Path file = plan.target().resolve("candles_" + plan.interval().text() + "_" + month + ".db");
        long old = query(plan, "count(*)", fromMs, toMs).orElse(0);
        if (!plan.apply()) {
            return new Month(month, file, old, 0, 0);
        }
        createFolder(plan.target());
        try (CandleStore partition = CandleStore.openFile(file, plan.interval(), clock);
                Statement statement = partition.connection().createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            attach(partition.connection(), plan.source());
            statement.execute("PRAGMA hot.synchronous = FULL");
            return transaction(plan, month, file, old, partition.connection(), fromMs, toMs);
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    /// SQLite commits the main database before the attached one: that has to be the month's file.
    private static Month transaction(
            Plan plan, YearMonth month, Path file, long old, Connection connection, long fromMs, long toMs)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                long copied = update(
                        connection,
                        "INSERT OR IGNORE INTO main.candles(" + COLUMNS + ") SELECT " + COLUMNS
                                + " FROM hot.candles WHERE " + WANTED,
                        plan.interval(),
                        fromMs,
                        toMs);
                long deleted = !plan.delete()
                        ? 0
                        : update(
                                connection,
                                "DELETE FROM hot.candles WHERE " + WANTED + " AND EXISTS (SELECT 1 FROM main.candles"
                                        + " AS kept WHERE kept.symbol = hot.candles.symbol AND kept.interval ="
                                        + " hot.candles.interval AND kept.t = hot.candles.t)",
                                plan.interval(),
                                fromMs,
                                toMs);
                statement.execute("COMMIT");
                return new Month(month, file, old, copied, deleted);
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static long update(Connection connection, String sql, Interval interval, long fromMs, long toMs)
            throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            bind(change, interval, fromMs, toMs);
            return change.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Interval interval, long fromMs, long toMs)
            throws SQLException {
        statement.setString(1, interval.text());
        statement.setLong(2, fromMs);
        statement.setLong(3, toMs);
    }

    private static void attach(Connection connection, Path source) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("ATTACH DATABASE ? AS hot")) {
            attach.setString(1, source.toAbsolutePath().toString());
            attach.execute();
        }
    }

    private static void vacuum(Path source) {
        try (Connection connection = Database.openToWrite(source, (_, _) -> {});
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        } catch (SQLException e) {
            throw StoreException.of(source, e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(folder + ": this folder cannot be created: " + e.getMessage());
        }
    }
}
