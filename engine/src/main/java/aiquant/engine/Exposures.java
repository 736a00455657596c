package aiquant.engine;

import aiquant.engine.risk.RiskGate;
import aiquant.engine.risk.RiskWindows;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Position;
import aiquant.kernel.rule.RuleParams;
import java.util.Optional;

/// Adds the books up to what the risk gate looks at.
final class Exposures {

    private Exposures() {}

    /// @param marketMs market time, for the entry rate
    static RiskGate.Exposure of(Book book, RiskWindows windows, RuleParams rules, long marketMs) {
        KernelState state = book.state();
        double notional = 0.0;
        double heat = 0.0;
        for (Symbol symbol : state.symbols()) {
            Optional<Position> position = state.position(symbol);
            if (position.isPresent()) {
                Position open = position.get();
                double stop = Levels.of(open, rules).nearest(open.side);
                notional += open.size * state.mark(symbol);
                heat += open.size * Math.max(0.0, open.side * (open.entry - stop));
            }
        }
        return new RiskGate.Exposure(
                book.killSwitch().level(),
                state.equity(),
                state.openPositions(),
                notional,
                state.margin(),
                heat,
                windows.entriesInMinute(marketMs),
                windows.dayLossUsd(),
                windows.drawdownPct());
    }
}
