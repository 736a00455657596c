package aiquant.kernel.strategy;

import java.util.List;
import java.util.Map;

/// Named behaviour profiles: the `pipeline` section.
public record Pipeline(String defaultProfile, Map<String, Profile> profiles) {

    public static final Pipeline DEFAULTS = new Pipeline("production", Map.of());

    public Pipeline {
        profiles = Map.copyOf(profiles);
    }

    /// One profile: live stages (kept for reading, no effect on decisions) and behaviours by group name.
    public record Profile(
            String ranker,
            List<String> stageOrder,
            List<String> enabledStages,
            List<String> disabledStages,
            Map<String, Behaviours> behaviours) {

        public Profile {
            stageOrder = List.copyOf(stageOrder);
            enabledStages = List.copyOf(enabledStages);
            disabledStages = List.copyOf(disabledStages);
            behaviours = Map.copyOf(behaviours);
        }
    }

    /// Order and selection of one group; an empty list means "as the profile has it".
    public record Behaviours(List<String> order, List<String> enabled, List<String> disabled) {

        public Behaviours {
            order = List.copyOf(order);
            enabled = List.copyOf(enabled);
            disabled = List.copyOf(disabled);
        }
    }
}
