package aiquant.headless;

import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.simulator.MarketGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Generated candles as the CSV files a person would bring.
final class CandleFolder {
    static final String HEADER = "symbol,interval,t_open_ms,open,high,low,close,volume\n";
    private static final long START_MS = 1_735_689_600_000L; // 2025-01-01

    private CandleFolder() {}

    /// One file with hourly bars for each of the given symbols.
    static Path write(Path folder, List<String> symbols, int bars) throws IOException {
        Files.createDirectories(folder);
        List<Symbol> listed = symbols.stream().map(Symbol::new).toList();
        for (CandleSeries series : new MarketGenerator(7, listed, START_MS, Interval.H1).history(bars)) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = 0; i < series.size(); i++) {
                text.append(series.symbol()).append(",1h,").append(series.openTimeMs()[i]);
                text.append(',').append(series.open()[i]).append(',').append(series.high()[i]);
                text.append(',').append(series.low()[i]).append(',').append(series.close()[i]);
                text.append(',').append(series.volume()[i]).append('\n');
            }
            Files.writeString(folder.resolve(series.symbol() + ".csv"), text);
        }
        return folder;
    }
}
