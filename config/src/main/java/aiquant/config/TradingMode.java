package aiquant.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where orders go: to the paper venue, nowhere (signed, then withheld), or to the exchange.
public enum TradingMode {
    PAPER,
    DRY_LIVE,
    LIVE;

    /// As files and variables write it: `dry_live`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TradingMode> find(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(mode -> mode.text().equals(written)).findFirst();
    }

    /// Whether the account is real, so that the strategy's `live` section applies.
    public boolean usesRealAccount() {
        return switch (this) {
            case PAPER -> false;
            case DRY_LIVE, LIVE -> true;
        };
    }
}
