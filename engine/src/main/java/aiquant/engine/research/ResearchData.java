package aiquant.engine.research;

import aiquant.kernel.backtest.BacktestInput;
import aiquant.kernel.market.Interval;
import java.util.List;

/// What a research run works on, read and checked.
///
/// @param interval      of the main candles
/// @param fromMs        open time of the first main bar in scope; `toMs` that of the last
/// @param data          one line for each source
/// @param configuration where the parameters come from
/// @param notices       one line each: what was ignored, skipped or assumed
public record ResearchData(
        BacktestInput input,
        Interval interval,
        long fromMs,
        long toMs,
        List<String> data,
        String configuration,
        String fingerprint,
        List<String> notices) {

    public ResearchData {
        data = List.copyOf(data);
        notices = List.copyOf(notices);
    }
}
