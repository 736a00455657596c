package aiquant.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Gates;
import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.rule.Samples;
import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol ETH = new Symbol("ETH");
    private static final long HOUR = 3_600_000L;
    private static final CompiledStrategy STRATEGY = CompiledStrategy.of(StrategyParams.defaults());

    @Test
    void remembersACandidateAtTheBarAndOpensItWhenTheRoundCloses() {
        KernelState start = KernelState.start(List.of(ETH, BTC), 1000.0);

        Decision bar = Kernel.decide(start, bar(0, ETH, Samples.uptrend()), STRATEGY);
        assertThat(bar.intents()).isEmpty();
        assertThat(bar.trace().orElseThrow().outcome()).isEqualTo("candidate");
        assertThat(bar.memory().candidates())
                .containsExactly(new Memory.EntryCandidate(ETH, true, 2, 100.0, 1.0, 30.0, 22.0));

        Decision round = Kernel.decide(start.remember(bar.memory()), new KernelEvent.RoundClosed(0), STRATEGY);

        // Margin 1000 · 0.03 · (1 · 30/40) · 1 = 22.5 at leverage 5: 112.5 USD or 1.125 units.
        assertThat(round.intents())
                .containsExactly(
                        new Intent.Open(ETH, true, 100.0, 1.125, 112.5, 22.5, 5.0, 2, 1.0, 22.0, "High entry"));
        assertThat(round.memory().candidates()).isEmpty();
    }

    @Test
    void ranksTheSurerAndStrongerFirstAndKeepsSymbolOrderAmongEquals() {
        KernelState state = KernelState.start(List.of(BTC, ETH), 1000.0);
        IndicatorSnapshot stronger = Samples.uptrend();
        stronger.adx = 31.0;

        for (IndicatorSnapshot eth : List.of(stronger, Samples.uptrend())) {
            KernelState found = decideAndRemember(state, bar(0, BTC, Samples.uptrend()));
            found = decideAndRemember(found, bar(0, ETH, eth));
            Decision round = Kernel.decide(found, new KernelEvent.RoundClosed(0), STRATEGY);

            assertThat(round.intents())
                    .extracting(Intent::symbol)
                    .containsExactly(eth.adx > 30.0 ? new Symbol[] {ETH, BTC} : new Symbol[] {BTC, ETH});
        }
    }

    @Test
    void flipsAndThenCompetesForTheOtherSide() {
        KernelState state = holding(true, 100.0);
        IndicatorSnapshot s = Samples.downtrend();
        // The cross would close it as well; ADX above 25 and averages this close make the cross a weak one.
        s.emaFast = 100.5;
        s.emaSlow = 100.55;

        Decision decision = Kernel.decide(state, bar(HOUR, BTC, s), STRATEGY);

        assertThat(decision.intents()).containsExactly(new Intent.Close(BTC, true, 100.0, 1.0, true, "Signal Flip"));
        assertThat(decision.memory().candidates()).hasSize(1);
        assertThat(decision.memory().candidates().get(0).isLong()).isFalse();
        assertThat(state.isOpen(BTC)).isTrue();
    }

    @Test
    void addsToAWinner() {
        KernelState state = holding(true, 99.0);

        Decision decision = Kernel.decide(state, bar(HOUR, BTC, Samples.uptrend()), STRATEGY);

        // Margin 1000 · 0.03 · 0.5 = 15 at the position's leverage 5: 75 USD.
        assertThat(decision.intents())
                .containsExactly(new Intent.Add(BTC, true, 100.0, 0.75, 75.0, 15.0, 2, 1.0, "Pyramid #1"));
    }

    @Test
    void takesPartOffAtTheFirstTargetAndKeepsTheTrail() {
        KernelState state = holding(true, 96.0);

        Decision decision = Kernel.decide(state, bar(HOUR, BTC, Samples.uptrend()), STRATEGY);

        // 4 ATR of profit: the trail stands max(0.8 · 0.5, 0.5) ATR behind the close, half comes off.
        assertThat(decision.intents().get(0))
                .isEqualTo(new Intent.Reduce(BTC, true, 100.0, 0.5, 0.5, "Take Profit (Partial)"));
        assertThat(decision.memory().trailing()).hasValue(99.5);
    }

    @Test
    void keepsTheTrailThatABarMovedAlsoWhenItWantsToClose() {
        StrategyParams params = StrategyParams.defaults().with("trade.enable_partial_tp", 0);
        KernelState state = holding(true, 96.0);

        Decision decision = Kernel.decide(state, bar(HOUR, BTC, Samples.uptrend()), CompiledStrategy.of(params));
        KernelState unfilled = state.remember(decision.memory());

        assertThat(decision.intents().get(0)).isEqualTo(new Intent.Close(BTC, true, 100.0, 1.0, false, "Take Profit"));
        assertThat(unfilled.position(BTC).orElseThrow().hasTrailing).isTrue();
        assertThat(unfilled.position(BTC).orElseThrow().trailing).isEqualTo(99.5);
    }

    @Test
    void givesNoSignalBeforeEnoughBarsButStillLeaves() {
        KernelState state = holding(true, 103.0);

        Decision decision = Kernel.decide(
                state,
                new KernelEvent.BarClosed(HOUR, BTC, Samples.uptrend(), Gates.BTC_UNKNOWN, 50.0, false),
                STRATEGY);

        assertThat(decision.intents()).containsExactly(new Intent.Close(BTC, true, 100.0, 1.0, false, "Stop Loss"));
        assertThat(decision.trace()).isEmpty();
        assertThat(decision.memory().mark()).hasValue(100.0);
    }

    @Test
    void saysWhyASignalCameToNothing() {
        KernelState state = KernelState.start(List.of(BTC), 1000.0);
        IndicatorSnapshot hot = Samples.uptrend();
        hot.rsi = 71.0;
        IndicatorSnapshot quiet = Samples.uptrend();
        quiet.volume = 200.0;
        IndicatorSnapshot weak = Samples.uptrend();
        weak.adx = 21.5;

        assertThat(outcome(state, hot)).isEqualTo("blocked: RSI extreme");
        assertThat(outcome(state, quiet)).isEqualTo("blocked: confidence too low");
        assertThat(outcome(state, weak)).isEqualTo("no signal");
        DecisionTrace trace =
                Kernel.decide(state, bar(0, BTC, weak), STRATEGY).trace().orElseThrow();
        assertThat(trace.blocking()).isEqualTo("ADX floor");
        assertThat(trace.signal()).isEqualTo("NEUTRAL");
    }

    @Test
    void changesNothingInTheStateItDecidesFrom() {
        KernelState state = holding(true, 96.0);

        Decision once = Kernel.decide(state, bar(HOUR, BTC, Samples.uptrend()), STRATEGY);
        Decision again = Kernel.decide(state, bar(HOUR, BTC, Samples.uptrend()), STRATEGY);

        assertThat(again).isEqualTo(once);
        assertThat(state.position(BTC).orElseThrow().hasTrailing).isFalse();
        assertThat(state.balance()).isEqualTo(1000.0);
    }

    @Test
    void knowsOnlyItsUniverse() {
        KernelState state = KernelState.start(List.of(BTC), 1000.0);

        assertThatThrownBy(() -> Kernel.decide(state, bar(0, ETH, Samples.uptrend()), STRATEGY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("symbol ETH is not part of this engine's universe");
    }

    private static String outcome(KernelState state, IndicatorSnapshot s) {
        return Kernel.decide(state, bar(0, BTC, s), STRATEGY)
                .trace()
                .orElseThrow()
                .outcome();
    }

    private static KernelState decideAndRemember(KernelState state, KernelEvent event) {
        return state.remember(Kernel.decide(state, event, STRATEGY).memory());
    }

    private static KernelEvent.BarClosed bar(long timeMs, Symbol symbol, IndicatorSnapshot s) {
        return new KernelEvent.BarClosed(timeMs, symbol, s, Gates.BTC_UNKNOWN, 50.0, true);
    }

    /// One unit of BTC from this entry, opened at time 0 with an ATR of 1.
    private static KernelState holding(boolean isLong, double entry) {
        Intent.Open open =
                new Intent.Open(BTC, isLong, entry, 1.0, entry, entry / 5.0, 5.0, 2, 1.0, 22.0, "High entry");
        return KernelState.start(List.of(BTC), 1000.0).apply(new Fill(open, 0, entry, 1.0, 0.0));
    }
}
