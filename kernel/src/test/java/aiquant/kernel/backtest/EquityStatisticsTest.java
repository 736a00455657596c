package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquityStatisticsTest {
    private static final long DAY = 86_400_000L;

    @Test
    void annualisesTheMeanDailyReturnOverItsDeviation() {
        // Last balances of three days: 100, 110, 104.5; returns +10 % and −5 %: mean 2.5 %, deviation 7.5 %.
        EquityStatistics statistics = of(curve(0, 50, DAY - 1, 100, DAY, 90, 2 * DAY - 1, 110, 2 * DAY, 104.5));

        assertThat(statistics.sharpe()).isCloseTo(1.0 / 3.0 * Math.sqrt(365.0), within(1e-12));
    }

    @Test
    void leavesMissingDaysOut() {
        EquityStatistics dense = of(curve(0, 100, DAY, 110, 2 * DAY, 104.5));
        EquityStatistics gaps = of(curve(0, 100, 5 * DAY, 110, 9 * DAY, 104.5));

        assertThat(gaps.sharpe()).isEqualTo(dense.sharpe());
    }

    @Test
    void hasNoSharpeWithoutTwoDaysOrWithoutDeviation() {
        assertThat(of(List.of()).sharpe()).isZero();
        assertThat(of(curve(0, 100, 1, 120)).sharpe()).isZero();
        assertThat(of(curve(0, 100, DAY, 110)).sharpe()).isZero();
        assertThat(of(curve(0, 100, DAY, 100, 2 * DAY, 100)).sharpe()).isZero();
    }

    @Test
    void takesAReturnOnNothingAsZero() {
        // Returns 0 and −50 %: mean −25 %, deviation 25 %.
        EquityStatistics statistics = of(curve(0, 0, DAY, 100, 2 * DAY, 50));

        assertThat(statistics.sharpe()).isEqualTo(-Math.sqrt(365.0));
    }

    @Test
    void followsTheDeepestFallInMoneyAndInPartsOfThePeakApart() {
        // 60 of 100 is 60 %, later 100 of 1000 is more money but only 10 %.
        EquityStatistics statistics = of(curve(0, 100, 1, 40, 2, 1000, 3, 900, 4, 950));

        assertThat(statistics.maxDrawdownUsd()).isEqualTo(100.0);
        assertThat(statistics.maxDrawdownPct()).isEqualTo(0.6);
    }

    private static EquityStatistics of(List<EquityPoint> curve) {
        return EquityStatistics.of(
                curve.stream().mapToLong(EquityPoint::timeMs).toArray(),
                curve.stream().mapToDouble(EquityPoint::value).toArray());
    }

    /// Times and values by turns.
    private static List<EquityPoint> curve(double... pairs) {
        List<EquityPoint> curve = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            curve.add(new EquityPoint((long) pairs[i], pairs[i + 1]));
        }
        return curve;
    }
}
