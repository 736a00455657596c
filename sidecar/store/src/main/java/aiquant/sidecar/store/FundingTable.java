package aiquant.sidecar.store;

import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the table `funding_rates` of a database.
final class FundingTable {

    private static final List<String> NEEDED = List.of("symbol", "time", "funding_rate");
    private static final int FIRST_CAPACITY = 4_096;

    private FundingTable() {}

    static List<FundingSeries> read(Path file, long fromMs, long toMs) {
        String sql = "SELECT symbol, time, funding_rate FROM funding_rates WHERE time BETWEEN ? AND ?"
                + " ORDER BY symbol, time";
        try (Connection connection = Database.openTable(file, "funding_rates", NEEDED);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, fromMs);
            select.setLong(2, toMs);
            try (ResultSet rows = select.executeQuery()) {
                return series(file, rows);
            }
        } catch (SQLException e) {
            throw StoreException.of(file, e);
        }
    }

    private static List<FundingSeries> series(Path file, ResultSet rows) throws SQLException {
        List<FundingSeries> series = new ArrayList<>();
        String name = "";
        long[] times = new long[FIRST_CAPACITY];
        double[] rates = new double[FIRST_CAPACITY];
        int size = 0;
        while (rows.next()) {
            String next = rows.getString(1);
            if (!name.equals(next) && size > 0) {
                series.add(finished(name, times, rates, size));
                size = 0;
            }
            name = next;
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                rates = Arrays.copyOf(rates, size * 2);
            }
            times[size] = rows.getLong(2);
            rates[size] = rate(file, rows);
            size++;
        }
        if (size > 0) {
            series.add(finished(name, times, rates, size));
        }
        return series;
    }

    private static FundingSeries finished(String name, long[] times, double[] rates, int size) {
        return new FundingSeries(new Symbol(name), Arrays.copyOf(times, size), Arrays.copyOf(rates, size));
    }

    private static double rate(Path file, ResultSet row) throws SQLException {
        double rate = row.getDouble(3);
        if (!Double.isFinite(rate) || (rate == 0 && row.getObject(3) == null)) {
            throw new StoreException(file + ", funding rate of " + row.getString(1) + " at time = " + row.getLong(2)
                    + ": expected a finite rate but found " + row.getObject(3));
        }
        return rate;
    }
}
