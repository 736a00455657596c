package aiquant.desktop.strip;

import java.util.Arrays;
import java.util.Optional;

/// The replay speeds on offer, in rounds (main bars) a second.
enum Speed {
    PAUSE("❚❚", "Pause the replay", 0),
    ONE("1×", "One bar a second", 1),
    FOUR("4×", "Four bars a second", 4),
    SIXTEEN("16×", "Sixteen bars a second", 16),
    MAX("Max", "As fast as the engine can", Double.POSITIVE_INFINITY);

    private final String label;
    private final String explanation;
    private final double roundsPerSecond;

    Speed(String label, String explanation, double roundsPerSecond) {
        this.label = label;
        this.explanation = explanation;
        this.roundsPerSecond = roundsPerSecond;
    }

    /// The button of this speed, if there is one.
    static Optional<Speed> of(double roundsPerSecond) {
        return Arrays.stream(values())
                .filter(speed -> speed.roundsPerSecond == roundsPerSecond)
                .findFirst();
    }

    String label() {
        return this == PAUSE ? "paused" : label;
    }

    String face() {
        return label;
    }

    String explanation() {
        return explanation;
    }

    double roundsPerSecond() {
        return roundsPerSecond;
    }
}
