package aiquant.gpu;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// How cards are used by a sweep. None of it changes a result.
///
/// @param batch       configurations a card gets at once, where its memory allows
/// @param memoryBytes most memory to take of a card; never more than 85 % of what is free
/// @param chunk       bars per launch; where empty, as many as take about 80 ms
/// @param checked     how many of the best results, and how many others, are replayed on the JVM
/// @param helpers     threads that compile configurations and compute series for the cards
/// @param isTested    whether a card's arithmetic is compared with the JVM's before it is used
public record SweepSettings(
        int batch, OptionalLong memoryBytes, OptionalInt chunk, int checked, int helpers, boolean isTested) {

    /// Fewer configurations at once leave most of a card idle.
    static final int FEW = 4_096;

    public SweepSettings {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch needs at least one configuration: " + batch);
        }
        if (memoryBytes.isPresent() && memoryBytes.getAsLong() < 1) {
            throw new IllegalArgumentException(
                    "the memory to take of a card must be positive: " + memoryBytes.getAsLong());
        }
        if (chunk.isPresent() && chunk.getAsInt() < 1) {
            throw new IllegalArgumentException("a chunk needs at least one bar: " + chunk.getAsInt());
        }
        if (checked < 1 || helpers < 1) {
            throw new IllegalArgumentException(
                    "results to check and threads must be at least 1: " + checked + ", " + helpers);
        }
    }

    public static SweepSettings defaults() {
        return new SweepSettings(
                65_536,
                OptionalLong.empty(),
                OptionalInt.empty(),
                200,
                Runtime.getRuntime().availableProcessors(),
                true);
    }

    public SweepSettings withBatch(int other) {
        return new SweepSettings(other, memoryBytes, chunk, checked, helpers, isTested);
    }

    public SweepSettings withMemory(OptionalLong bytes) {
        return new SweepSettings(batch, bytes, chunk, checked, helpers, isTested);
    }

    public SweepSettings withChunk(int bars) {
        return new SweepSettings(batch, memoryBytes, OptionalInt.of(bars), checked, helpers, isTested);
    }

    public SweepSettings withChecked(int count) {
        return new SweepSettings(batch, memoryBytes, chunk, count, helpers, isTested);
    }

    public SweepSettings tested(boolean is) {
        return new SweepSettings(batch, memoryBytes, chunk, checked, helpers, is);
    }
}
