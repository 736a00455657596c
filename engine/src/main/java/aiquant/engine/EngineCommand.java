package aiquant.engine;

import aiquant.kernel.market.Symbol;

/// All that a person may ask of the engine. Every command is recorded in the ledger before it takes effect.
public sealed interface EngineCommand {

    /// No more entries; exits go on (`CLOSE_ONLY`).
    record PauseEntries(String reason) implements EngineCommand {}

    /// The strategy sends nothing (`HALTED`).
    record Halt(String reason) implements EngineCommand {}

    /// Stop entries, then close every position.
    record Flatten(String reason) implements EngineCommand {}

    /// Lifts what operators set; refused without a reason.
    record Resume(String reason) implements EngineCommand {}

    /// Closes one position completely.
    record ClosePosition(Symbol symbol) implements EngineCommand {}

    /// How fast stored or generated candles are replayed: rounds (main bars) a second; 0 pauses, infinity is full
    /// speed.
    record SetSpeed(double roundsPerSecond) implements EngineCommand {}
}
