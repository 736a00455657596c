package aiquant.kernel.decision;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.IndicatorSnapshot;

/// What the kernel is asked to decide about. `timeMs` is the open time of the bars of the round.
public sealed interface KernelEvent {

    long timeMs();

    /// Names what is decided about, so that deciding the same again after a crash gives the same name.
    ///
    /// @param interval of the bars
    default String id(Interval interval) {
        return switch (this) {
            case BarClosed bar -> bar.symbol() + "|" + interval + "|" + bar.timeMs() + "|bar";
            case RoundClosed round -> interval + "|" + round.timeMs() + "|round";
        };
    }

    /// One symbol's main bar is complete.
    ///
    /// @param snapshot  its indicators, this bar included
    /// @param btc       BTC's direction at the bar before: a constant of `Gates`
    /// @param breadth   percent of symbols trending up at the bar before
    /// @param maySignal whether the symbol has seen enough bars to give signals
    record BarClosed(long timeMs, Symbol symbol, IndicatorSnapshot snapshot, int btc, double breadth, boolean maySignal)
            implements KernelEvent {}

    /// All bars of the round are decided and its exits are over: entries may compete for what room is left.
    record RoundClosed(long timeMs) implements KernelEvent {}
}
