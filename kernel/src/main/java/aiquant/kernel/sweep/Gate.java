package aiquant.kernel.sweep;

/// A condition on another parameter: an axis varies only where the value at `path` is `eq`.
public record Gate(String path, double eq) {
    private static final double TOLERANCE = 1e-9;

    /// Whether a value of the other parameter lets the axis vary.
    public boolean holds(double value) {
        return Math.abs(value - eq) <= TOLERANCE;
    }
}
