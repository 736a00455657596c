package aiquant.engine.research;

import java.util.ArrayList;
import java.util.List;

/// How a period is cut into folds. Lengths are milliseconds of time, so a hole in the candles shortens nothing.
///
/// @param stepMs     from one test window's start to the next; at least `testMs`, so that no bar is tested twice
/// @param purgeMs    left out between training and test
/// @param isAnchored whether every training window begins where the first does; else they roll
public record WalkForwardWindows(long trainMs, long testMs, long stepMs, long purgeMs, boolean isAnchored) {

    public WalkForwardWindows {
        if (trainMs <= 0 || testMs <= 0 || purgeMs < 0 || stepMs < testMs) {
            throw new IllegalArgumentException("windows must be positive and the step at least the test: train "
                    + trainMs + ", test " + testMs + ", step " + stepMs + ", purge " + purgeMs);
        }
    }

    /// The folds that fit whole into `fromMs` (included) to `endMs` (excluded).
    public List<Fold> folds(long fromMs, long endMs) {
        List<Fold> folds = new ArrayList<>();
        for (long testFrom = fromMs + trainMs + purgeMs; testFrom + testMs <= endMs; testFrom += stepMs) {
            long trainEnd = testFrom - purgeMs;
            long trainFrom = isAnchored ? fromMs : trainEnd - trainMs;
            folds.add(new Fold(folds.size() + 1, trainFrom, trainEnd - 1, testFrom, testFrom + testMs - 1));
        }
        return folds;
    }
}
