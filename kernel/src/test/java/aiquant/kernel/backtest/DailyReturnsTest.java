package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DailyReturnsTest {

    private static final long DAY = 86_400_000L;

    /// Closes 110, 121 and 60.5: +10 % and −50 %.
    @Test
    void goFromTheLastBalanceOfADayToTheNext() {
        DailyReturns returns = DailyReturns.of(List.of(
                new EquityPoint(0, 100),
                new EquityPoint(DAY - 1, 110),
                new EquityPoint(DAY, 500),
                new EquityPoint(DAY + 5, 121),
                new EquityPoint(4 * DAY, 60.5)));

        assertThat(returns.days()).containsExactly(DAY, 4 * DAY);
        assertThat(returns.returns()[0]).isCloseTo(0.1, within(1e-15));
        assertThat(returns.returns()[1]).isEqualTo(-0.5);
        assertThat(returns.mean(4 * DAY, 5 * DAY)).isEqualTo(-0.5);
        assertThat(returns.mean(0, DAY - 1)).isZero();
    }

    @Test
    void areNoneOfOneDayAndNothingOfNothing() {
        assertThat(DailyReturns.of(List.of()).returns()).isEmpty();
        assertThat(DailyReturns.of(List.of(new EquityPoint(0, 1), new EquityPoint(1, 2)))
                        .returns())
                .isEmpty();
        assertThat(DailyReturns.of(List.of(new EquityPoint(0, 0), new EquityPoint(DAY, 50)))
                        .returns())
                .containsExactly(0.0);
    }
}
