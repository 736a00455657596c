package aiquant.engine.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a ledger's view of a live market begins, fixed when the ledger begins.
///
/// It is part of the market's identity, so that every later run starts from the same bar and comes to the same
/// indicators.
///
/// @param fromMs   open time of the first bar that is read
/// @param decideMs open time of the first bar that is decided; those before only warm the indicators
public record LiveStart(long fromMs, long decideMs) {
    private static final Pattern TEXT = Pattern.compile(" from (-?\\d{1,18}) deciding from (-?\\d{1,18})$");

    /// Begins with the bar that is going on at that moment, after so many that warm up.
    ///
    /// @param decided bars of the past that are decided as well
    public static LiveStart now(long nowMs, long lengthMs, int warming, long decided) {
        long decideMs = (Math.floorDiv(nowMs, lengthMs) - decided) * lengthMs;
        return new LiveStart(decideMs - warming * lengthMs, decideMs);
    }

    /// What the end of an identity says.
    public static Optional<LiveStart> read(String identity) {
        Matcher matcher = TEXT.matcher(identity);
        return matcher.find()
                ? Optional.of(new LiveStart(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /// As it ends an identity.
    String text() {
        return " from " + fromMs + " deciding from " + decideMs;
    }
}
