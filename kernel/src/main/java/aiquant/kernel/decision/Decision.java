package aiquant.kernel.decision;

import java.util.List;
import java.util.Optional;

/// The kernel's answer to one event: what to do, why, and what to remember. It never carries positions or cash.
public record Decision(List<Intent> intents, Optional<DecisionTrace> trace, Memory memory) {

    public Decision {
        intents = List.copyOf(intents);
    }
}
