package aiquant.sidecar.store;

import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Whether stored funding rates are recent, without gaps and believable. It reads only.
public final class FundingCheck {

    private static final List<String> NEEDED = List.of("symbol", "time", "funding_rate");
    private static final double HOUR_MS = 3_600_000;
    private static final double TOLERANCE_H = 60_000 / HOUR_MS;

    private final Path file;
    private final Limits limits;
    private final long nowMs;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Symbol, Figures> figures = new LinkedHashMap<>();

    /// From where on a number is a warning, and from where on a failure. Exactly on the limit is still fine.
    public record Limit(double warn, double fail) {
        Optional<Severity> of(double value) {
            if (value > fail) {
                return Optional.of(Severity.FAIL);
            }
            return value > warn ? Optional.of(Severity.WARN) : Optional.empty();
        }
    }

    /// @param ageH hours since the newest rate
    /// @param gapH hours between two rates, or between the beginning of the window and the first rate in it
    /// @param lookbackH hours of the window in which gaps and values are looked at
    public record Limits(Limit ageH, Limit gapH, Limit absRate, Limit deltaRate, int lookbackH) {
        public static final Limits STANDARD =
                new Limits(new Limit(8, 12), new Limit(2, 4), new Limit(0.01, 0.02), new Limit(0.01, 0.02), 72);

        public Limits withAge(Limit age) {
            return new Limits(age, gapH, absRate, deltaRate, lookbackH);
        }
    }

    public enum Severity {
        WARN,
        FAIL;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param type `stale`, `gap`, `abs_rate`, `delta_rate`, `symbol_missing`, `no_data_in_window` or `journal_mode`
    /// @param symbol empty where it concerns the file
    public record Issue(String type, Severity severity, Optional<Symbol> symbol, String text) {}

    /// What was found of one symbol.
    ///
    /// @param rowsInWindow of all `rows` those that were looked at
    public record Figures(
            long rows, long rowsInWindow, OptionalLong newestMs, double maxGapH, double maxAbsRate, double maxDelta) {}

    /// @param journalMode empty where the file could not be read
    /// @param errors why nothing could be checked
    public record Report(
            Path file,
            long checkedMs,
            Limits limits,
            String journalMode,
            Map<Symbol, Figures> symbols,
            List<Issue> issues,
            List<String> errors) {

        public long count(Severity severity) {
            return issues.stream().filter(issue -> issue.severity == severity).count();
        }

        /// The worst that was found; empty is a pass.
        public Optional<Severity> status() {
            if (!errors.isEmpty() || count(Severity.FAIL) > 0) {
                return Optional.of(Severity.FAIL);
            }
            return issues.isEmpty() ? Optional.empty() : Optional.of(Severity.WARN);
        }
    }

    private FundingCheck(Path file, Limits limits, long nowMs) {
        this.file = file;
        this.limits = limits;
        this.nowMs = nowMs;
    }

    /// Checks the folder's database; what keeps it from doing so is part of the report.
    public static Report of(Path folder, List<Symbol> symbols, Limits limits, long nowMs) {
        FundingCheck check = new FundingCheck(FundingStore.file(folder), limits, nowMs);
        if (symbols.isEmpty()) {
            return check.failed("no symbols to check");
        }
        try (Connection connection = Database.openTable(check.file, "funding_rates", NEEDED)) {
            return check.run(connection, symbols);
        } catch (StoreException e) {
            return check.failed(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            return check.failed(String.valueOf(StoreException.of(check.file, e).getMessage()));
        }
    }

    private Report failed(String error) {
        return new Report(file, nowMs, limits, "", Map.of(), List.of(), List.of(error));
    }

    private Report run(Connection connection, List<Symbol> symbols) throws SQLException {
        String mode;
        try (Statement statement = connection.createStatement()) {
            mode = Database.text(statement, "PRAGMA journal_mode");
        }
        if (!mode.equals("wal")) {
            issues.add(new Issue("journal_mode", Severity.WARN, Optional.empty(), "journal mode is " + mode));
        }
        for (Symbol symbol : symbols) {
            check(connection, symbol);
        }
        return new Report(file, nowMs, limits, mode, figures, issues, List.of());
    }

    private void check(Connection connection, Symbol symbol) throws SQLException {
        long fromMs = nowMs - (long) (limits.lookbackH * HOUR_MS);
        long rows = 0;
        OptionalLong newest = OptionalLong.empty();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*), max(time) FROM funding_rates WHERE symbol = ?")) {
            select.setString(1, symbol.name());
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getLong(1) > 0) {
                    rows = row.getLong(1);
                    newest = OptionalLong.of(row.getLong(2));
                }
            }
        }
        if (newest.isEmpty()) {
            add("symbol_missing", Severity.FAIL, symbol, "no rates at all");
            figures.put(symbol, new Figures(0, 0, newest, 0, 0, 0));
            return;
        }
        double ageH = (nowMs - newest.getAsLong()) / HOUR_MS;
        add("stale", limits.ageH.of(ageH), symbol, "the newest rate is " + shown(ageH) + " h old");
        figures.put(symbol, window(connection, symbol, fromMs, rows, newest));
    }

    private Figures window(Connection connection, Symbol symbol, long fromMs, long rows, OptionalLong newest)
            throws SQLException {
        String sql = "SELECT time, funding_rate FROM funding_rates WHERE symbol = ? AND time >= ? ORDER BY time";
        long inside = 0;
        long lastMs = fromMs;
        double lastRate = 0;
        double maxGapH = 0;
        double maxRate = 0;
        double maxDelta = 0;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, symbol.name());
            select.setLong(2, fromMs);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    double rate = row.getDouble(2);
                    maxGapH = Math.max(maxGapH, (row.getLong(1) - lastMs) / HOUR_MS);
                    maxRate = Math.max(maxRate, Math.abs(rate));
                    maxDelta = inside == 0 ? 0 : Math.max(maxDelta, Math.abs(rate - lastRate));
                    lastMs = row.getLong(1);
                    lastRate = rate;
                    inside++;
                }
            }
        }
        if (inside == 0) {
            add("no_data_in_window", Severity.FAIL, symbol, "no rates in the last " + limits.lookbackH + " h");
        }
        add("gap", limits.gapH.of(maxGapH - TOLERANCE_H), symbol, "the largest gap is " + shown(maxGapH) + " h long");
        add("abs_rate", limits.absRate.of(maxRate), symbol, "the largest rate is " + maxRate);
        add("delta_rate", limits.deltaRate.of(maxDelta), symbol, "the largest change of the rate is " + maxDelta);
        return new Figures(rows, inside, newest, maxGapH, maxRate, maxDelta);
    }

    private void add(String type, Optional<Severity> severity, Symbol symbol, String text) {
        severity.ifPresent(found -> add(type, found, symbol, text));
    }

    private void add(String type, Severity severity, Symbol symbol, String text) {
        issues.add(new Issue(type, severity, Optional.of(symbol), symbol + ": " + text));
    }

    private static String shown(double hours) {
        return String.format(Locale.ROOT, "%.1f", hours);
    }
}
