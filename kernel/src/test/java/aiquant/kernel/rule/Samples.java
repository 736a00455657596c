package aiquant.kernel.rule;

import aiquant.kernel.strategy.CompiledStrategy;
import aiquant.kernel.strategy.StrategyParams;

/// A market, parameters and a position to start a test from; the test changes what it is about.
public final class Samples {

    private Samples() {}

    /// A steady uptrend at 100 with an ATR of 1: the default strategy would buy with high confidence.
    public static IndicatorSnapshot uptrend() {
        IndicatorSnapshot s = new IndicatorSnapshot();
        s.open = 99.5;
        s.high = 100.5;
        s.low = 99.0;
        s.close = 100.0;
        s.volume = 300.0;
        s.emaFast = 99.0;
        s.emaSlow = 98.0;
        s.emaMacro = 97.0;
        s.emaSlowSlope = 0.001;
        s.adx = 30.0;
        s.adxSlope = 0.25;
        s.bbWidthRatio = 1.0;
        s.atr = 1.0;
        s.avgAtr = 1.0;
        s.rsi = 60.0;
        s.stochK = 0.5;
        s.macdHist = 0.3;
        s.macdHistPrev = 0.2;
        s.macdHistPrev2 = 0.1;
        s.volumeSma = 100.0;
        s.volumeTrend = true;
        s.prevClose = 99.5;
        s.prevEmaFast = 98.8;
        s.prevEmaSlow = 97.9;
        return s;
    }

    /// The mirror image at 100: the default strategy would sell with high confidence.
    public static IndicatorSnapshot downtrend() {
        IndicatorSnapshot s = uptrend();
        s.emaFast = 101.0;
        s.emaSlow = 102.0;
        s.emaMacro = 103.0;
        s.emaSlowSlope = -0.001;
        s.rsi = 40.0;
        s.macdHist = -0.3;
        s.macdHistPrev = -0.2;
        s.macdHistPrev2 = -0.1;
        s.prevClose = 100.5;
        s.prevEmaFast = 101.2;
        s.prevEmaSlow = 102.1;
        return s;
    }

    /// The defaults with one value changed.
    public static RuleParams rules(String path, double value) {
        return rules(StrategyParams.defaults().with(path, value));
    }

    public static RuleParams rules(StrategyParams params) {
        return CompiledStrategy.of(params).rules();
    }

    public static RuleParams rules() {
        return rules(StrategyParams.defaults());
    }

    /// Two units at 100 with an entry ATR of 1, medium confidence and leverage 3, opened at time 0.
    public static Position position(int side) {
        Position position = new Position();
        position.side = side;
        position.entry = 100.0;
        position.size = 2.0;
        position.margin = 66.0;
        position.leverage = 3.0;
        position.confidence = 1;
        position.entryAtr = 1.0;
        return position;
    }
}
