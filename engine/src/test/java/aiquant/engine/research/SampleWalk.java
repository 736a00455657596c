package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.Interval;
import aiquant.kernel.strategy.StrategyParams;
import aiquant.simulator.MarketGenerator;
import java.util.LinkedHashMap;
import java.util.Map;

/// A walk-forward over a generated market: twelve symbols, four folds of nine trials.
final class SampleWalk {

    static final long START_MS = 1_735_689_600_000L; // 2025-01-01
    private static final long HOUR = 3_600_000L;
    private static final int BARS = 2_040;
    private static final WalkForwardWindows WINDOWS =
            new WalkForwardWindows(960 * HOUR, 240 * HOUR, 240 * HOUR, 24 * HOUR, false);

    private SampleWalk() {}

    static WalkForwardResult result() {
        WalkForward walk = walk();
        walk.folds().forEach(fold -> judge(walk, fold));
        return walk.result();
    }

    static WalkForwardResult stoppedAfter(int folds) {
        WalkForward walk = walk();
        walk.folds().stream().limit(folds).forEach(fold -> judge(walk, fold));
        return walk.partial();
    }

    private static WalkForward walk() {
        BacktestInput whole = BacktestInput.of(
                StrategyParams.defaults(),
                new MarketGenerator(3, MarketGenerator.demoSymbols(), START_MS, Interval.H1).history(BARS),
                10_000,
                200);
        return new WalkForward(whole, WINDOWS, START_MS, START_MS + BARS * HOUR);
    }

    private static void judge(WalkForward walk, Fold fold) {
        TrialTally tally = new TrialTally(100);
        new GridSearch().search(walk.training(fold), tally);
        walk.judge(fold, tally);
    }

    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Configuration", "built-in defaults");
        facts.put("Data", "1h candles: candles_dbs/candles_1h.db");
        facts.put("Sampler", "grid of 9");
        return facts;
    }
}
