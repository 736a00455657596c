package aiquant.engine.research;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.config.Environment;
import aiquant.engine.research.SweepRequest.Method;
import aiquant.engine.research.SweepRequest.OutputMode;
import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.BacktestData;
import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.Parameters;
import aiquant.kernel.strategy.Parameters.Parameter;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.kernel.sweep.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each of the 142 values drawn at random: a sweep's figures are those of a replay, to the last bit.
class SweepEqualsReplayTest {

    @TempDir
    Path folder;

    @Test
    void comesToTheSameFiguresAsReplays() throws IOException {
        compare(1_000);
    }

    @Test
    @Tag("soak")
    void comesToTheSameFiguresAsTenThousandReplays() throws IOException {
        compare(10_000);
    }

    private void compare(int trials) throws IOException {
        SweepRuns runs = SweepRuns.in(folder);
        Files.writeString(runs.spec(), everything());
        SweepRequest request =
                SweepRuns.with(runs.request("r.jsonl"), new Method.Random(trials, 11), OutputMode.CANDIDATE, trials, 2);

        SweepOutcome outcome = SweepRuns.run(request);

        BacktestInput input = new ReplayJob(request.data(), new Environment(Map.of()))
                .prepare()
                .input();
        BacktestData data = new BacktestData(withLookback(input, 40));
        int trading = 0;
        assertThat(outcome.best()).hasSize(trials);
        for (TrialResult result : outcome.best()) {
            StrategyParams params = input.params();
            for (Map.Entry<String, Double> override :
                    outcome.overrides().apply(result).entrySet()) {
                params = params.with(override.getKey(), override.getValue());
            }
            BacktestReport report =
                    Backtest.run(data, CompiledStrategy.of(params)).report();
            assertSame(result.summary(), report);
            trading += report.totalTrades() > 0 ? 1 : 0;
        }
        assertThat(trading).isGreaterThan(trials / 10);
    }

    private static void assertSame(BacktestSummary summary, BacktestReport report) {
        assertThat(summary.finalBalance()).isEqualTo(report.finalBalance());
        assertThat(summary.totalPnl()).isEqualTo(report.totalPnl());
        assertThat(summary.totalTrades()).isEqualTo(report.totalTrades());
        assertThat(summary.totalWins()).isEqualTo(report.totalWins());
        assertThat(summary.totalLosses()).isEqualTo(report.totalLosses());
        assertThat(summary.winRate()).isEqualTo(report.winRate());
        assertThat(summary.profitFactor()).isEqualTo(report.profitFactor());
        assertThat(summary.sharpeRatio()).isEqualTo(report.sharpeRatio());
        assertThat(summary.maxDrawdownUsd()).isEqualTo(report.maxDrawdownUsd());
        assertThat(summary.maxDrawdownPct()).isEqualTo(report.maxDrawdownPct());
        assertThat(summary.totalFees()).isEqualTo(report.totalFees());
        assertThat(summary.totalSignals()).isEqualTo(report.totalSignals());
    }

    private static BacktestInput withLookback(BacktestInput input, int lookback) {
        return BacktestInput.of(input.params(), input.candles(), input.initialBalance(), lookback);
    }

    /// An axis for each sweepable value: what it is by default, and two values near it.
    private static String everything() {
        StringBuilder text = new StringBuilder("lookback: 40\naxes:\n");
        for (Parameter parameter : Parameters.all()) {
            if (!parameter.path().equals("indicators.ave_avg_atr_window")) {
                text.append("  - {path: ").append(parameter.path()).append(", values: [");
                text.append(values(parameter)).append("]}\n");
            }
        }
        return text.toString();
    }

    private static String values(Parameter parameter) {
        double usual = Parameters.read(StrategyParams.defaults(), parameter.path());
        if (parameter.type() == boolean.class) {
            return "0, 1";
        }
        if (parameter.type().isEnum()) {
            return "0, 1, 2";
        }
        if (parameter.unit().equals("bars")) {
            return "2, 7, 19";
        }
        return switch (parameter.key()) {
            case "adx_sizing_min_mult", "vol_scalar_min" -> "0.3, 0.6";
            case "vol_scalar_max" -> "0.7, 1.4";
            default -> usual == 0 ? "0, 0.5" : usual + ", " + usual * 0.6 + ", " + usual * 1.3;
        };
    }
}
