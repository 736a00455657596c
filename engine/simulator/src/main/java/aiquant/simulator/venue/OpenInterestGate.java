package aiquant.simulator.venue;

/// Whether positions in a coin may grow.
public enum OpenInterestGate {
    OPEN,
    CAPPED,
    /// Growing too quickly just now.
    TOO_FAST
}
