package aiquant.engine.feed;

/// How one source of prices is doing.
///
/// @param answered looks that brought an answer
/// @param failed looks that did not
/// @param refused numbers in answers that could not be used
/// @param problem why the last look failed; empty when it did not
public record SourceState(PriceSource source, long answered, long failed, long refused, String problem) {

    public boolean isFailing() {
        return !problem.isEmpty();
    }
}
