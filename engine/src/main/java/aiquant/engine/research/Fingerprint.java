package aiquant.engine.research;

import aiquant.config.ConfigId;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.StrategyParams;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Names the parameters of a run over many symbols: equal for equal parameters, whatever file they come from.
final class Fingerprint {

    private Fingerprint() {}

    /// Without parameters of single symbols, the common configuration's own fingerprint.
    static String of(StrategyParams common, Map<Symbol, StrategyParams> own) {
        String fingerprint = ConfigId.of(common).fingerprint();
        if (own.isEmpty()) {
            return fingerprint;
        }
        StringBuilder all = new StringBuilder(fingerprint);
        new TreeMap<>(own)
                .forEach((symbol, params) -> all.append(' ')
                        .append(symbol.name())
                        .append(' ')
                        .append(ConfigId.of(params).fingerprint()));
        return Hashes.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
