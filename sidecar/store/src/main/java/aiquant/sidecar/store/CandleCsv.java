package aiquant.sidecar.store;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads the candles of one CSV file, which holds one symbol and one interval, and checks every row.
///
/// A row must have finite prices above zero, a finite volume of zero or more, the low at or below open and close, the
/// high at or above them, and a time that is a multiple of the interval and later than the row before it.
final class CandleCsv {

    private static final int SYMBOL = 0;
    private static final int INTERVAL = 1;
    private static final int TIME = 2;
    private static final int OPEN = 3;
    private static final int HIGH = 4;
    private static final int LOW = 5;
    private static final int CLOSE = 6;
    private static final int VOLUME = 7;

    private CandleCsv() {}

    static CandleSeries read(Path file) {
        return read(file, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// The candles with `fromMs <= openTimeMs <= toMs`; the rows outside are checked too.
    static CandleSeries read(Path file, long fromMs, long toMs) {
        try (CsvTable csv = CsvTable.open(file, CsvFormat.CANDLES)) {
            csv.first();
            Symbol symbol = csv.symbol(SYMBOL);
            Interval interval = csv.interval(INTERVAL);
            byte[] symbolText = symbol.name().getBytes(StandardCharsets.UTF_8);
            byte[] intervalText = interval.text().getBytes(StandardCharsets.UTF_8);
            CandleColumns columns = new CandleColumns();
            long previousMs = Long.MIN_VALUE;
            do {
                if (!csv.isSame(SYMBOL, symbolText)) {
                    throw csv.bad(SYMBOL, "'" + symbol + "' as in the rows before (one symbol per file)");
                }
                if (!csv.isSame(INTERVAL, intervalText)) {
                    throw csv.bad(INTERVAL, "'" + interval + "' as in the rows before (one interval per file)");
                }
                previousMs = addRow(csv, interval, previousMs, fromMs, toMs, columns);
            } while (csv.next());
            return columns.toSeries(symbol, interval);
        }
    }

    private static long addRow(
            CsvTable csv, Interval interval, long previousMs, long fromMs, long toMs, CandleColumns columns) {
        long timeMs = time(csv, interval, previousMs);
        double open = price(csv, OPEN);
        double high = price(csv, HIGH);
        double low = price(csv, LOW);
        double close = price(csv, CLOSE);
        if (high < Math.max(open, close)) {
            throw csv.bad(HIGH, "at least " + Math.max(open, close) + ", the higher of open and close,");
        }
        if (low > Math.min(open, close)) {
            throw csv.bad(LOW, "at most " + Math.min(open, close) + ", the lower of open and close,");
        }
        double volume = volume(csv);
        if (timeMs >= fromMs && timeMs <= toMs) {
            columns.add(timeMs, open, high, low, close, volume);
        }
        return timeMs;
    }

    private static long time(CsvTable csv, Interval interval, long previousMs) {
        long timeMs = csv.wholeNumber(TIME);
        if (timeMs % interval.lengthMs() != 0) {
            throw csv.bad(TIME, "a multiple of " + interval.lengthMs() + " (" + interval + ")");
        }
        if (timeMs <= previousMs) {
            throw csv.bad(TIME, "a time after " + previousMs + ", the row before,");
        }
        return timeMs;
    }

    private static double price(CsvTable csv, int column) {
        double value = csv.decimal(column);
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw csv.bad(column, "a finite price above 0");
    }

    /// Adding zero turns -0.0 into 0.0, which is how SQLite gives it back.
    private static double volume(CsvTable csv) {
        double value = csv.decimal(VOLUME);
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value + 0.0;
        }
        throw csv.bad(VOLUME, "a finite volume of 0 or more");
    }
}
