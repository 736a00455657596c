package aiquant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.exchange.RateBudget.Priority;
import aiquant.exchange.wire.InfoShape;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
    private final ManualClockwork clockwork = new ManualClockwork();
    private final RateBudget budget = new RateBudget(clockwork, new SplittableRandom(1));

    @Test
    void keepsAFifthForExits() throws InterruptedException {
        assertThat(budget.take(960, Priority.NORMAL, 0)).isPresent();

        assertThat(budget.take(1, Priority.NORMAL, 0)).isEmpty();
        assertThat(budget.take(240, Priority.EXIT, 0)).isPresent();
        assertThat(budget.take(1, Priority.EXIT, 0)).isEmpty();
    }

    @Test
    void leavesHalfToOthersThanHistory() throws InterruptedException {
        assertThat(budget.take(600, Priority.HISTORY, 0)).isPresent();

        assertThat(budget.take(1, Priority.HISTORY, 0)).isEmpty();
        assertThat(budget.take(360, Priority.NORMAL, 0)).isPresent();
    }

    @Test
    void waitsUntilWhatWasSpentIsAMinuteOld() throws InterruptedException {
        assertThat(budget.take(500, Priority.NORMAL, 0)).isPresent();
        clockwork.advance(10_000);
        assertThat(budget.take(460, Priority.NORMAL, 0)).isPresent();

        assertThat(budget.waitMs(500, Priority.NORMAL)).isEqualTo(50_000);
        assertThat(budget.take(500, Priority.NORMAL, 49_999)).isEmpty();
        assertThat(budget.take(500, Priority.NORMAL, 50_000)).isPresent();
        assertThat(clockwork.steadyMs()).isEqualTo(60_000);
    }

    @Test
    void correctsWhatWasChargedTooHigh() throws InterruptedException {
        RateBudget.Charge charge = budget.take(120, Priority.NORMAL, 0).orElseThrow();
        charge.correct(21);
        assertThat(budget.spent()).isEqualTo(21);

        clockwork.advance(60_000);
        charge.correct(500);
        assertThat(budget.spent()).isZero();
    }

    @Test
    void pausesAllForAsLongAsItIsTold() {
        budget.limited(OptionalLong.of(5000));

        assertThat(budget.waitMs(1, Priority.NORMAL)).isBetween(5000L, 5500L);
        assertThat(budget.waitMs(1, Priority.EXIT)).isEqualTo(5000);
    }

    @Test
    void pausesLongerWithEachRefusalInARow() {
        budget.limited(OptionalLong.empty());
        long first = budget.waitMs(1, Priority.NORMAL);
        budget.limited(OptionalLong.empty());
        budget.limited(OptionalLong.empty());

        assertThat(first).isBetween(1000L, 1500L);
        assertThat(budget.waitMs(1, Priority.NORMAL)).isBetween(4000L, 6000L);
        assertThat(budget.waitMs(1, Priority.EXIT)).isEqualTo(1000);
    }

    @Property(tries = 300, seed = "61")
    void neverSpendsMoreInAMinuteThanAllowed(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Priority[] priorities = Priority.values();
        long[] spentAt = new long[200];
        int[] weights = new int[200];
        for (int i = 0; i < spentAt.length; i++) {
            int weight = 1 + random.nextInt(120);
            boolean isSent = budget.tryTake(weight, priorities[random.nextInt(priorities.length)])
                    .isPresent();
            spentAt[i] = clockwork.steadyMs();
            weights[i] = isSent ? weight : 0;
            int lastMinute = 0;
            for (int j = 0; j <= i; j++) {
                lastMinute += spentAt[i] - spentAt[j] < 60_000 ? weights[j] : 0;
            }
            assertThat(lastMinute).isLessThanOrEqualTo(RateBudget.PER_MINUTE);
            clockwork.advance(random.nextInt(2000));
        }
    }

    @Test
    void weighsRequestsAsTheExchangeDoes() {
        assertThat(Weights.action(1)).isEqualTo(1);
        assertThat(Weights.action(40)).isEqualTo(2);
        assertThat(Weights.info(InfoShape.L2_BOOK, 1)).isEqualTo(2);
        assertThat(Weights.info(InfoShape.USER_ROLE, 1)).isEqualTo(60);
        assertThat(Weights.info(InfoShape.META, 1)).isEqualTo(20);
        assertThat(Weights.info(InfoShape.USER_FILLS, 2000)).isEqualTo(120);
        assertThat(Weights.info(InfoShape.CANDLE_SNAPSHOT, 5000)).isEqualTo(104);
    }

    @Test
    void limitsNewConnections() {
        ConnectLimit connects = new ConnectLimit(clockwork);
        for (int i = 0; i < 20; i++) {
            assertThat(connects.take()).isZero();
            clockwork.advance(100);
        }
        assertThat(connects.take()).isEqualTo(58_000);
        clockwork.advance(58_000);
        assertThat(connects.take()).isZero();
    }

    @Test
    void triesToConnectAtOnceAndThenMoreSeldom() {
        BackOff backOff = new BackOff(new SplittableRandom(7));

        assertThat(backOff.nextMs()).isZero();
        for (long full : new long[] {1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000}) {
            assertThat(backOff.nextMs()).isBetween(full * 3 / 4, full);
        }
        backOff.reset();
        assertThat(backOff.nextMs()).isZero();
    }
}
