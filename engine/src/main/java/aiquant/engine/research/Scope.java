package aiquant.engine.research;

import aiquant.sidecar.store.CandleSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The window of a replay, both ends included, in epoch milliseconds.
record Scope(long fromMs, long toMs) {

    /// Resolves the window against the data.
    ///
    /// With auto-scope the data are the finer sources, and the main one too in a search or where there is none: a
    /// given bound must lie inside their common range, a missing one takes its end. Without it, given bounds must
    /// lie inside every source.
    ///
    /// @throws IllegalArgumentException if a bound lies outside, or the sources have no common range
    static Scope of(
            ReplayRequest request,
            CandleSource main,
            Optional<CandleSource> exits,
            Optional<CandleSource> entries,
            boolean isSearch) {
        List<CandleSource> finer = new ArrayList<>();
        exits.ifPresent(finer::add);
        entries.ifPresent(finer::add);
        List<CandleSource> sources = new ArrayList<>(finer);
        if (finer.isEmpty() || isSearch || !request.autoScope()) {
            sources.add(main);
        }
        long min = sources.stream().mapToLong(CandleSource::minMs).max().orElse(Long.MIN_VALUE);
        long max = sources.stream().mapToLong(CandleSource::maxMs).min().orElse(Long.MAX_VALUE);
        if (min > max) {
            throw new IllegalArgumentException("the candle sources have no time in common: the latest starts at "
                    + text(min) + ", the earliest ends at " + text(max));
        }
        request.fromMs().ifPresent(from -> check("--start-ts", from, min, max));
        request.toMs().ifPresent(to -> check("--end-ts", to, min, max));
        Scope scope = request.autoScope()
                ? new Scope(request.fromMs().orElse(min), request.toMs().orElse(max))
                : new Scope(
                        request.fromMs().orElse(Long.MIN_VALUE), request.toMs().orElse(Long.MAX_VALUE));
        if (scope.fromMs > scope.toMs) {
            throw new IllegalArgumentException(
                    "--start-ts " + text(scope.fromMs) + " is after --end-ts " + text(scope.toMs));
        }
        return scope;
    }

    private static void check(String option, long bound, long min, long max) {
        if (bound < min || bound > max) {
            throw new IllegalArgumentException(
                    option + " " + text(bound) + " lies outside the data, " + text(min) + " to " + text(max));
        }
    }

    static String text(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }

    @Override
    public String toString() {
        return "from " + text(fromMs) + " to " + text(toMs);
    }
}
