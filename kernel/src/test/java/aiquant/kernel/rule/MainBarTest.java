package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainBarTest {
    private static final int[] PLAN = {Exits.STOP_BASE, Exits.TARGET_PARTIAL, Exits.TARGET_FULL};
    private static final long HOUR = 3_600_000L;

    private final RuleParams p = Samples.rules();
    private final IndicatorSnapshot s = Samples.uptrend();
    private final Account a = new Account();
    private final Cooldown c = new Cooldown();
    private final Position pos = Samples.position(1);
    private final FillRow[] log = {new FillRow(), new FillRow()};
    private final long[] counts = new long[GateCount.MARGIN + 1];
    private final Candidate[] candidates = {new Candidate()};
    private final Signal signal = new Signal();

    MainBarTest() {
        a.balance = 1000.0;
        a.open = 1;
    }

    @Test
    void closesAtTheStop() {
        s.close = 98.0;

        assertThat(exit(HOUR)).isTrue();

        assertThat(log[0].action).isEqualTo(FillRow.CLOSE);
        assertThat(log[0].reason).isEqualTo(Reason.STOP_LOSS);
        assertThat(log[0].price).isEqualTo(97.9951);
        assertThat(pos.side).isZero();
    }

    @Test
    void reducesAtTheFirstTarget() {
        s.close = 104.0;

        assertThat(exit(HOUR)).isTrue();

        assertThat(log[0].action).isEqualTo(FillRow.REDUCE);
        assertThat(log[0].size).isEqualTo(1.0);
        assertThat(pos.size).isEqualTo(1.0);
        assertThat(pos.isTp1Taken).isTrue();
    }

    @Test
    void leavesNothingWhileFlatOrTooSoon() {
        s.close = 98.0;
        c.hasExit = true;
        c.exitMs = HOUR - 14_999;
        assertThat(exit(HOUR)).isFalse();

        c.exitMs = HOUR - 15_000;
        pos.side = 0;
        assertThat(exit(HOUR)).isFalse();
    }

    @Test
    void flipsWithoutAskingTheFiltersAndThenAsksThem() {
        signal.side = -1;
        signal.confidence = 0;
        c.hasExit = true;
        c.exitMs = HOUR;

        assertThat(act()).isZero();

        assertThat(log[0].reason).isEqualTo(Reason.SIGNAL_FLIP);
        assertThat(log[0].action).isEqualTo(FillRow.CLOSE);
        assertThat(counts[GateCount.CONFIDENCE]).isEqualTo(1);
    }

    @Test
    void addsOnTheSameSideButOnlyWhenPyramiding() {
        signal.side = 1;
        signal.confidence = 1;
        s.close = 101.0;
        p.enablePyramiding = false;
        assertThat(act()).isZero();
        assertThat(a.rows).isZero();

        p.enablePyramiding = true;
        assertThat(act()).isZero();
        assertThat(log[0].action).isEqualTo(FillRow.ADD);
    }

    @Test
    void makesACandidateWithTheFlooredAtr() {
        pos.side = 0;
        signal.side = 1;
        signal.confidence = 2;
        signal.adxThreshold = 22.0;
        s.atr = 0.1;

        assertThat(act()).isEqualTo(1);

        assertThat(candidates[0].atr).isEqualTo(0.3);
        assertThat(candidates[0].adxThreshold).isEqualTo(22.0);
    }

    @Test
    void doesNothingWhereBreadthBlocks() {
        signal.side = -1;
        p.enableRegimeFilter = true;
        p.breadthBlockShortAbove = 40.0;

        assertThat(act()).isZero();

        assertThat(pos.side).isEqualTo(1);
    }

    @Test
    void countsEveryGateThatFails() {
        p.requireVolumeConfirmation = true;
        IndicatorSnapshot bad = Samples.uptrend();
        bad.adx = 20.0;
        bad.rsi = 50.0;
        bad.adxSlope = 0.0;
        bad.prevClose = 50.0;
        bad.emaFast = 90.0;
        bad.volume = 0.0;
        bad.volumeTrend = false;

        MainBar.signal(p, bad, false, Gates.BTC_BEARISH, 0.0, new GateResult(), signal, counts);
        MainBar.signal(p, s, false, Gates.BTC_BULLISH, 0.0, new GateResult(), signal, counts);

        assertThat(counts).containsExactly(2, 1, 1, 0, 1, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 0, 0);
    }

    private boolean exit(long ts) {
        return MainBar.exit(p, PLAN, PLAN.length, a, pos, c, s, ts, 0, false, new ExitView(), new ExitResult(), log);
    }

    private int act() {
        Position[] positions = {pos};
        return MainBar.act(p, a, positions, 1, c, s, signal, 50.0, HOUR, 0, candidates, 0, counts, log);
    }
}
