package aiquant.kernel.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One named piece of the strategy that a profile can switch off or move: a gate, an exit, a sizing step.
///
/// The declaration order is the canonical order within each group.
public enum Behaviour {
    GATE_RANGING_VOTE("gate.ranging_vote", Group.GATES),
    GATE_ANOMALY_FILTER("gate.anomaly_filter", Group.GATES),
    GATE_EXTENSION_FILTER("gate.extension_filter", Group.GATES),
    GATE_VOLUME_CONFIRMATION("gate.volume_confirmation", Group.GATES),
    GATE_ADX_RISING("gate.adx_rising", Group.GATES),
    GATE_ADX_FLOOR("gate.adx_floor", Group.GATES),
    GATE_ADX_FLOOR_TMC_CAP("gate.adx_floor.tmc_cap", Group.GATES),
    GATE_ADX_FLOOR_AVE_MULTIPLIER("gate.adx_floor.ave_multiplier", Group.GATES),
    GATE_ALIGNMENT_MACRO("gate.alignment.macro", Group.GATES),
    GATE_ALIGNMENT_BTC("gate.alignment.btc", Group.GATES),
    GATE_OVERRIDE_SLOW_DRIFT_UNRANGE("gate.override.slow_drift_unrange", Group.GATES),

    SIGNAL_MODE_STANDARD_TREND("signal.mode.standard_trend", Group.SIGNAL_MODES),
    SIGNAL_MODE_PULLBACK("signal.mode.pullback", Group.SIGNAL_MODES),
    SIGNAL_MODE_SLOW_DRIFT("signal.mode.slow_drift", Group.SIGNAL_MODES),

    SIGNAL_CONFIDENCE_HIGH_VOLUME_UPGRADE("signal.confidence.high_volume_upgrade", Group.SIGNAL_CONFIDENCE),

    EXIT_STOP_LOSS_ASE("exit.stop_loss.ase", Group.EXITS),
    EXIT_STOP_LOSS_DASE("exit.stop_loss.dase", Group.EXITS),
    EXIT_STOP_LOSS_SLB("exit.stop_loss.slb", Group.EXITS),
    EXIT_STOP_LOSS_BASE("exit.stop_loss.base", Group.EXITS),
    EXIT_STOP_LOSS_BREAKEVEN("exit.stop_loss.breakeven", Group.EXITS),
    EXIT_TRAILING_LOW_CONF_OVERRIDE("exit.trailing.low_conf_override", Group.EXITS),
    EXIT_TRAILING_VOL_BUFFER("exit.trailing.vol_buffer", Group.EXITS),
    EXIT_TRAILING_BASE("exit.trailing.base", Group.EXITS),
    EXIT_TAKE_PROFIT_PARTIAL("exit.take_profit.partial", Group.EXITS),
    EXIT_TAKE_PROFIT_FULL("exit.take_profit.full", Group.EXITS),
    EXIT_SMART_TREND_BREAKDOWN("exit.smart.trend_breakdown", Group.EXITS),
    EXIT_SMART_TREND_EXHAUSTION("exit.smart.trend_exhaustion", Group.EXITS),
    EXIT_SMART_EMA_MACRO_BREAKDOWN("exit.smart.ema_macro_breakdown", Group.EXITS),
    EXIT_SMART_STAGNATION("exit.smart.stagnation", Group.EXITS),
    EXIT_SMART_FUNDING_HEADWIND("exit.smart.funding_headwind", Group.EXITS),
    EXIT_SMART_TSME("exit.smart.tsme", Group.EXITS),
    EXIT_SMART_MMDE("exit.smart.mmde", Group.EXITS),
    EXIT_SMART_RSI_OVEREXTENSION("exit.smart.rsi_overextension", Group.EXITS),

    ENGINE_ATR_FLOOR("engine.atr_floor", Group.ENGINE),
    ENGINE_REVERSE_SIGNAL("engine.reverse_signal", Group.ENGINE),
    ENGINE_REGIME_FILTER("engine.regime_filter", Group.ENGINE),
    ENGINE_ENTRY_BUDGET("engine.entry_budget", Group.ENGINE),

    ENTRY_SIZING_DYNAMIC("entry.sizing.dynamic", Group.ENTRY_SIZING),
    ENTRY_SIZING_CONFIDENCE_MULTIPLIER("entry.sizing.confidence_multiplier", Group.ENTRY_SIZING),
    ENTRY_SIZING_ADX_MULTIPLIER("entry.sizing.adx_multiplier", Group.ENTRY_SIZING),
    ENTRY_SIZING_VOLATILITY_SCALAR("entry.sizing.volatility_scalar", Group.ENTRY_SIZING),
    ENTRY_SIZING_MIN_NOTIONAL_BUMP("entry.sizing.min_notional_bump", Group.ENTRY_SIZING),

    ENTRY_PROGRESSION_PYRAMIDING("entry.progression.pyramiding", Group.ENTRY_PROGRESSION),
    ENTRY_PROGRESSION_ADD_COOLDOWN("entry.progression.add_cooldown", Group.ENTRY_PROGRESSION),
    ENTRY_PROGRESSION_TP1_BLOCK_ADD("entry.progression.tp1_block_add", Group.ENTRY_PROGRESSION),

    RISK_EXPOSURE_GUARD("risk.exposure_guard", Group.RISK),
    RISK_ENTRY_COOLDOWN("risk.entry_cooldown", Group.RISK),
    RISK_EXIT_COOLDOWN("risk.exit_cooldown", Group.RISK),
    RISK_PESC("risk.pesc", Group.RISK);

    /// What a profile lists together. Only the order of signal modes and exits changes decisions.
    public enum Group {
        GATES("gates"),
        SIGNAL_MODES("signal_modes"),
        SIGNAL_CONFIDENCE("signal_confidence"),
        EXITS("exits"),
        ENGINE("engine"),
        ENTRY_SIZING("entry_sizing"),
        ENTRY_PROGRESSION("entry_progression"),
        RISK("risk");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /// The key under `behaviours` in the strategy file.
        public String key() {
            return key;
        }

        /// All behaviours of this group in canonical order.
        public List<Behaviour> members() {
            return Arrays.stream(Behaviour.values())
                    .filter(behaviour -> behaviour.group == this)
                    .toList();
        }
    }

    private final String id;
    private final Group group;

    Behaviour(String id, Group group) {
        this.id = id;
        this.group = group;
    }

    /// As the strategy file writes it: `exit.stop_loss.base`.
    public String id() {
        return id;
    }

    public Group group() {
        return group;
    }

    public static Optional<Behaviour> find(String id) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.id.equals(id))
                .findFirst();
    }
}
