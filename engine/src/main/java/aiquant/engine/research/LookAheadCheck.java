package aiquant.engine.research;

import aiquant.kernel.backtest.Backtest;
import aiquant.kernel.backtest.LookAhead;
import java.util.Optional;
import java.util.function.Consumer;

/// Repeats a finished replay on ever longer beginnings of its data and compares.
///
/// @param cuts       how many beginnings were compared
/// @param difference the first decision that knew the future, in words
public record LookAheadCheck(int cuts, Optional<String> difference) {

    private static final int CUTS = 12;

    /// @param progress takes a line per beginning
    public static LookAheadCheck of(ReplayOutcome outcome, Consumer<String> progress) {
        LookAhead lookAhead = new LookAhead(outcome.input(), outcome.result(), Backtest::run);
        long[] cuts = lookAhead.cuts(CUTS);
        for (int i = 0; i < cuts.length; i++) {
            String until = Figures.minute(cuts[i]);
            progress.accept("look-ahead: cut " + (i + 1) + " of " + cuts.length + ", data until " + until);
            Optional<String> difference = lookAhead.at(cuts[i]);
            if (difference.isPresent()) {
                return new LookAheadCheck(i + 1, difference.map(text -> "data until " + until + ": " + text));
            }
        }
        return new LookAheadCheck(cuts.length, Optional.empty());
    }

    public String sentence() {
        return difference
                .map(text -> "look-ahead found: " + text)
                .orElse("no look-ahead found: " + Figures.counted(cuts, "cut") + " checked");
    }
}
