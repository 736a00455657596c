package aiquant.exchange.wire;

/// The exchange's first year, whose answers lack fields that are required today.
final class Era {
    private static final long YEAR_2024_MS = 1_704_067_200_000L;

    private Era() {}

    static boolean isOld(long timeMs) {
        return timeMs < YEAR_2024_MS;
    }
}
