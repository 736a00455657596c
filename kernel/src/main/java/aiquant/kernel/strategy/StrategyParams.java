package aiquant.kernel.strategy;

/// Everything a strategy file can say, typed and complete: defaults fill what the file leaves out.
///
/// Immutable. [Parameters] finds, reads and changes single values by their dotted path.
public record StrategyParams(
        Trade trade,
        Indicators indicators,
        Filters filters,
        MarketRegime marketRegime,
        Thresholds thresholds,
        EngineSettings engine,
        RuntimeSettings runtime,
        Pipeline pipeline) {

    /// The built-in defaults: the parameters of an empty strategy file.
    public static StrategyParams defaults() {
        return Parameters.DEFAULTS;
    }

    /// A copy with one sweepable value changed by the sweep's conversions: integers truncate, booleans are "not zero",
    /// enumerations take 0, 1, 2.
    ///
    /// @throws IllegalArgumentException if no sweepable value has this path
    public StrategyParams with(String path, double value) {
        return Parameters.with(this, path, value);
    }

    public StrategyParams withEngine(EngineSettings settings) {
        return new StrategyParams(trade, indicators, filters, marketRegime, thresholds, settings, runtime, pipeline);
    }

    public StrategyParams withRuntime(RuntimeSettings settings) {
        return new StrategyParams(trade, indicators, filters, marketRegime, thresholds, engine, settings, pipeline);
    }

    public StrategyParams withPipeline(Pipeline settings) {
        return new StrategyParams(trade, indicators, filters, marketRegime, thresholds, engine, runtime, settings);
    }
}
