package aiquant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aiquant.config.RiskLimits;
import aiquant.engine.fact.Fact;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.CandleSeries;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.sidecar.store.CandleQuery;
import aiquant.sidecar.store.CandleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PaperEqualsBacktestTest {
    private static final int LOOKBACK = 200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 4711})
    void tradesTheGeneratedMarketExactlyAsTheBacktestDoes(long seed) throws InterruptedException {
        List<CandleSeries> candles = Markets.generated(seed, 900);

        int trades = assertEqualTrades(lively(), candles);

        assertThat(trades).as("trades of seed %d", seed).isGreaterThan(20);
    }

    @Test
    void tradesTheRecordedMarketExactlyAsTheBacktestDoes() throws InterruptedException {
        Path data = Path.of(System.getProperty("aiquant.shared", "shared"), "data/candles/hyperliquid/1h");
        assumeTrue(Files.exists(data), "skipped: no recorded candles at " + data);
        List<CandleSeries> candles = CandleReader.read(CandleQuery.of(List.of(data.toString()), Interval.H1))
                .series();

        int trades = assertEqualTrades(StrategyParams.defaults(), candles);

        assertThat(trades).isGreaterThan(1_500);
    }

    /// Entries from medium confidence on, partial targets and adds: every kind of order occurs.
    private static StrategyParams lively() {
        return StrategyParams.defaults()
                .with("trade.entry_min_confidence", 0)
                .with("trade.tp_partial_atr_mult", 1.0)
                .with("thresholds.entry.enable_pullback_entries", 1);
    }

    private int assertEqualTrades(StrategyParams params, List<CandleSeries> candles) throws InterruptedException {
        List<TradeRecord> expected = Backtest.run(BacktestInput.of(params, candles, 10_000, LOOKBACK)).trades().stream()
                .filter(trade -> trade.reasonCode() != ReasonCode.EXIT_END_OF_BACKTEST)
                .toList();

        try (EngineRun run = new EngineRun(folder, params, candles, LOOKBACK, RiskLimits.OFF).runToEnd()) {
            Map<String, String> reasons = new TreeMap<>();
            run.facts(Fact.OrderCreated.class)
                    .forEach(created -> reasons.put(
                            created.order().clientOrderId(),
                            created.order().intent().reason()));
            List<Fact.FillBooked> fills = run.facts(Fact.FillBooked.class);
            for (int i = 0; i < Math.min(fills.size(), expected.size()); i++) {
                assertThat(describe(fills.get(i), reasons)).as("trade %d", i).isEqualTo(describe(expected.get(i)));
            }
            assertThat(fills).hasSize(expected.size());
            assertThat(run.engine.book().portfolio().equity(run.engine.book().state()::mark))
                    .isCloseTo(run.engine.book().state().equity(), within(1e-6));
        }
        return expected.size();
    }

    private static String describe(Fact.FillBooked fill, Map<String, String> reasons) {
        return fill.timeMs() + " " + fill.symbol() + " " + fill.action() + " "
                + fill.price().toDouble() + " pnl " + fill.pnl().toDouble() + " fee "
                + fill.fee().toDouble() + " balance " + fill.balance().toDouble() + " "
                + reasons.get(fill.clientOrderId());
    }

    private static String describe(TradeRecord trade) {
        return trade.timeMs() + " " + trade.symbol() + " " + trade.action() + " " + trade.price() + " pnl "
                + (trade.pnl() == 0.0 ? 0.0 : trade.pnl()) + " fee " + trade.fee() + " balance " + trade.balance() + " "
                + trade.reason();
    }
}
