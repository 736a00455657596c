package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddsTest {
    private static final long HOUR = 3_600_000L;

    private final RuleParams p = Samples.rules();
    private final IndicatorSnapshot s = Samples.uptrend();
    private final Account a = new Account();
    private final Cooldown c = new Cooldown();
    private final Position pos = Samples.position(1);
    private final FillRow row = new FillRow();
    private double atr = 1.0;
    private long ts = HOUR;

    AddsTest() {
        a.balance = 1000.0;
        s.close = 100.5;
    }

    @Test
    void addsHalfABaseMarginToAWinner() {
        assertThat(isAdded()).isTrue();

        // Margin 1000 · 0.03 · 0.5 = 15 at leverage 3: 45 USD at 100.5, filled at 100.5 · 1.001.
        assertThat(row.size).isEqualTo(45.0 / 100.5);
        assertThat(row.notional).isEqualTo(45.0);
        assertThat(row.price).isEqualTo(100.6005);
        assertThat(row.fee).isEqualTo(0.01575);
        assertThat(row.addMargin).isEqualTo(15.0);
        assertThat(row.margin).isEqualTo(81.0);
        assertThat(row.argA).isEqualTo(1.0);
        assertThat(row.reason).isEqualTo(Reason.PYRAMID);
    }

    @Test
    void wantsHalfAnAtrOfProfitAndOnlyAQuarterInARisingTrend() {
        s.close = 100.49;
        assertThat(isAdded()).isFalse();

        s.adxSlope = 0.76;
        assertThat(isAdded()).isTrue();

        s.close = 100.2;
        assertThat(isAdded()).isFalse();

        s.close = 100.49;
        s.atrSlope = 0.1;
        assertThat(isAdded()).isFalse();

        s.atrSlope = 0.0;
        s.rsi = 65.1;
        assertThat(isAdded()).isFalse();
    }

    @Test
    void measuresShortsTheOtherWay() {
        pos.side = -1;
        s.close = 99.5;
        assertThat(isAdded()).isTrue();
        assertThat(row.price).isEqualTo(99.4005);

        s.close = 99.51;
        s.adxSlope = 1.0;
        s.rsi = 34.9;
        assertThat(isAdded()).isFalse();
    }

    @Test
    void measuresProfitInTheBestKnownUnit() {
        atr = 0.0;
        assertThat(isAdded()).isTrue();

        // Half a percent of 100 is 0.5: 0.5 of profit is one unit.
        pos.entryAtr = 0.0;
        s.close = 100.25;
        assertThat(isAdded()).isTrue();
        s.close = 100.24;
        assertThat(isAdded()).isFalse();

        pos.entry = 0.0;
        assertThat(isAdded()).isFalse();
    }

    @Test
    void stopsAtTheLimitAndWaitsBetweenAdds() {
        pos.adds = 2;
        assertThat(isAdded()).isFalse();

        pos.adds = 1;
        pos.lastAddMs = 1;
        assertThat(isAdded()).isFalse();

        pos.lastAddMs = 0;
        c.hasEntry = true;
        c.entryMs = ts - 19_999;
        assertThat(isAdded()).isFalse();

        c.entryMs = ts - 20_000;
        assertThat(isAdded()).isTrue();
        assertThat(row.argA).isEqualTo(2.0);
    }

    @Test
    void wantsConfidence() {
        p.addMinConfidence = 2;

        assertThat(isAdded()).isFalse();
    }

    @Test
    void dropsOrLiftsWhatIsTooSmall() {
        p.minNotionalUsd = 45.1;
        assertThat(isAdded()).isFalse();

        p.bumpToMinNotional = true;
        assertThat(isAdded()).isTrue();
        assertThat(row.notional).isEqualTo(45.1);
        assertThat(row.size).isEqualTo(45.1 / 100.5);
        assertThat(row.addMargin).isEqualTo(15.0);
    }

    @Test
    void mayUseTheMarginUpToTheLastCent() {
        p.maxTotalMarginPct = 0.081;
        assertThat(isAdded()).isTrue();

        p.maxTotalMarginPct = 0.0809;
        assertThat(isAdded()).isFalse();
    }

    @Test
    void addsAlsoAfterTheFirstTarget() {
        pos.isTp1Taken = true;

        assertThat(isAdded()).isTrue();
    }

    /// Whether an attempt adds; the position is the same before every attempt.
    private boolean isAdded() {
        Position kept = new Position();
        Position.copy(pos, kept);
        Cooldown keptCooldown = new Cooldown();
        Cooldown.copy(c, keptCooldown);
        a.balance = 1000.0;
        a.rows = 0;
        Position[] positions = {kept};
        Adds.attempt(p, a, positions, 1, keptCooldown, s, 1, atr, ts, 0, false, new FillRow[] {row});
        return a.rows == 1;
    }
}
