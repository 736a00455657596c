package aiquant.desktop.plot;

/// One fill on the chart.
///
/// @param buy whether it bought; entries of longs and exits of shorts do
public record Mark(int bar, double price, Kind kind, boolean buy) {

    /// What the fill did to the position.
    public enum Kind {
        ENTRY,
        ADD,
        REDUCE,
        EXIT
    }
}
