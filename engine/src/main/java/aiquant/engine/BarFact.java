package aiquant.engine;

import aiquant.engine.fact.Fact;
import aiquant.kernel.decision.Decision;
import aiquant.kernel.decision.KernelEvent;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.decision.Memory.EntryCandidate;
import aiquant.kernel.market.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What of a bar's decision goes into the ledger: orders, a candidate, a moved trail, and why, where there was a
/// signal.
final class BarFact {

    private BarFact() {}

    /// The fact, or nothing where deciding the bar again after a crash would change nothing.
    ///
    /// @param before the state the decision was made from
    static Optional<Fact.DecisionMade> of(
            KernelEvent.BarClosed bar, Decision decision, KernelState before, Interval interval) {
        Optional<EntryCandidate> added = added(decision, before);
        OptionalDouble trailing = movedTrail(bar, decision, before);
        boolean hasSignal =
                decision.trace().map(trace -> !trace.signal().equals("NEUTRAL")).orElse(false);
        if (decision.intents().isEmpty() && added.isEmpty() && trailing.isEmpty() && !hasSignal) {
            return Optional.empty();
        }
        return Optional.of(new Fact.DecisionMade(
                bar.id(interval),
                bar.timeMs(),
                Optional.of(bar.symbol()),
                decision.intents(),
                trailing,
                added,
                hasSignal ? decision.trace() : Optional.empty()));
    }

    private static Optional<EntryCandidate> added(Decision decision, KernelState before) {
        List<EntryCandidate> after = decision.memory().candidates();
        return after.size() > before.candidates().size() ? Optional.of(after.getLast()) : Optional.empty();
    }

    private static OptionalDouble movedTrail(KernelEvent.BarClosed bar, Decision decision, KernelState before) {
        OptionalDouble trailing = decision.memory().trailing();
        boolean isMoved = trailing.isPresent()
                && before.position(bar.symbol())
                        .map(position -> !position.hasTrailing || position.trailing != trailing.getAsDouble())
                        .orElse(false);
        return isMoved ? trailing : OptionalDouble.empty();
    }
}
