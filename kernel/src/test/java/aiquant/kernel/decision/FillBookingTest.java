package aiquant.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.backtest.ReasonCode;
import aiquant.kernel.backtest.TradeRecord;
import aiquant.kernel.market.Symbol;
import aiquant.kernel.rule.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillBookingTest {
    private static final Symbol BTC = new Symbol("BTC");
    private static final Intent.Open OPEN =
            new Intent.Open(BTC, true, 100.0, 1.0, 100.0, 20.0, 5.0, 2, 1.5, 22.0, "High entry");
    private static final Intent.Open OPEN_SHORT =
            new Intent.Open(BTC, false, 100.0, 1.0, 100.0, 20.0, 5.0, 2, 1.5, 22.0, "High entry");
    private static final Intent.Close CLOSE = new Intent.Close(BTC, true, 110.0, 1.0, false, "Take Profit");

    @Test
    void opensAPosition() {
        KernelState.Booked booked = flat().book(fill(OPEN, 10, 100.1, 1.0, 0.035));

        Position position = position(booked.state());
        assertThat(position.side).isEqualTo(1);
        assertThat(position.entry).isEqualTo(100.1);
        assertThat(position.size).isEqualTo(1.0);
        assertThat(position.margin).isEqualTo(20.0);
        assertThat(position.leverage).isEqualTo(5.0);
        assertThat(position.confidence).isEqualTo(2);
        assertThat(position.entryAtr).isEqualTo(1.5);
        assertThat(position.entryAdxThreshold).isEqualTo(22.0);
        assertThat(position.openMs).isEqualTo(10);
        assertThat(position.lastAddMs).isEqualTo(10);
        assertThat(booked.state().balance()).isEqualTo(1000.0 - 0.035);
        TradeRecord trade = booked.trade();
        assertThat(trade.action()).isEqualTo("OPEN_LONG");
        assertThat(trade.notional()).isEqualTo(100.0);
        assertThat(trade.reasonCode()).isEqualTo(ReasonCode.ENTRY_SIGNAL);
    }

    @Test
    void growsAPositionByTheSecondFillOfItsOrderWithoutCallingItAnAdd() {
        KernelState half = flat().apply(fill(OPEN, 10, 100.0, 0.5, 0.01));
        assertThat(position(half).margin).isEqualTo(10.0);

        KernelState whole = half.apply(fill(OPEN, 20, 102.0, 0.5, 0.02));

        Position position = position(whole);
        assertThat(position.size).isEqualTo(1.0);
        assertThat(position.entry).isEqualTo((100.0 * 0.5 + 102.0 * 0.5) / 1.0);
        assertThat(position.margin).isEqualTo(20.0);
        assertThat(position.adds).isZero();
        assertThat(position.lastAddMs).isEqualTo(10);
        assertThat(whole.openPositions()).isEqualTo(1);
        assertThat(whole.balance()).isEqualTo(1000.0 - 0.01 - 0.02);
    }

    @Test
    void addsToAPosition() {
        Intent.Add add = new Intent.Add(BTC, true, 110.0, 0.5, 55.0, 11.0, 1, 1.4, "Pyramid #1");

        KernelState.Booked booked =
                flat().apply(fill(OPEN, 10, 100.0, 1.0, 0.0)).book(fill(add, 20, 112.0, 0.5, 0.02));

        Position position = position(booked.state());
        assertThat(position.size).isEqualTo(1.5);
        assertThat(position.entry).isEqualTo((100.0 * 1.0 + 112.0 * 0.5) / 1.5);
        assertThat(position.margin).isEqualTo(31.0);
        assertThat(position.adds).isEqualTo(1);
        assertThat(position.lastAddMs).isEqualTo(20);
        assertThat(position.confidence).isEqualTo(2);
        assertThat(position.entryAtr).isEqualTo(1.5);
        assertThat(booked.trade().action()).isEqualTo("ADD_LONG");
        assertThat(booked.trade().margin()).isEqualTo(31.0);
        assertThat(booked.trade().entryAtr()).isEqualTo(1.4);
    }

    @Test
    void takesPartOfAPositionOff() {
        Intent.Reduce reduce = new Intent.Reduce(BTC, true, 110.0, 0.25, 0.25, "Take Profit (Partial)");

        KernelState.Booked booked =
                flat().apply(fill(OPEN, 10, 100.0, 1.0, 0.0)).book(fill(reduce, 20, 110.0, 0.25, 0.01));

        Position position = position(booked.state());
        assertThat(position.size).isEqualTo(0.75);
        assertThat(position.margin).isEqualTo(15.0);
        assertThat(position.isTp1Taken).isTrue();
        assertThat(booked.trade().action()).isEqualTo("REDUCE_LONG");
        assertThat(booked.trade().pnl()).isEqualTo(2.5);
        assertThat(booked.trade().margin()).isEqualTo(5.0);
        assertThat(booked.state().balance()).isEqualTo(1000.0 + (2.5 - 0.01));
    }

    @Test
    void closesShortsWithTheirOwnSign() {
        KernelState.Booked booked = flat().apply(fill(OPEN_SHORT, 10, 100.0, 1.0, 0.0))
                .book(fill(new Intent.Close(BTC, false, 90.0, 1.0, true, "Signal Flip"), 20, 90.0, 1.0, 0.03));

        assertThat(booked.state().position(BTC)).isEmpty();
        assertThat(booked.state().openPositions()).isZero();
        assertThat(booked.trade().action()).isEqualTo("CLOSE_SHORT");
        assertThat(booked.trade().pnl()).isEqualTo(10.0);
        assertThat(booked.trade().reasonCode()).isEqualTo(ReasonCode.EXIT_SIGNAL_FLIP);
    }

    @Test
    void keepsTheRestOfAPartlyFilledClose() {
        KernelState rest = flat().apply(fill(OPEN, 10, 100.0, 1.0, 0.0)).apply(fill(CLOSE, 20, 110.0, 0.25, 0.0));

        Position position = position(rest);
        assertThat(position.size).isEqualTo(0.75);
        assertThat(position.isTp1Taken).isFalse();
        assertThat(rest.openPositions()).isEqualTo(1);
    }

    @Test
    void isFlatAfterTheLastPieceEvenWhereThePiecesDoNotAddUpExactly() {
        // 1 − 1 · 0.7 is 0.30000000000000004: the last 0.3 must not leave a position of 5.6e-17 behind.
        KernelState rest = flat().apply(fill(OPEN, 10, 100.0, 1.0, 0.0)).apply(fill(CLOSE, 20, 110.0, 0.7, 0.0));

        KernelState done = rest.apply(fill(CLOSE, 30, 110.0, 0.3, 0.0));

        assertThat(done.position(BTC)).isEmpty();
        assertThat(done.openPositions()).isZero();
        assertThat(done.balance()).isEqualTo(1010.0);
    }

    @Test
    void refusesAFillThatContradictsTheBooks() {
        Intent.Add add = new Intent.Add(BTC, true, 110.0, 0.5, 55.0, 11.0, 1, 1.4, "Pyramid #1");
        KernelState isShort = flat().apply(fill(OPEN_SHORT, 10, 100.0, 1.0, 0.0));

        assertThatThrownBy(() -> flat().apply(fill(CLOSE, 20, 110.0, 1.0, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a fill closes BTC, which is flat");
        assertThatThrownBy(() -> flat().apply(fill(add, 20, 110.0, 0.5, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a fill adds to BTC, which is flat");
        assertThatThrownBy(() -> isShort.apply(fill(OPEN, 20, 110.0, 1.0, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a fill is long but the position of BTC is short");
        assertThatThrownBy(() -> isShort.apply(fill(CLOSE, 20, 110.0, 1.0, 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a fill is long but the position of BTC is short");
    }

    @Test
    void needsAPriceAndASize() {
        assertThatThrownBy(() -> fill(OPEN, 10, 100.0, 0.0, 0.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fill(OPEN, 10, Double.NaN, 1.0, 0.0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KernelState flat() {
        return KernelState.start(List.of(BTC), 1000.0);
    }

    private static Position position(KernelState state) {
        return state.position(BTC).orElseThrow();
    }

    private static Fill fill(Intent intent, long timeMs, double price, double size, double fee) {
        return new Fill(intent, timeMs, price, size, fee);
    }
}
