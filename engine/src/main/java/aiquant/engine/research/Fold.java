package aiquant.engine.research;

/// One step of a walk-forward: a window to choose in, and a later one that the choice is tested on.
///
/// Epoch milliseconds of open times, both ends included.
public record Fold(int number, long trainFromMs, long trainToMs, long testFromMs, long testToMs) {

    public Fold {
        if (trainFromMs > trainToMs || trainToMs >= testFromMs || testFromMs > testToMs) {
            throw new IllegalArgumentException("fold " + number + " is out of order: train " + trainFromMs + " to "
                    + trainToMs + ", test " + testFromMs + " to " + testToMs);
        }
    }
}
