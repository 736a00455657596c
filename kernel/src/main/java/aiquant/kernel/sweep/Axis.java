package aiquant.kernel.sweep;

import java.util.Optional;

/// One parameter that varies: its dotted path, the values it takes in their order, and when it does so.
///
/// Values are in the sweep's encoding: booleans 0 and 1, enumerations as integers. The array is shared, not copied.
public record Axis(String path, double[] values, Optional<Gate> gate) {

    public Axis {
        if (values.length == 0) {
            throw new IllegalArgumentException("axis " + path + " has no values");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("axis " + path + " has the value " + value);
            }
        }
    }
}
