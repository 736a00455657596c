package aiquant.headless.command;

import aiquant.engine.EngineView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and times as the terminal shows them.
final class Texts {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Texts() {}

    static String time(long epochMs) {
        return epochMs <= 0 ? "–" : MINUTES.format(Instant.ofEpochMilli(epochMs));
    }

    static String usd(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+,.2f", value);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100.0);
    }

    /// `42 s`, `3 min 05 s`, `8 h 55 min`.
    static String duration(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        if (duration.toHours() > 0) {
            return String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
                : duration.toSeconds() + " s";
    }

    /// Enough digits for the price's size: 97,123.4 and 0.01234.
    static String price(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 1 : size >= 10 ? 3 : size >= 0.1 ? 4 : 6;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /// One paragraph at the end of a session.
    static String closing(EngineView view, Path ledger) {
        return String.format(
                Locale.ROOT,
                "%s ended: %,d bars read, %d trades, equity %s USD (%s), %d positions open.%nledger: %s (%,d entries)",
                view.mode().label().toLowerCase(Locale.ROOT),
                view.feed().roundsDone(),
                view.tradesTotal(),
                usd(view.equity()),
                signed(view.equity() - view.initialBalance().toDouble()),
                view.positions().size(),
                ledger,
                view.sequence());
    }
}
