package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestResult;
import aiquant.kernel.backtest.InitialState.OpenPosition;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Symbol;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every exit of a replay as one CSV row, with what its position went through in between.
///
/// The worst and the best move of a position (MAE, MFE) are fractions of its first entry price, taken from the main
/// candles that open between entry and exit, both included. A fill inside a bar does not count what that bar did
/// before.
public final class TradeCsv {

    private static final String HEADER =
            "trade_id,position_id,entry_ts_ms,exit_ts_ms,symbol,side,entry_price,exit_price,"
                    + "exit_size,pnl_usd,fee_usd,mae_pct,mfe_pct,reason_code,reason";
    private static final int DECIMALS = 8;

    private final Map<Symbol, CandleSeries> candles;
    private final Map<Symbol, Holding> holdings = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int positions;

    private TradeCsv(List<CandleSeries> candles) {
        this.candles = candles.stream().collect(Collectors.toMap(CandleSeries::symbol, Function.identity()));
    }

    /// Replaces the file in one step.
    ///
    /// @param candles the main candles of the run
    /// @param initial positions the run started with
    public static void write(BacktestResult result, List<CandleSeries> candles, List<OpenPosition> initial, Path file)
            throws IOException {
        List<String> lines = lines(result, candles, initial);
        ReportFile.write(file, writer -> print(lines, writer));
    }

    /// The header and one line per exit, ordered by exit time, symbol and trade id.
    static List<String> lines(BacktestResult result, List<CandleSeries> candles, List<OpenPosition> initial) {
        TradeCsv csv = new TradeCsv(candles);
        initial.stream().sorted(Comparator.comparing(OpenPosition::symbol)).forEach(csv::hold);
        result.trades().forEach(csv::follow);
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        csv.rows.stream()
                .sorted(Comparator.comparingLong(Row::exitMs)
                        .thenComparing(Row::symbol)
                        .thenComparing(Row::tradeId))
                .map(Row::text)
                .forEach(lines::add);
        return lines;
    }

    private static void print(List<String> lines, Writer writer) throws IOException {
        for (String line : lines) {
            writer.write(line);
            writer.write('\n');
        }
    }

    private record Holding(int id, long entryMs, double entryPrice, boolean isLong, int exits) {
        Holding afterExit() {
            return new Holding(id, entryMs, entryPrice, isLong, exits + 1);
        }
    }

    private record Row(long exitMs, Symbol symbol, String tradeId, String text) {}

    private void hold(OpenPosition position) {
        holdings.put(
                position.symbol(),
                new Holding(++positions, position.openTimeMs(), position.entryPrice(), position.isLong(), 0));
    }

    private void follow(TradeRecord trade) {
        if (trade.action().startsWith("OPEN_")) {
            boolean isLong = trade.action().endsWith("LONG");
            holdings.put(trade.symbol(), new Holding(++positions, trade.timeMs(), trade.price(), isLong, 0));
        } else if (trade.isExit()) {
            exit(trade);
        }
    }

    private void exit(TradeRecord trade) {
        Holding before = holdings.get(trade.symbol());
        if (before == null) {
            throw new IllegalStateException(
                    trade.action() + " of " + trade.symbol() + " at " + trade.timeMs() + " closes no open position");
        }
        Holding holding = before.afterExit();
        if (trade.action().startsWith("CLOSE")) {
            holdings.remove(trade.symbol());
        } else {
            holdings.put(trade.symbol(), holding);
        }
        String tradeId = holding.id() + ":" + holding.exits();
        rows.add(new Row(trade.timeMs(), trade.symbol(), tradeId, text(tradeId, holding, trade)));
    }

    private String text(String tradeId, Holding holding, TradeRecord exit) {
        Excursion excursion = excursion(holding, exit);
        return String.join(
                ",",
                tradeId,
                Integer.toString(holding.id()),
                Long.toString(holding.entryMs()),
                Long.toString(exit.timeMs()),
                quoted(exit.symbol().name()),
                holding.isLong() ? "LONG" : "SHORT",
                number(holding.entryPrice()),
                number(exit.price()),
                number(exit.size()),
                number(exit.pnl()),
                number(exit.fee()),
                number(excursion.worst()),
                number(excursion.best()),
                exit.reasonCode().text(),
                quoted(exit.reason()));
    }

    private record Excursion(double worst, double best) {}

    private Excursion excursion(Holding holding, TradeRecord exit) {
        double entry = holding.entryPrice();
        double low = entry;
        double high = entry;
        CandleSeries series = candles.get(exit.symbol());
        if (series != null) {
            for (int i = series.lowerBound(holding.entryMs());
                    i < series.size() && series.openTimeMs()[i] <= exit.timeMs();
                    i++) {
                low = Math.min(low, series.low()[i]);
                high = Math.max(high, series.high()[i]);
            }
        }
        return holding.isLong()
                ? new Excursion((low - entry) / entry, (high - entry) / entry)
                : new Excursion((entry - high) / entry, (entry - low) / entry);
    }

    private static String number(double value) {
        return Figures.signedFixed(value, DECIMALS);
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
