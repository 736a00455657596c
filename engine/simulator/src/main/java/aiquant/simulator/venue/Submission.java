package aiquant.simulator.venue;

/// An action and the account it is for.
public record Submission(String address, Action action) {}
