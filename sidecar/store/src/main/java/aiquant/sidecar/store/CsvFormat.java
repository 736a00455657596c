package aiquant.sidecar.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of market data file, told apart by their first line.
enum CsvFormat {
    CANDLES("symbol,interval,t_open_ms,open,high,low,close,volume"),
    FUNDING("symbol,t_ms,funding_rate");

    private final String header;

    CsvFormat(String header) {
        this.header = header;
    }

    List<String> columns() {
        return List.of(header.split(","));
    }

    static Optional<CsvFormat> ofHeader(String line) {
        return Arrays.stream(values())
                .filter(format -> format.header.equals(line))
                .findFirst();
    }

    static String headers() {
        return Arrays.stream(values()).map(format -> "'" + format.header + "'").collect(Collectors.joining(" or "));
    }
}
