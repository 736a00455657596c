package aiquant.kernel.backtest;

import aiquant.kernel.rule.Reason;
import aiquant.kernel.strategy.Confidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// The sentence a trade log carries for a reason number and its arguments.
public final class ReasonText {

    private ReasonText() {}

    /// @param a first, `b` second, `c` third number of the sentence, where it has any
    public static String of(int reason, Confidence confidence, boolean isSubBar, double a, double b, double c) {
        return switch (reason) {
            case Reason.ENTRY -> capital(confidence) + " entry" + (isSubBar ? " (sub-bar)" : "");
            case Reason.PYRAMID -> "Pyramid #" + (int) a;
            case Reason.FUNDING -> "Funding rate=" + fixed(a, 6);
            case Reason.SIGNAL_FLIP -> "Signal Flip";
            case Reason.END_OF_BACKTEST -> "End of Backtest";
            case Reason.STOP_LOSS -> "Stop Loss";
            case Reason.TRAILING_STOP -> "Trailing Stop";
            case Reason.PARTIAL_TARGET -> "Take Profit (Partial)";
            case Reason.TARGET -> "Take Profit";
            case Reason.TREND_BREAKDOWN -> "Trend Breakdown (EMA Cross)";
            case Reason.TREND_EXHAUSTION -> "Trend Exhaustion (ADX < " + shortest(a) + ")";
            case Reason.MACRO_BREAKDOWN -> "EMA Macro Breakdown";
            case Reason.MACRO_BREAKOUT -> "EMA Macro Breakout";
            case Reason.STAGNATION -> "Stagnation Exit (Low Vol: " + fixed(a, 2) + " < " + fixed(b, 2) + ")";
            case Reason.FUNDING_HEADWIND ->
                "Funding Headwind Exit (FR: " + fixed(a, 6) + ", Thr: " + fixed(b, 2) + ", Dur: " + fixed(c, 1) + "h)";
            case Reason.SATURATION ->
                "Trend Saturation Momentum Exhaustion (ADX: " + fixed(a, 1) + ", ADX_slope: " + fixed(b, 2) + ")";
            case Reason.DIVERGENCE -> "MACD Persistent Divergence (Profit: " + fixed(a, 2) + " ATR)";
            case Reason.RSI_OVERBOUGHT -> "RSI Overbought (" + fixed(a, 1) + ", Thr: " + shortest(b) + ")";
            case Reason.RSI_OVERSOLD -> "RSI Oversold (" + fixed(a, 1) + ", Thr: " + shortest(b) + ")";
            default -> throw new IllegalArgumentException("no such reason: " + reason);
        };
    }

    private static String capital(Confidence confidence) {
        String name = confidence.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /// The exact binary value rounded half to even at `decimals`; a negative value that rounds to zero keeps its sign.
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
        }
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return isNegative(value) && !text.startsWith("-") ? "-" + text : text;
    }

    /// The shortest decimal that reads back as the same double, without an exponent and without idle zeros.
    static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return fixed(value, 0);
        }
        String digits = new BigDecimal(Double.toString(Math.abs(value)))
                .stripTrailingZeros()
                .toPlainString();
        return isNegative(value) ? "-" + digits : digits;
    }

    private static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }
}
