package aiquant.kernel.sweep;

import java.util.ArrayList;
import java.util.List;

/// Every combination, the first axis varying slowest. Holds one combination at a time.
public final class Grid implements Sampler {
    private final ParameterSpace space;
    private final int[] at;
    private final double[] values;
    private long index;
    private boolean isDone;

    public Grid(ParameterSpace space) {
        this.space = space;
        at = new int[space.axes().size()];
        values = new double[at.length];
        settle(0);
    }

    /// Puts the axes from `first` on to their first values.
    private void settle(int first) {
        for (int axis = first; axis < at.length; axis++) {
            at[axis] = 0;
            values[axis] = space.axes().get(axis).values()[0];
        }
    }

    @Override
    public List<Trial> next(int count) {
        List<Trial> trials = new ArrayList<>();
        while (trials.size() < count && !isDone) {
            trials.add(space.trial(index++, values));
            advance();
        }
        return trials;
    }

    private void advance() {
        for (int axis = at.length - 1; axis >= 0; axis--) {
            if (at[axis] + 1 < space.width(axis, values)) {
                at[axis]++;
                values[axis] = space.axes().get(axis).values()[at[axis]];
                settle(axis + 1);
                return;
            }
        }
        isDone = true;
    }

    /// Goes on after the first `count` combinations.
    public void skip(long count) {
        while (index < count && !isDone) {
            index++;
            advance();
        }
    }

    @Override
    public void told(List<Trial> trials, List<Outcome> outcomes) {
        // A grid does not learn.
    }
}
