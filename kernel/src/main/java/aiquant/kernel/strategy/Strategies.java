package aiquant.kernel.strategy;

import aiquant.kernel.market.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The strategy of a run over many symbols, and those of symbols that have parameters of their own.
///
/// What belongs to the book as a whole is the common strategy's for every symbol: intervals, behaviours and
/// [#BOOK_LIMITS].
///
/// @param own by symbol; symbols not named follow `common`
public record Strategies(CompiledStrategy common, Map<Symbol, CompiledStrategy> own) {

    /// Limits on all positions together, by path.
    public static final List<String> BOOK_LIMITS =
            List.of("trade.max_open_positions", "trade.max_entry_orders_per_loop", "trade.max_total_margin_pct");

    public Strategies {
        own = Map.copyOf(own);
    }

    /// One strategy for all symbols.
    public static Strategies of(CompiledStrategy common) {
        return new Strategies(common, Map.of());
    }

    /// Checks and compiles.
    ///
    /// @param profile overrides the profile the parameters name
    /// @throws IllegalArgumentException if values contradict each other or a profile names unknown behaviours
    public static Strategies of(StrategyParams common, Map<Symbol, StrategyParams> own, Optional<String> profile) {
        Map<Symbol, CompiledStrategy> compiled = new LinkedHashMap<>();
        own.forEach((symbol, params) -> compiled.put(symbol, compile(symbol, inBookOf(common, params), profile)));
        return new Strategies(CompiledStrategy.of(common, profile), compiled);
    }

    /// The same once `change` was made to the common parameters and to each symbol's.
    public static Strategies changed(
            StrategyParams common, Map<Symbol, StrategyParams> own, UnaryOperator<StrategyParams> change) {
        Map<Symbol, StrategyParams> changed = new LinkedHashMap<>();
        own.forEach((symbol, params) -> changed.put(symbol, change.apply(params)));
        return of(change.apply(common), changed, Optional.empty());
    }

    private static CompiledStrategy compile(Symbol symbol, StrategyParams params, Optional<String> profile) {
        try {
            return CompiledStrategy.of(params, profile);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(symbol + ": " + e.getMessage(), e);
        }
    }

    /// A symbol's parameters with what belongs to the whole book taken from the common ones.
    public static StrategyParams inBookOf(StrategyParams common, StrategyParams own) {
        StrategyParams params =
                own.withEngine(common.engine()).withRuntime(common.runtime()).withPipeline(common.pipeline());
        for (String path : BOOK_LIMITS) {
            params = params.with(path, Parameters.read(common, path));
        }
        return params;
    }

    public CompiledStrategy of(Symbol symbol) {
        return own.getOrDefault(symbol, common);
    }
}
