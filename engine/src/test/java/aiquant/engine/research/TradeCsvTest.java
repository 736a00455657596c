package aiquant.engine.research;

import static aiquant.engine.research.Samples.BTC;
import static aiquant.engine.research.Samples.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.InitialState.OpenPosition;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeCsvTest {

    private static final Symbol ETH = new Symbol("ETH");

    /// Lows 95 90 98 70, highs 105 104 125 200 at times 1000 to 4000.
    private static final CandleSeries CANDLES = new CandleSeries(
            BTC,
            Interval.M1,
            new long[] {1_000, 2_000, 3_000, 4_000},
            new double[] {100, 100, 100, 100},
            new double[] {105, 104, 125, 200},
            new double[] {95, 90, 98, 70},
            new double[] {100, 100, 100, 100},
            new double[] {1, 1, 1, 1});

    @Test
    void measuresALongFromItsEntryBarToItsExitBar() {
        List<String> lines = lines(
                trade(1_000, BTC, "OPEN_LONG", 100, 2, 0, "Medium entry"),
                trade(3_000, BTC, "CLOSE_LONG", 110, 2, 20, "Take Profit"));

        // Lowest 90, highest 125; the bar at 4000 is over.
        assertThat(lines)
                .containsExactly(
                        "trade_id,position_id,entry_ts_ms,exit_ts_ms,symbol,side,entry_price,exit_price,exit_size,"
                                + "pnl_usd,fee_usd,mae_pct,mfe_pct,reason_code,reason",
                        "1:1,1,1000,3000,BTC,LONG,100.00000000,110.00000000,2.00000000,20.00000000,0.50000000,"
                                + "-0.10000000,0.25000000,exit_take_profit,Take Profit");
    }

    @Test
    void mirrorsAShort() {
        List<String> lines = lines(
                trade(2_000, BTC, "OPEN_SHORT", 100, 1, 0, "High entry"),
                trade(3_000, BTC, "CLOSE_SHORT", 99, 1, 1, "Trailing Stop"));

        assertThat(lines.get(1)).contains(",SHORT,").contains(",-0.25000000,0.10000000,exit_trailing_stop,");
    }

    @Test
    void numbersPartialsOfAPositionAndKeepsTheFirstEntryPriceThroughAdds() {
        List<String> lines = lines(
                trade(1_000, BTC, "OPEN_LONG", 100, 2, 0, "Medium entry"),
                trade(2_000, BTC, "ADD_LONG", 104, 1, 0, "Pyramid #1"),
                trade(2_000, BTC, "REDUCE_LONG", 110, 1.5, 10, "Take Profit"),
                trade(2_500, BTC, "FUNDING", 110, 1.5, -0.1, "Funding"),
                trade(3_000, BTC, "CLOSE_LONG", 111, 1.5, 10, "Trailing Stop"),
                trade(4_000, BTC, "OPEN_SHORT", 120, 1, 0, "Medium entry"),
                trade(4_000, BTC, "CLOSE_SHORT", 120, 1, 0, "End of Backtest"));

        assertThat(lines.subList(1, 4))
                .extracting(line -> line.substring(0, 4))
                .containsExactly("1:1,", "1:2,", "2:1,");
        assertThat(lines.get(2)).contains(",100.00000000,111.00000000,1.50000000,");
    }

    @Test
    void numbersInitialPositionsFirstAndBySymbol() {
        List<String> lines = TradeCsv.lines(
                Samples.of(List.of(
                        trade(2_000, BTC, "CLOSE_LONG", 110, 1, 10, "Signal Flip"),
                        trade(2_000, BTC, "OPEN_SHORT", 110, 1, 0, "High entry"),
                        trade(3_000, ETH, "CLOSE_SHORT", 10, 1, -1, "Stop Loss"),
                        trade(3_000, BTC, "CLOSE_SHORT", 100, 1, 10, "Take Profit"))),
                List.of(CANDLES),
                List.of(position(ETH, false, 9, 500), position(BTC, true, 100, 1_500)));

        assertThat(lines.get(1)).startsWith("1:1,1,1500,2000,BTC,LONG,");
        assertThat(lines.get(2)).startsWith("3:1,3,2000,3000,BTC,SHORT,");
        // No candles of ETH: nothing better or worse than the entry is known.
        assertThat(lines.get(3))
                .startsWith("2:1,2,500,3000,ETH,SHORT,")
                .contains(",0.00000000,0.00000000,exit_stop_loss");
    }

    @Test
    void ordersByExitTimeThenSymbol() {
        List<String> lines = lines(
                trade(1_000, ETH, "OPEN_LONG", 10, 1, 0, "High entry"),
                trade(1_000, BTC, "OPEN_LONG", 100, 1, 0, "High entry"),
                trade(4_000, ETH, "CLOSE_LONG", 10, 1, 0, "Stop Loss"),
                trade(2_000, BTC, "REDUCE_LONG", 100, 1, 0, "Take Profit"),
                trade(4_000, BTC, "CLOSE_LONG", 100, 1, 0, "Stop Loss"));

        assertThat(lines.subList(1, 4)).extracting(line -> line.substring(0, 3)).containsExactly("2:1", "2:2", "1:1");
    }

    @Test
    void roundsTheExactBinaryValueHalfToEven() {
        // 2^-9 is exactly 0.001953125, a tie at eight decimals.
        assertThat(Figures.fixed(0x1p-9, 8)).isEqualTo("0.00195312");
        assertThat(Figures.fixed(3 * 0x1p-9, 8)).isEqualTo("0.00585938");
        assertThat(Figures.fixed(98_765_432.1, 8)).isEqualTo("98765432.09999999");
        assertThat(Figures.fixed(-1e-13, 8)).isEqualTo("0.00000000");
    }

    @Test
    void quotesTextThatWouldBreakTheRow() {
        List<String> lines = lines(
                trade(1_000, BTC, "OPEN_LONG", 100, 1, 0, "High entry"),
                trade(2_000, BTC, "CLOSE_LONG", 100, 1, 0, "MMDE, \"3 bars\""));

        assertThat(lines.get(1)).endsWith(",exit_filter,\"MMDE, \"\"3 bars\"\"\"");
    }

    @Test
    void refusesAnExitOutOfNowhere() {
        assertThatThrownBy(() -> lines(trade(2_000, BTC, "CLOSE_LONG", 100, 1, 0, "Stop Loss")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CLOSE_LONG of BTC at 2000");
    }

    @Test
    void endsEveryLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trades.csv");

        TradeCsv.write(Samples.small(2.5), List.of(CANDLES), List.of(), file);

        assertThat(Files.readString(file)).endsWith("Take Profit (2.00 ATR)\n").hasLineCount(2);
    }

    private static List<String> lines(TradeRecord... trades) {
        return TradeCsv.lines(Samples.of(List.of(trades)), List.of(CANDLES), List.of());
    }

    private static OpenPosition position(Symbol symbol, boolean isLong, double price, long openTimeMs) {
        return new OpenPosition(
                symbol,
                isLong,
                1,
                price,
                1,
                Confidence.MEDIUM,
                3,
                30,
                OptionalDouble.empty(),
                0,
                false,
                openTimeMs,
                openTimeMs,
                0);
    }
}
