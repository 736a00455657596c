package aiquant.config;

import aiquant.kernel.sweep.Axis;
import java.util.List;

/// What a sweep varies, as its file says it.
///
/// @param lookback bars before the first signal
/// @param axes     in the order of the file
public record SweepSpec(int lookback, List<Axis> axes) {
    static final int DEFAULT_LOOKBACK = 200;

    public SweepSpec {
        axes = List.copyOf(axes);
    }
}
