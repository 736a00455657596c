package aiquant.kernel.decision;

import aiquant.kernel.market.Symbol;
import java.util.List;

/// Why one bar of one symbol was traded or not.
///
/// @param signal   `BUY`, `SELL` or `NEUTRAL`, before transforms
/// @param outcome  what became of it: `candidate`, `order`, `blocked: …`, `no signal`
/// @param checks   every gate with its value and threshold, in order
public record DecisionTrace(
        long timeMs, Symbol symbol, String signal, String confidence, String outcome, List<Check> checks) {

    public DecisionTrace {
        checks = List.copyOf(checks);
    }

    /// One gate: the value that was compared, with what, and whether it let the signal pass.
    public record Check(String name, double value, double threshold, boolean passed) {}

    /// The name of the first gate that blocks, or nothing.
    public String blocking() {
        return checks.stream()
                .filter(check -> !check.passed())
                .map(Check::name)
                .findFirst()
                .orElse("");
    }
}
