package aiquant.engine;

import aiquant.config.RiskLimits;
import aiquant.engine.feed.RoundSource;
import aiquant.engine.risk.KillLevel;
import aiquant.engine.venue.Instruments;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.money.Usd;

/// What an engine is started with. One engine, one account, one ledger.
///
/// @param strategy       compiled parameters
/// @param configId       their fingerprint, recorded with the run
/// @param configOrigin   where they came from, a sentence for people
/// @param lookback       bars a symbol needs before it may signal
/// @param source         the market; also names the symbols
/// @param environmentKill what the environment sets the kill switch to; `ACTIVE` when it sets nothing
/// @param instruments    what the venue trades, and in which steps
public record EngineSetup(
        Mode mode,
        String account,
        CompiledStrategy strategy,
        String configId,
        String configOrigin,
        RiskLimits limits,
        Usd initialBalance,
        int lookback,
        RoundSource source,
        KillLevel environmentKill,
        Instruments instruments) {

    /// On a venue that trades everything in any step, without a kill switch set from outside.
    public EngineSetup(
            Mode mode,
            String account,
            CompiledStrategy strategy,
            String configId,
            String configOrigin,
            RiskLimits limits,
            Usd initialBalance,
            int lookback,
            RoundSource source) {
        this(
                mode,
                account,
                strategy,
                configId,
                configOrigin,
                limits,
                initialBalance,
                lookback,
                source,
                KillLevel.ACTIVE,
                Instruments.UNLIMITED);
    }
}
