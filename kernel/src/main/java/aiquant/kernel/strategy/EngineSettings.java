package aiquant.kernel.strategy;

/// Which bars decide: the `engine` section of a strategy file.
///
/// Intervals are texts such as `1h`; an empty entry or exit interval means "on the main bar".
public record EngineSettings(
        String interval, String entryInterval, String exitInterval, int loopTargetS, boolean signalOnCandleClose) {

    public static final EngineSettings DEFAULTS = new EngineSettings("1h", "", "", 60, true);
}
