package aiquant.kernel.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import aiquant.kernel.rule.IndicatorSnapshot;
import aiquant.kernel.strategy.StrategyParams;
import org.junit.jupiter.api.Test;

class IndicatorBankTest {
    private static final StrategyParams SHORT = StrategyParams.defaults()
            .with("indicators.ema_fast_window", 1)
            .with("indicators.ema_slow_window", 3)
            .with("indicators.bb_window", 2)
            .with("indicators.bb_width_avg_window", 2)
            .with("indicators.atr_window", 1)
            .with("indicators.rsi_window", 1)
            .with("indicators.vol_sma_window", 2)
            .with("indicators.vol_trend_window", 1)
            .with("thresholds.entry.ave_avg_atr_window", 2)
            .with("thresholds.entry.slow_drift_slope_window", 2);

    @Test
    void saysNothingBeforeTheFirstBar() {
        IndicatorBank bank = new IndicatorBank(StrategyParams.defaults());

        assertThat(bank.bars()).isZero();
        assertThat(bank.latest().close).isEqualTo(0.0);
        assertThat(bank.latest().bbWidthRatio).isEqualTo(1.0);
        assertThat(bank.latest().rsi).isEqualTo(50.0);
        assertThat(bank.latest().stochK).isEqualTo(0.0);
        assertThat(bank.latest().volumeTrend).isFalse();
    }

    @Test
    void measuresSlopesFromZeroAtTheFirstBar() {
        IndicatorBank bank = new IndicatorBank(SHORT);

        bank.update(0, 10, 12, 8, 10, 100);

        IndicatorSnapshot s = bank.latest();
        assertThat(s.atr).isEqualTo(4.0);
        assertThat(s.atrSlope).isEqualTo(4.0);
        assertThat(s.prevClose).isEqualTo(0.0);
        assertThat(s.emaSlowSlope).isEqualTo(0.0);
        assertThat(s.barCount).isZero();
        assertThat(s.volumeTrend).isFalse();
        assertThat(s.stochK).isEqualTo(0.5);
    }

    @Test
    void remembersTheBarBefore() {
        IndicatorBank bank = new IndicatorBank(SHORT);
        bank.update(0, 10, 12, 8, 10, 100);

        bank.update(1, 10, 15, 10, 14, 300);

        IndicatorSnapshot s = bank.latest();
        assertThat(s.timeMs).isEqualTo(1);
        assertThat(s.emaFast).isEqualTo(14.0);
        // Half of 14 and half of 10.
        assertThat(s.emaSlow).isEqualTo(12.0);
        assertThat(s.emaSlowSlope).isEqualTo(2.0 / 14.0);
        assertThat(s.prevClose).isEqualTo(10.0);
        assertThat(s.prevEmaFast).isEqualTo(10.0);
        assertThat(s.prevEmaSlow).isEqualTo(10.0);
        // Mean 12, deviation 2: 8 wide at a price of 14, after a width of 0.
        assertThat(s.bbWidth).isEqualTo(8.0 / 14.0);
        assertThat(s.bbWidthAvg).isEqualTo((0.0 + 8.0 / 14.0) / 2.0);
        assertThat(s.bbWidthRatio).isEqualTo(2.0);
        assertThat(s.atr).isEqualTo(5.0);
        assertThat(s.avgAtr).isEqualTo(4.5);
        assertThat(s.rsi).isEqualTo(100.0);
        assertThat(s.volumeSma).isEqualTo(200.0);
        assertThat(s.volumeTrend).isTrue();
        assertThat(s.barCount).isEqualTo(1);
    }

    @Test
    void shiftsTheMacdHistogramBarByBar() {
        IndicatorBank bank = new IndicatorBank(SHORT);
        Macd macd = new Macd();
        double[] histogram = new double[5];
        for (int i = 0; i < 5; i++) {
            double close = 10 + i * i;
            histogram[i] = macd.update(close);
            bank.update(i, close, close, close, close, 1);
        }

        assertThat(bank.latest().macdHist).isEqualTo(histogram[4]);
        assertThat(bank.latest().macdHistPrev).isEqualTo(histogram[3]);
        assertThat(bank.latest().macdHistPrev2).isEqualTo(histogram[2]);
        assertThat(bank.latest().macdHistPrev3).isEqualTo(histogram[1]);
    }

    @Test
    void takesASlopeOverOneBarAsNone() {
        IndicatorBank bank = new IndicatorBank(SHORT.with("thresholds.entry.slow_drift_slope_window", 1));
        bank.update(0, 10, 10, 10, 10, 1);
        bank.update(1, 20, 20, 20, 20, 1);

        assertThat(bank.latest().emaSlowSlope).isEqualTo(0.0);
    }

    @Test
    void computesNoStochasticWhereNoFilterAsks() {
        IndicatorBank bank = new IndicatorBank(SHORT.with("filters.use_stoch_rsi_filter", 0));
        bank.update(0, 10, 10, 10, 10, 1);

        assertThat(bank.latest().stochK).isEqualTo(0.0);
        assertThat(bank.latest().stochD).isEqualTo(0.0);
    }

    @Test
    void takesAWidthWindowOfZeroAsOne() {
        IndicatorBank bank = new IndicatorBank(SHORT.with("indicators.bb_width_avg_window", 0));
        bank.update(0, 10, 10, 10, 10, 1);
        bank.update(1, 20, 20, 20, 20, 1);

        assertThat(bank.latest().bbWidthAvg).isEqualTo(bank.latest().bbWidth);
    }
}
