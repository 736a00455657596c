package aiquant.sidecar.store;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One market data CSV file, row by row: fields by position, errors by file, line and column.
///
/// The header is checked on opening. Fields are plain, without quotes. One thread.
final class CsvTable implements Closeable {

    private static final String INTERVALS =
            Arrays.stream(Interval.values()).map(Interval::text).collect(Collectors.joining(" "));
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_DIGITS = 18;

    private final Path file;
    private final CsvLines lines;
    private final CsvFormat format;
    private final int[] from;
    private final int[] to;

    private CsvTable(Path file, CsvLines lines, CsvFormat format) {
        this.file = file;
        this.lines = lines;
        this.format = format;
        this.from = new int[format.columns().size()];
        this.to = new int[format.columns().size()];
    }

    @SuppressWarnings("MustBeClosedChecker")
    static CsvTable open(Path file) {
        try {
            CsvLines lines = CsvLines.open(file);
            try {
                return new CsvTable(file, lines, format(file, lines));
            } catch (IOException | StoreException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            throw StoreException.of(file, e);
        }
    }

    /// What the file holds, by its header.
    static CsvFormat formatOf(Path file) {
        try (CsvTable csv = open(file)) {
            return csv.format;
        }
    }

    static CsvTable open(Path file, CsvFormat wanted) {
        CsvTable table = open(file);
        if (table.format == wanted) {
            return table;
        }
        table.close();
        throw new StoreException(file + ", line 1: expected the header '" + String.join(",", wanted.columns())
                + "' but found '" + String.join(",", table.format.columns()) + "'");
    }

    private static CsvFormat format(Path file, CsvLines lines) throws IOException {
        if (!lines.next()) {
            throw new StoreException(file + ": the file is empty; expected the header " + CsvFormat.headers());
        }
        String line = text(lines, lines.start(), lines.stop());
        return CsvFormat.ofHeader(line)
                .orElseThrow(() -> new StoreException(file + ", line 1: expected the header " + CsvFormat.headers()
                        + " but found '" + abbreviated(line) + "'"));
    }

    CsvFormat format() {
        return format;
    }

    /// Moves to the next row; false after the last one.
    ///
    /// @throws StoreException if the row has more or fewer fields than the header, or the file cannot be read
    boolean next() {
        try {
            if (!lines.next()) {
                return false;
            }
        } catch (IOException e) {
            throw new StoreException(
                    file + ", after line " + lines.number() + ": the file cannot be read further: " + e.getMessage());
        }
        split();
        return true;
    }

    /// Moves to the first row, which must be there.
    void first() {
        if (!next()) {
            throw new StoreException(file + ": the file has a header but no rows");
        }
    }

    private void split() {
        byte[] buffer = lines.buffer();
        int stop = lines.stop();
        int column = 0;
        int fieldStart = lines.start();
        for (int i = fieldStart; i < stop; i++) {
            if (buffer[i] == ',') {
                if (column < from.length) {
                    from[column] = fieldStart;
                    to[column] = i;
                }
                column++;
                fieldStart = i + 1;
            }
        }
        if (column != from.length - 1) {
            throw new StoreException(place() + ": expected " + from.length + " columns but found " + (column + 1)
                    + " in '" + abbreviated(text(lines, lines.start(), stop)) + "'");
        }
        from[column] = fieldStart;
        to[column] = stop;
    }

    Symbol symbol(int column) {
        String text = text(column);
        if (text.isBlank() || !text.strip().equals(text) || text.contains("\"")) {
            throw bad(column, "a name without quotes or outer spaces");
        }
        return new Symbol(text);
    }

    Interval interval(int column) {
        String text = text(column);
        return Arrays.stream(Interval.values())
                .filter(interval -> interval.text().equals(text))
                .findFirst()
                .orElseThrow(() -> bad(column, "an interval (" + INTERVALS + ")"));
    }

    /// A whole number of at most 18 digits.
    long wholeNumber(int column) {
        byte[] buffer = lines.buffer();
        int i = from[column];
        boolean negative = i < to[column] && buffer[i] == '-';
        if (negative) {
            i++;
        }
        if (i == to[column] || to[column] - i > MOST_DIGITS) {
            throw bad(column, "a whole number of milliseconds");
        }
        long value = 0;
        for (; i < to[column]; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                throw bad(column, "a whole number of milliseconds");
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    /// The decimal of the field, NaN if it is none, infinite if it is too large for a double.
    double decimal(int column) {
        return DecimalText.parse(lines.buffer(), from[column], to[column]);
    }

    boolean isSame(int column, byte[] expected) {
        return Arrays.equals(lines.buffer(), from[column], to[column], expected, 0, expected.length);
    }

    String text(int column) {
        return text(lines, from[column], to[column]);
    }

    StoreException bad(int column, String expected) {
        return new StoreException(place() + ", column " + format.columns().get(column) + ": expected " + expected
                + " but found '" + abbreviated(text(column)) + "'");
    }

    private String place() {
        return file + ", line " + lines.number();
    }

    private static String text(CsvLines lines, int from, int to) {
        return new String(lines.buffer(), from, to - from, StandardCharsets.UTF_8);
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw StoreException.of(file, e);
        }
    }
}
