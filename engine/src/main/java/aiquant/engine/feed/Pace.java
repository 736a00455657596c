package aiquant.engine.feed;

/// How fast the time of a market passes. Any thread.
public interface Pace {

    /// @param roundsPerSecond 0 pauses, infinity does not pause at all
    void setSpeed(double roundsPerSecond);

    /// Rounds a second.
    double speed();
}
