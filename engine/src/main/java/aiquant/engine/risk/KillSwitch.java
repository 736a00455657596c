package aiquant.engine.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The strongest of independent latched causes decides how much the strategy may do.
///
/// Setting a cause never weakens another; lifting is per cause. A fold of the ledger; engine thread only.
public final class KillSwitch {

    /// The origin that only a change of the environment and a restart can lift.
    public static final String ENVIRONMENT = "environment";

    private final Map<String, Cause> causes = new LinkedHashMap<>();

    /// @param origin who set it: `operator`, `breach`, `environment`, `loop`, …
    public record Cause(String origin, KillLevel level, long sinceMs, String reason) {}

    /// Sets, strengthens or, with `ACTIVE`, lifts the cause of this origin. A weaker level never replaces a stronger.
    public void change(String origin, KillLevel level, long atMs, String reason) {
        if (level == KillLevel.ACTIVE) {
            causes.remove(origin);
            return;
        }
        Cause present = causes.get(origin);
        if (present == null || level.compareTo(present.level()) > 0) {
            causes.put(origin, new Cause(origin, level, atMs, reason));
        }
    }

    public KillLevel level() {
        return causes.values().stream()
                .map(Cause::level)
                .max(KillLevel::compareTo)
                .orElse(KillLevel.ACTIVE);
    }

    /// What holds the level where it is, oldest first.
    public List<Cause> causes() {
        return new ArrayList<>(causes.values());
    }
}
