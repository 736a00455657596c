package aiquant.engine;

import aiquant.kernel.strategy.StrategyParams;

/// A strategy that trades much: entries at any confidence, partial targets, adds, and no rest after an exit.
final class Lively {
    static final int LOOKBACK = 40;

    private Lively() {}

    static StrategyParams params() {
        return StrategyParams.defaults()
                .with("trade.entry_min_confidence", 0)
                .with("trade.tp_partial_atr_mult", 1.0)
                .with("trade.reentry_cooldown_minutes", 0)
                .with("trade.reentry_cooldown_min_mins", 0)
                .with("trade.reentry_cooldown_max_mins", 0)
                .with("trade.sl_atr_mult", 1.0)
                .with("filters.enable_ranging_filter", 0)
                .with("filters.enable_anomaly_filter", 0)
                .with("filters.enable_extension_filter", 0)
                .with("filters.require_adx_rising", 0)
                .with("filters.require_btc_alignment", 0)
                .with("filters.require_macro_alignment", 0)
                .with("thresholds.entry.min_adx", 10)
                .with("thresholds.entry.enable_pullback_entries", 1);
    }
}
