package aiquant.engine.research;

import aiquant.config.ConfigSearch;
import aiquant.config.Environment;
import aiquant.config.LoadedStrategy;
import aiquant.config.Selection;
import aiquant.kernel.indicator.IndicatorBank;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What every indicator of one symbol says at each of its stored bars, as CSV.
///
/// One row per bar in time order, from the first one on; nothing is left out while indicators warm up. The symbol's
/// section of the strategy file applies.
///
/// @param notices sentences of the strategy file for a person
public record IndicatorDump(CandleSeries candles, StrategyParams params, List<String> notices) {

    private static final String HEADER = "t,close,ema_slow,ema_fast,ema_macro,adx,adx_slope,adx_pos,adx_neg,"
            + "bb_upper,bb_lower,bb_width,atr,rsi,macd_hist,stoch_rsi_k,stoch_rsi_d,vol_sma,vol_trend";
    private static final int PRICE = 8;
    private static final int WIDTH = 6;
    private static final int POINTS = 4;

    public IndicatorDump {
        notices = List.copyOf(notices);
    }

    /// Finds configuration and candles.
    ///
    /// @param files  candle databases, CSV files or folders; empty means the data folder's database
    /// @param symbol exactly as stored, else ignoring case
    /// @throws IllegalArgumentException if the symbol has no name
    public static IndicatorDump of(
            Optional<Path> config, Selection selection, List<String> files, String symbol, Environment environment) {
        ConfigSearch search = ConfigSearch.strategy(config, environment);
        Symbol asked = new Symbol(symbol.strip());
        LoadedStrategy loaded = search.loadStrategy(selection.forSymbol(asked));
        Interval interval = Interval.of(loaded.params().engine().interval());
        List<String> named = files.isEmpty()
                ? List.of(environment
                        .dataFolder()
                        .resolve("candles_dbs", "candles_" + interval + ".db")
                        .toString())
                : files;
        CandleSeries series = CandleReader.read(CandleQuery.of(named, interval).only(asked.name()))
                .series()
                .getFirst();
        if (!series.symbol().equals(asked)) {
            loaded = search.loadStrategy(selection.forSymbol(series.symbol()));
            if (!loaded.params().engine().interval().equals(interval.text())) {
                throw new IllegalArgumentException("--symbol " + asked + ": the section of " + series.symbol()
                        + " sets engine.interval; write --symbol " + series.symbol());
            }
        }
        return new IndicatorDump(series, loaded.params(), loaded.notices());
    }

    /// Replaces the file in one step.
    public void write(Path file) throws IOException {
        ReportFile.write(file, this::write);
    }

    public void write(Writer writer) throws IOException {
        writer.write(HEADER);
        writer.write('\n');
        IndicatorBank bank = new IndicatorBank(params);
        for (int i = 0; i < candles.size(); i++) {
            bank.update(candles.candle(i));
            writer.write(row(bank.latest()));
            writer.write('\n');
        }
        writer.flush();
    }

    private static String row(IndicatorSnapshot s) {
        return String.join(
                ",",
                Long.toString(s.timeMs),
                Figures.signedFixed(s.close, PRICE),
                Figures.signedFixed(s.emaSlow, PRICE),
                Figures.signedFixed(s.emaFast, PRICE),
                Figures.signedFixed(s.emaMacro, PRICE),
                Figures.signedFixed(s.adx, POINTS),
                Figures.signedFixed(s.adxSlope, POINTS),
                Figures.signedFixed(s.adxPos, POINTS),
                Figures.signedFixed(s.adxNeg, POINTS),
                Figures.signedFixed(s.bbUpper, PRICE),
                Figures.signedFixed(s.bbLower, PRICE),
                Figures.signedFixed(s.bbWidth, WIDTH),
                Figures.signedFixed(s.atr, PRICE),
                Figures.signedFixed(s.rsi, POINTS),
                Figures.signedFixed(s.macdHist, PRICE),
                Figures.signedFixed(s.stochK, POINTS),
                Figures.signedFixed(s.stochD, POINTS),
                Figures.signedFixed(s.volumeSma, POINTS),
                s.volumeTrend ? "1" : "0");
    }
}
