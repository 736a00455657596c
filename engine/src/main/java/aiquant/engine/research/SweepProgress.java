package aiquant.engine.research;

/// How far a sweep is.
///
/// @param done   trials evaluated, those before a resume included
/// @param fresh  of them, those of this run: what a rate is measured by
/// @param trials all there will be
/// @param best   total profit of the best one so far in USD; NaN before the first
/// @param written rows of the output written so far, once writing has begun
public record SweepProgress(long done, long fresh, long trials, double best, long written) {}
