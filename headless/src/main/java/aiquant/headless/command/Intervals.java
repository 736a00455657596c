package aiquant.headless.command;

import aiquant.config.Setting;
import aiquant.kernel.market.Interval;

/// The interval flag as a setting of the strategy.
final class Intervals {

    private Intervals() {}

    /// @throws IllegalArgumentException if the text names no interval
    static Setting setting(String text) {
        return new Setting("engine.interval", Interval.of(text).text());
    }
}
