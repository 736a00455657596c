package aiquant.engine;

import aiquant.engine.EngineView.TradeRow;
import aiquant.engine.feed.Round;
import aiquant.kernel.decision.Decision;
import aiquant.kernel.decision.DecisionTrace;
import aiquant.kernel.decision.KernelEvent;
import aiquant.kernel.decision.KernelState;
import aiquant.kernel.market.Candle;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.RuleParams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What charts and the watchlist show of each symbol. Filled on the engine thread; [#history] may be read from any.
final class Charts {
    private final Map<Symbol, ChartHistory> histories;
    private final Map<Symbol, DecisionTrace> lastTrace = new HashMap<>();

    Charts(List<Symbol> symbols) {
        Map<Symbol, ChartHistory> map = new HashMap<>();
        symbols.forEach(symbol -> map.put(symbol, new ChartHistory()));
        histories = Map.copyOf(map);
    }

    void add(Symbol symbol, IndicatorSnapshot snapshot) {
        history(symbol).ifPresent(history -> history.add(snapshot));
    }

    void decided(Decision decision, KernelEvent.BarClosed bar) {
        decision.trace().ifPresent(trace -> lastTrace.put(bar.symbol(), trace));
    }

    void filled(TradeRow fill, long sequence) {
        if (fill.sequence() == sequence) {
            history(fill.symbol()).ifPresent(history -> history.addFill(fill));
        }
    }

    /// Brings back the fills of earlier runs.
    void restore(List<TradeRow> fills) {
        fills.forEach(fill -> history(fill.symbol()).ifPresent(history -> history.addFill(fill)));
    }

    /// Notes stops and targets of open positions at the end of a round.
    void levels(Round round, KernelState state, RuleParams rules) {
        for (Candle candle : round.candles()) {
            state.position(candle.symbol()).ifPresent(position -> {
                Levels levels = Levels.of(position, rules);
                history(candle.symbol())
                        .ifPresent(history -> history.levels(levels.stop(), levels.trailing(), levels.target()));
            });
        }
    }

    Optional<ChartHistory> history(Symbol symbol) {
        return Optional.ofNullable(histories.get(symbol));
    }

    Optional<DecisionTrace> lastTrace(Symbol symbol) {
        return Optional.ofNullable(lastTrace.get(symbol));
    }
}
