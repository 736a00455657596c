package aiquant.sidecar.store;

import aiquant.kernel.market.FundingSeries;
import aiquant.kernel.market.Symbol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads the funding rates of one CSV file, which holds one symbol: finite rates in strictly increasing time order.
final class FundingCsv {

    private static final int SYMBOL = 0;
    private static final int TIME = 1;
    private static final int RATE = 2;
    private static final int FIRST_CAPACITY = 4_096;

    private FundingCsv() {}

    static FundingSeries read(Path file) {
        try (CsvTable csv = CsvTable.open(file, CsvFormat.FUNDING)) {
            csv.first();
            Symbol symbol = csv.symbol(SYMBOL);
            byte[] symbolText = symbol.name().getBytes(StandardCharsets.UTF_8);
            long[] times = new long[FIRST_CAPACITY];
            double[] rates = new double[FIRST_CAPACITY];
            int size = 0;
            do {
                if (!csv.isSame(SYMBOL, symbolText)) {
                    throw csv.bad(SYMBOL, "'" + symbol + "' as in the rows before (one symbol per file)");
                }
                if (size == times.length) {
                    times = Arrays.copyOf(times, size * 2);
                    rates = Arrays.copyOf(rates, size * 2);
                }
                times[size] = csv.wholeNumber(TIME);
                if (size > 0 && times[size] <= times[size - 1]) {
                    throw csv.bad(TIME, "a time after " + times[size - 1] + ", the row before,");
                }
                rates[size] = rate(csv);
                size++;
            } while (csv.next());
            return new FundingSeries(symbol, Arrays.copyOf(times, size), Arrays.copyOf(rates, size));
        }
    }

    /// Adding zero turns -0.0 into 0.0, which is how SQLite gives it back.
    private static double rate(CsvTable csv) {
        double value = csv.decimal(RATE);
        if (Double.isFinite(value)) {
            return value + 0.0;
        }
        throw csv.bad(RATE, "a finite rate");
    }
}
