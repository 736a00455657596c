package aiquant.kernel.sweep;

import aiquant.kernel.backtest.BacktestSummary;
import java.util.Map;
import java.util.TreeMap;

/// Another machine came to other figures than the JVM: nothing of the sweep can be trusted.
public final class ResultsDiffer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Trial trial;
    private final transient BacktestSummary expected;
    private final transient BacktestSummary actual;
    private final transient Map<String, String> circumstances;

    /// @param expected      what the JVM comes to
    /// @param circumstances what the other machine was, by name: card, driver, code
    public ResultsDiffer(
            Trial trial, BacktestSummary expected, BacktestSummary actual, Map<String, String> circumstances) {
        super("trial " + trial.index() + " came to " + actual + " where the JVM comes to " + expected);
        this.trial = trial;
        this.expected = expected;
        this.actual = actual;
        this.circumstances = new TreeMap<>(circumstances);
    }

    public Trial trial() {
        return trial;
    }

    public BacktestSummary expected() {
        return expected;
    }

    public BacktestSummary actual() {
        return actual;
    }

    public Map<String, String> circumstances() {
        return circumstances;
    }
}
