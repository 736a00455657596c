package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two candidates at 100 with the equity of the balance, 1000 USD, and plain sizing: 30 USD of margin each.
class RoundTest {
    private final RuleParams p = Samples.rules();
    private final Account a = new Account();
    private final Position[] positions = {flat(), flat()};
    private final Cooldown[] cooldowns = {new Cooldown(), new Cooldown()};
    private final long[] counts = new long[GateCount.MARGIN + 1];
    private final List<FillRow> log = new ArrayList<>();
    private boolean isSubBar;

    RoundTest() {
        p.enableDynamicSizing = false;
        a.balance = 1000.0;
    }

    @Test
    void opensTheBetterOneFirst() {
        enter(candidate(0, 1), candidate(1, 2));

        assertThat(log).extracting(row -> row.symbol).containsExactly(1, 0);
        FillRow first = log.get(0);
        // 30 USD at leverage 5 is 150 USD or 1.5 units, bought at 100.1.
        assertThat(first.size).isEqualTo(1.5);
        assertThat(first.notional).isEqualTo(150.0);
        assertThat(first.price).isEqualTo(100.1);
        assertThat(first.fee).isEqualTo(0.0525);
        assertThat(first.margin).isEqualTo(30.0);
        assertThat(first.adxThreshold).isEqualTo(22.0);
        assertThat(positions[1].side).isEqualTo(1);
        assertThat(a.entries).isEqualTo(2);
        // Equity is measured once: the fee of the first does not shrink the second.
        assertThat(log.get(1).margin).isEqualTo(30.0);
    }

    @Test
    void stopsAtTheEntryBudget() {
        p.maxEntryOrdersPerLoop = 1;
        enter(candidate(0, 2), candidate(1, 2));
        assertThat(log).hasSize(1);

        enter(candidate(1, 2));
        assertThat(log).hasSize(1);

        p.isEntryBudgetEnabled = false;
        enter(candidate(1, 2));
        assertThat(log).hasSize(2);
    }

    @Test
    void stopsAtTheGreatestNumberOfPositionsAndCountsThatOnce() {
        p.maxOpenPositions = 0;
        enter(candidate(0, 2), candidate(1, 2));
        assertThat(log).isEmpty();
        assertThat(counts[GateCount.MAX_POSITIONS]).isEqualTo(1);

        isSubBar = true;
        enter(candidate(0, 2), candidate(1, 2));
        assertThat(counts[GateCount.MAX_POSITIONS]).isEqualTo(1);
    }

    @Test
    void skipsWhatIsOpenOrTooSoon() {
        positions[0].side = 1;
        Cooldown.entered(cooldowns[1], 0);

        enter(candidate(0, 2), candidate(1, 2));

        assertThat(log).isEmpty();
    }

    @Test
    void shrinksToTheRoomThatIsLeft() {
        p.maxTotalMarginPct = 0.045;

        enter(candidate(0, 2), candidate(1, 2));

        // 45 USD for both: the second gets 15 of its 30, half the size.
        assertThat(log.get(1).margin).isEqualTo(15.0);
        assertThat(log.get(1).size).isEqualTo(0.75);
    }

    @Test
    void skipsWithoutRoomAndCountsIt() {
        p.maxTotalMarginPct = 0.03;

        enter(candidate(0, 2), candidate(1, 2));

        assertThat(log).hasSize(1);
        assertThat(counts[GateCount.MARGIN]).isEqualTo(1);
    }

    @Test
    void dropsOrLiftsWhatIsTooSmall() {
        p.minNotionalUsd = 200.0;
        enter(candidate(0, 2));
        assertThat(log).isEmpty();

        p.bumpToMinNotional = true;
        enter(candidate(0, 2));
        assertThat(log.get(0).size).isEqualTo(2.0);
        assertThat(log.get(0).margin).isEqualTo(40.0);

        p.maxTotalMarginPct = 0.0799;
        enter(candidate(1, 2));
        assertThat(log).hasSize(1);
    }

    @Test
    void opensNothingWithoutSizeMarginOrLeverage() {
        p.minNotionalUsd = 0.0;
        p.leverageHigh = 0.0;
        enter(candidate(0, 2));

        p.leverageHigh = 5.0;
        p.allocationPct = 0.0;
        enter(candidate(0, 2));

        p.allocationPct = 0.03;
        Candidate free = candidate(0, 2);
        free.price = 0.0;
        enter(free);

        assertThat(log).isEmpty();
    }

    private void enter(Candidate... candidates) {
        FillRow[] rows = {new FillRow(), new FillRow()};
        a.rows = 0;
        Round.enter(
                p,
                a,
                positions,
                cooldowns,
                2,
                1000.0,
                candidates,
                candidates.length,
                new int[candidates.length],
                0,
                isSubBar,
                counts,
                rows);
        for (int i = 0; i < a.rows; i++) {
            log.add(rows[i]);
        }
    }

    private static Position flat() {
        return new Position();
    }

    private static Candidate candidate(int symbol, int confidence) {
        Candidate candidate = new Candidate();
        Ranking.put(candidate, symbol, 1, confidence, Samples.uptrend(), 1.0, 22.0);
        return candidate;
    }
}
