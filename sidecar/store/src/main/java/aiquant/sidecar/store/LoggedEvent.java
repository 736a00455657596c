package aiquant.sidecar.store;

/// An account event with its place in the log.
///
/// @param seq grows from event to event
/// @param receivedMs when it reached us first, epoch milliseconds
/// @param data JSON as it came
public record LoggedEvent(long seq, String user, String kind, long receivedMs, String data) {}
