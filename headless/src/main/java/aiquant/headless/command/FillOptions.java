package aiquant.headless.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says at which prices paper orders are filled.
final class FillOptions {

    /// Where fills come from.
    enum Fills {
        MODEL,
        QUOTES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--fills",
            paramLabel = "KIND",
            description = "model: at the decided close as a backtest does. quotes: at the bid or ask of the moment the"
                    + " order arrives, on ticks and lots. Default: quotes with --exchange, else model.")
    private @Nullable Fills fills;

    /// @param history bars of the past that are to be decided
    /// @throws IllegalArgumentException if quotes are asked for where there are none
    boolean areQuotes(boolean isLive, long history) {
        Fills chosen = fills == null ? isLive && history == 0 ? Fills.QUOTES : Fills.MODEL : fills;
        if (chosen == Fills.QUOTES && !isLive) {
            throw new IllegalArgumentException("stored candles have no quotes: --fills quotes goes with --exchange");
        }
        if (chosen == Fills.QUOTES && history > 0) {
            throw new IllegalArgumentException("bars of the past have no quotes: --history goes with --fills model");
        }
        return chosen == Fills.QUOTES;
    }
}
