package aiquant.desktop.plot;

/// A named level line of the chart with its past and its present value.
///
/// @param current the live value, NaN when there is none
public record Level(String name, Series series, double current, int argb) {}
