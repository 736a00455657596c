package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import aiquant.kernel.market.Symbol;
import aiquant.kernel.strategy.Strategies;
import aiquant.kernel.strategy.StrategyParams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceBatchTest {
    private static final StrategyParams PARAMS = Given.eager();
    private final BacktestData data = new BacktestData(Given.input(
            PARAMS, Given.hourly("BTC", 0, Given.steps(100, 1, 30)), Given.hourly("ETH", 0, Given.steps(10, 1, 30))));

    @Test
    void sharesEverySeriesThatIsTheSame() {
        StrategyParams other = PARAMS.with("trade.sl_atr_mult", 3).with("indicators.atr_window", 9);

        DeviceBatch batch = new DeviceBatch(data, List.of(of(PARAMS), of(PARAMS), of(other)));

        int alone = new DeviceBatch(data, List.of(of(PARAMS))).seriesCount();
        assertThat(batch.seriesCount()).isEqualTo(alone + 2); // ATR 9 and its average
        assertThat(batch.size()).isEqualTo(3);
    }

    @Test
    void laysSeriesOutAsAsked() {
        DeviceBatch batch = new DeviceBatch(data, List.of(of(PARAMS)));
        SeriesCache cache = new SeriesCache(data.market(), Long.MAX_VALUE);
        int rows = data.market().rowCount();
        int count = batch.seriesCount();

        double[] byRow = batch.series(cache, 1, count);
        double[] bySeries = batch.series(cache, rows, 1);

        for (int row = 0; row < rows; row++) {
            for (int series = 0; series < count; series++) {
                assertThat(byRow[row * count + series]).isEqualTo(bySeries[series * rows + row]);
            }
        }
    }

    @Test
    void givesSymbolsWithParametersOfTheirOwnAGroup() {
        Strategies own = Strategies.of(PARAMS, Map.of(new Symbol("ETH"), PARAMS), Optional.empty());

        DeviceBatch batch = new DeviceBatch(data, List.of(own));

        assertThat(batch.groups()).isEqualTo(2);
        assertThat(batch.groupOf()).containsExactly(0, 1);
    }

    @Test
    void refusesConfigurationsOfDifferentShapes() {
        Strategies own = Strategies.of(PARAMS, Map.of(new Symbol("ETH"), PARAMS), Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceBatch(data, List.of(of(PARAMS), own)))
                .withMessage("configuration 1 has parameters of their own for [ETH], the first one for []");
    }

    private static Strategies of(StrategyParams params) {
        return Strategies.of(params, Map.of(), Optional.empty());
    }
}
