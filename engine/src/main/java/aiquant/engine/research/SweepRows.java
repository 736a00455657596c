package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestReport;
import aiquant.kernel.backtest.BacktestSummary;
import aiquant.kernel.sweep.ParameterSpace;
import aiquant.kernel.sweep.TrialResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns results into lines of the output. Full rows need the trial's report, so the trial is run once more; it must
/// come to the same figures.
final class SweepRows {
    private final SweepRequest.OutputMode mode;
    private final ParameterSpace space;
    private final CpuSweepRunner runner;
    private final List<OverrideCheck> checks;

    SweepRows(SweepRequest.OutputMode mode, ParameterSpace space, CpuSweepRunner runner, List<OverrideCheck> checks) {
        this.mode = mode;
        this.space = space;
        this.runner = runner;
        this.checks = List.copyOf(checks);
    }

    static String configId(long index) {
        return String.format(Locale.ROOT, "sweep_%04d", index);
    }

    /// One line per result, without line ends.
    List<String> lines(List<TrialResult> results) throws IOException {
        List<String> lines = new ArrayList<>(results.size());
        if (mode == SweepRequest.OutputMode.CANDIDATE) {
            for (TrialResult result : results) {
                lines.add(fields(result).candidate(configId(result.trial().index()), result.summary()));
            }
            return lines;
        }
        List<BacktestReport> reports =
                runner.reports(results.stream().map(TrialResult::trial).toList());
        for (int i = 0; i < results.size(); i++) {
            TrialResult result = results.get(i);
            String id = configId(result.trial().index());
            check(id, result.summary(), reports.get(i));
            String fingerprint = Fingerprint.of(space.params(result.trial()), space.own(result.trial()));
            lines.add(ReportJson.row(reports.get(i), id, fingerprint, fields(result)));
        }
        return lines;
    }

    private RowFields fields(TrialResult result) {
        return new RowFields(mode.name().toLowerCase(Locale.ROOT), space.overrides(result.trial()), checks);
    }

    private static void check(String id, BacktestSummary summary, BacktestReport report) {
        if (Double.doubleToLongBits(summary.finalBalance()) != Double.doubleToLongBits(report.finalBalance())
                || Double.doubleToLongBits(summary.maxDrawdownPct()) != Double.doubleToLongBits(report.maxDrawdownPct())
                || summary.totalTrades() != report.totalTrades()) {
            throw new IllegalStateException(id + " does not come to the same figures again: balance "
                    + summary.finalBalance() + " and " + report.finalBalance() + ", trades " + summary.totalTrades()
                    + " and " + report.totalTrades());
        }
    }
}
