package aiquant.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class KernelStateTest {
    private static final Symbol BTC = new Symbol("BTC");
    private static final Symbol ETH = new Symbol("ETH");
    private static final Intent.Open OPEN =
            new Intent.Open(ETH, false, 100.0, 2.0, 200.0, 40.0, 5.0, 2, 1.0, 22.0, "High entry");

    @Test
    void startsFlatWithItsSymbolsInByteOrder() {
        KernelState state = KernelState.start(List.of(new Symbol("kPEPE"), ETH, BTC, ETH), 1000.0);

        assertThat(state.symbols()).containsExactly(BTC, ETH, new Symbol("kPEPE"));
        assertThat(state.equity()).isEqualTo(1000.0);
        assertThat(state.margin()).isZero();
        assertThat(state.mark(ETH)).isZero();
        assertThat(state.position(ETH)).isEmpty();
    }

    @Test
    void valuesPositionsAtTheMarksItRemembers() {
        KernelState state = KernelState.start(List.of(BTC, ETH), 1000.0)
                .apply(new Fill(OPEN, 0, 100.0, 2.0, 0.5))
                .remember(memory(ETH, 97.0, OptionalDouble.empty()));

        // 999.5 and two units short from 100 at 97.
        assertThat(state.equity()).isEqualTo(1005.5);
        assertThat(state.margin()).isEqualTo(40.0);
        assertThat(state.mark(ETH)).isEqualTo(97.0);
        assertThat(state.openPositions()).isEqualTo(1);
    }

    @Test
    void movesTheTrailOfAnOpenPositionOnly() {
        KernelState flat = KernelState.start(List.of(BTC, ETH), 1000.0);
        KernelState open = flat.apply(new Fill(OPEN, 0, 100.0, 2.0, 0.5));

        KernelState moved = open.remember(memory(ETH, 97.0, OptionalDouble.of(98.0)));

        assertThat(moved.position(ETH).orElseThrow().trailing).isEqualTo(98.0);
        assertThat(open.position(ETH).orElseThrow().hasTrailing).isFalse();
        assertThat(flat.remember(memory(ETH, 97.0, OptionalDouble.of(98.0))).position(ETH))
                .isEmpty();
    }

    @Test
    void handsOutCopiesOfPositions() {
        KernelState state = KernelState.start(List.of(ETH), 1000.0).apply(new Fill(OPEN, 0, 100.0, 2.0, 0.5));
        Position copy = state.position(ETH).orElseThrow();

        copy.size = 99.0;

        assertThat(state.position(ETH).orElseThrow().size).isEqualTo(2.0);
    }

    @Test
    void forgetsCandidatesWhenTheRoundIsOver() {
        Memory.EntryCandidate candidate = new Memory.EntryCandidate(ETH, true, 2, 100.0, 1.0, 30.0, 22.0);
        KernelState state = KernelState.start(List.of(ETH), 1000.0)
                .remember(new Memory(
                        Optional.of(ETH), OptionalDouble.of(100.0), OptionalDouble.empty(), List.of(candidate)));
        assertThat(state.candidates()).containsExactly(candidate);

        KernelState after =
                state.remember(new Memory(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of()));

        assertThat(after.candidates()).isEmpty();
        assertThat(after.mark(ETH)).isEqualTo(100.0);
    }

    @Test
    void modelsFillsAsTheBacktestDoes() {
        FillModel model = new FillModel(10.0);

        // A short is sold 10 bp lower; the fee is taken from the notional before slippage.
        assertThat(model.fill(OPEN, 7)).isEqualTo(new Fill(OPEN, 7, 99.9, 2.0, 0.07));
        // It is bought back half a basis point higher, and the fee follows: 2 · 100.005 · 0.00035.
        Intent.Close close = new Intent.Close(ETH, false, 100.0, 2.0, false, "Stop Loss");
        assertThat(model.fill(close, 7)).isEqualTo(new Fill(close, 7, 100.005, 2.0, 0.0700035));
        Intent.Reduce reduce = new Intent.Reduce(ETH, true, 100.0, 1.0, 0.5, "Take Profit (Partial)");
        assertThat(model.fill(reduce, 7).price()).isEqualTo(99.995);
        Intent.Add add = new Intent.Add(ETH, true, 100.0, 1.0, 100.0, 20.0, 1, 1.0, "Pyramid #1");
        assertThat(model.fill(add, 7)).isEqualTo(new Fill(add, 7, 100.1, 1.0, 0.035));
    }

    private static Memory memory(Symbol symbol, double mark, OptionalDouble trailing) {
        return new Memory(Optional.of(symbol), OptionalDouble.of(mark), trailing, List.of());
    }
}
