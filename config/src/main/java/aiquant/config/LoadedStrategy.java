package aiquant.config;

import aiquant.kernel.strategy.StrategyParams;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A complete, checked strategy configuration.
///
/// @param origins who set each value, by dotted path (`trade.sl_atr_mult`), in document order
/// @param notices sentences for a person, each starting with `note:` or `warning:`
/// @param id      equal for equal parameters, whatever file they come from
public record LoadedStrategy(StrategyParams params, Map<String, Origin> origins, List<String> notices, ConfigId id) {

    public LoadedStrategy {
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        notices = List.copyOf(notices);
    }
}
