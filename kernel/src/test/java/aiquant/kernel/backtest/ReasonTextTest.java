package aiquant.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aiquant.kernel.rule.Reason;
import aiquant.kernel.strategy.Confidence;
import org.junit.jupiter.api.Test;

class ReasonTextTest {

    @Test
    void roundsTheExactBinaryValueHalfToEven() {
        assertThat(ReasonText.fixed(0.125, 2)).isEqualTo("0.12");
        assertThat(ReasonText.fixed(0.375, 2)).isEqualTo("0.38");
        // 1.005 lies just below its decimal text, so it is no half.
        assertThat(ReasonText.fixed(1.005, 2)).isEqualTo("1.00");
        assertThat(ReasonText.fixed(2.5, 0)).isEqualTo("2");
    }

    @Test
    void keepsTheSignOfNegativeZero() {
        assertThat(ReasonText.fixed(-0.001, 2)).isEqualTo("-0.00");
        assertThat(ReasonText.fixed(-0.0, 1)).isEqualTo("-0.0");
        assertThat(ReasonText.fixed(0.0, 1)).isEqualTo("0.0");
        assertThat(ReasonText.shortest(-0.0)).isEqualTo("-0");
    }

    @Test
    void writesWhatIsNoNumberInWords() {
        assertThat(ReasonText.fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(ReasonText.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("inf");
        assertThat(ReasonText.shortest(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void writesTheShortestDecimalThatReadsBack() {
        assertThat(ReasonText.shortest(22.0)).isEqualTo("22");
        assertThat(ReasonText.shortest(27.5)).isEqualTo("27.5");
        assertThat(ReasonText.shortest(0.1)).isEqualTo("0.1");
        assertThat(ReasonText.shortest(0.0)).isEqualTo("0");
        assertThat(ReasonText.shortest(100.0)).isEqualTo("100");
    }

    @Test
    void writesVerySmallAndVeryLargeNumbersWithoutExponentAndIdleZeros() {
        assertThat(ReasonText.shortest(0.0001)).isEqualTo("0.0001");
        assertThat(ReasonText.shortest(1e-7)).isEqualTo("0.0000001");
        assertThat(ReasonText.shortest(1e7)).isEqualTo("10000000");
        assertThat(ReasonText.shortest(1.5e21)).isEqualTo("1500000000000000000000");
    }

    @Test
    void saysEveryReason() {
        assertThat(text(Reason.ENTRY, 0, 0, 0)).isEqualTo("High entry");
        assertThat(ReasonText.of(Reason.ENTRY, Confidence.LOW, true, 0, 0, 0)).isEqualTo("Low entry (sub-bar)");
        assertThat(text(Reason.PYRAMID, 2, 0, 0)).isEqualTo("Pyramid #2");
        assertThat(text(Reason.FUNDING, 0.0000125, 0, 0)).isEqualTo("Funding rate=0.000013");
        assertThat(text(Reason.SIGNAL_FLIP, 0, 0, 0)).isEqualTo("Signal Flip");
        assertThat(text(Reason.END_OF_BACKTEST, 0, 0, 0)).isEqualTo("End of Backtest");
        assertThat(text(Reason.STOP_LOSS, 0, 0, 0)).isEqualTo("Stop Loss");
        assertThat(text(Reason.TRAILING_STOP, 0, 0, 0)).isEqualTo("Trailing Stop");
        assertThat(text(Reason.PARTIAL_TARGET, 0, 0, 0)).isEqualTo("Take Profit (Partial)");
        assertThat(text(Reason.TARGET, 0, 0, 0)).isEqualTo("Take Profit");
        assertThat(text(Reason.TREND_BREAKDOWN, 0, 0, 0)).isEqualTo("Trend Breakdown (EMA Cross)");
        assertThat(text(Reason.TREND_EXHAUSTION, 22, 0, 0)).isEqualTo("Trend Exhaustion (ADX < 22)");
        assertThat(text(Reason.MACRO_BREAKDOWN, 0, 0, 0)).isEqualTo("EMA Macro Breakdown");
        assertThat(text(Reason.MACRO_BREAKOUT, 0, 0, 0)).isEqualTo("EMA Macro Breakout");
        assertThat(text(Reason.STAGNATION, 0.5, 0.7, 0)).isEqualTo("Stagnation Exit (Low Vol: 0.50 < 0.70)");
        assertThat(text(Reason.FUNDING_HEADWIND, 0.00011, 0.15, 3.25))
                .isEqualTo("Funding Headwind Exit (FR: 0.000110, Thr: 0.15, Dur: 3.2h)");
        assertThat(text(Reason.SATURATION, 51.25, -0.125, 0))
                .isEqualTo("Trend Saturation Momentum Exhaustion (ADX: 51.2, ADX_slope: -0.12)");
        assertThat(text(Reason.DIVERGENCE, 1.625, 0, 0)).isEqualTo("MACD Persistent Divergence (Profit: 1.62 ATR)");
        assertThat(text(Reason.RSI_OVERBOUGHT, 80.25, 80, 0)).isEqualTo("RSI Overbought (80.2, Thr: 80)");
        assertThat(text(Reason.RSI_OVERSOLD, 19.75, 20.5, 0)).isEqualTo("RSI Oversold (19.8, Thr: 20.5)");
    }

    @Test
    void refusesAReasonItDoesNotKnow() {
        assertThatThrownBy(() -> text(Reason.NONE, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such reason: 0");
    }

    private static String text(int reason, double a, double b, double c) {
        return ReasonText.of(reason, Confidence.HIGH, false, a, b, c);
    }
}
