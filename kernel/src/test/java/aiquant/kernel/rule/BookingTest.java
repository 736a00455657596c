package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BookingTest {
    private final Account a = new Account();
    private final Cooldown c = new Cooldown();
    private final FillRow row = new FillRow();

    BookingTest() {
        a.balance = 1000.0;
    }

    @Test
    void concedesSlippageAgainstTheTrader() {
        assertThat(Booking.entryFill(100.0, 1, 10.0)).isEqualTo(100.1);
        assertThat(Booking.entryFill(100.0, -1, 10.0)).isEqualTo(99.9);
        assertThat(Booking.exitFill(100.0, 1)).isEqualTo(99.995);
        assertThat(Booking.exitFill(100.0, -1)).isEqualTo(100.005);
        assertThat(Booking.fee(1000.0)).isEqualTo(0.35);
    }

    @Test
    void opensFlatTrailedByNothing() {
        Position position = Samples.position(-1);
        position.side = 0;
        position.hasTrailing = true;
        position.adds = 2;
        position.isTp1Taken = true;
        row.side = 1;
        row.price = 101.0;
        row.size = 3.0;
        row.margin = 60.0;
        row.fee = 0.1;
        row.timeMs = 7;

        Booking.open(a, position, c, row);

        assertThat(position.side).isEqualTo(1);
        assertThat(position.hasTrailing).isFalse();
        assertThat(position.adds).isZero();
        assertThat(position.isTp1Taken).isFalse();
        assertThat(position.openMs).isEqualTo(7);
        assertThat(a.open).isEqualTo(1);
        assertThat(a.balance).isEqualTo(999.9);
        assertThat(row.balance).isEqualTo(999.9);
        assertThat(c.entryMs).isEqualTo(7);
        assertThat(row.action).isEqualTo(FillRow.OPEN);
    }

    @Test
    void averagesTheEntryOverAnAdd() {
        Position position = Samples.position(1);
        row.price = 106.0;
        row.size = 1.0;
        row.margin = 34.0;
        row.timeMs = 9;

        Booking.add(a, position, c, row);

        // (100 · 2 + 106 · 1) / 3
        assertThat(position.entry).isEqualTo(102.0);
        assertThat(position.size).isEqualTo(3.0);
        assertThat(position.margin).isEqualTo(100.0);
        assertThat(row.addMargin).isEqualTo(34.0);
        assertThat(row.margin).isEqualTo(100.0);
        assertThat(position.entryAtr).isEqualTo(1.0);
        assertThat(position.lastAddMs).isEqualTo(9);
    }

    @Test
    void takesTheFillAsEntryWhereThereIsNextToNothing() {
        Position position = Samples.position(1);
        position.size = 0.0;
        row.price = 106.0;
        row.size = 1e-13;

        Booking.add(a, position, c, row);

        assertThat(position.entry).isEqualTo(106.0);
    }

    @Test
    void closesALongAndAShort() {
        Position isLong = Samples.position(1);
        a.open = 2;
        Booking.priceExit(isLong, 110.0, isLong.size, row);
        row.timeMs = 5;
        row.reason = Reason.TARGET;
        Booking.close(a, isLong, c, row);

        // Fill 110 · (1 − 0.00005) = 109.9945; notional 219.989; pnl 2 · 9.9945; fee 219.989 · 0.00035.
        assertThat(row.price).isEqualTo(109.9945);
        assertThat(row.notional).isEqualTo(219.989);
        assertThat(row.pnl).isEqualTo(19.989);
        assertThat(row.fee).isEqualTo(0.07699615);
        assertThat(a.balance).isEqualTo(1000.0 + (19.989 - 0.07699615));
        assertThat(isLong.side).isZero();
        assertThat(a.open).isEqualTo(1);
        assertThat(c.closeSide).isEqualTo(1);
        assertThat(c.isCloseFlip).isFalse();

        Position isShort = Samples.position(-1);
        row.reason = Reason.SIGNAL_FLIP;
        Booking.priceExit(isShort, 110.0, isShort.size, row);
        Booking.close(a, isShort, c, row);

        // Fill 110 · 1.00005 = 110.0055.
        assertThat(row.pnl).isEqualTo(-20.011);
        assertThat(c.closeSide).isEqualTo(-1);
        assertThat(c.isCloseFlip).isTrue();
    }

    @Test
    void reducesByThePartThatWasQuantised() {
        Position position = Samples.position(1);
        position.size = 1.0 / 3.0;
        position.margin = 30.0;
        double closed = Booking.closedSize(position.size, 0.5);
        assertThat(closed).isEqualTo(0.166666666667);
        row.reason = Reason.PARTIAL_TARGET;
        Booking.priceExit(position, 104.0, closed, row);

        Booking.reduce(a, position, c, row);

        double part = 0.166666666667 / (1.0 / 3.0);
        assertThat(row.part).isEqualTo(part);
        assertThat(row.margin).isEqualTo(30.0 * part);
        assertThat(position.size).isEqualTo(1.0 / 3.0 - 1.0 / 3.0 * part);
        assertThat(position.margin).isEqualTo(30.0 * (1.0 - part));
        assertThat(position.isTp1Taken).isTrue();
        assertThat(c.hasExit).isTrue();
        assertThat(c.hasClose).isTrue();
        assertThat(Booking.closedSize(2.0, 7.0)).isEqualTo(2.0);
    }

    @Test
    void paysFundingByTheSideOfThePosition() {
        Position isLong = Samples.position(1);
        Booking.fund(a, isLong, 110.0, 0.0001, row);
        // −(2 · 110 · 0.0001)
        assertThat(row.pnl).isEqualTo(-0.022);
        assertThat(a.balance).isEqualTo(999.978);
        assertThat(row.notional).isEqualTo(220.0);
        assertThat(row.fee).isEqualTo(0.0);

        Position isShort = Samples.position(-1);
        Booking.fund(a, isShort, 110.0, 0.0001, row);
        assertThat(row.pnl).isEqualTo(0.022);
    }

    @Test
    void addsUpEquityAndMarginOfOpenPositionsOnly() {
        Position flat = Samples.position(1);
        flat.side = 0;
        Position[] positions = {Samples.position(1), flat, Samples.position(-1)};

        // 2 · (103 − 100) and −2 · (104 − 100).
        assertThat(Booking.equity(a, positions, new double[] {103.0, 1.0, 104.0}, 3))
                .isEqualTo(998.0);
        assertThat(Booking.margin(positions, 3)).isEqualTo(132.0);
    }
}
