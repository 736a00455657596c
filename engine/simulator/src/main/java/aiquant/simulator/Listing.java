package aiquant.simulator;

import aiquant.kernel.market.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/// One perpetual of the simulated venue, and how its price tends to behave.
///
/// @param anchorPrice    where the price starts and, over thousands of bars, returns to; quote currency
/// @param sizeDecimals   decimals of a size in base units; a price has at most `6 - sizeDecimals` decimals
/// @param beta           how far the price moves when BTC moves by one
/// @param dailyVolatility standard deviation of the part of a day's return that BTC does not explain
/// @param dailyVolumeUsd turnover of an average day
public record Listing(
        Symbol symbol,
        double anchorPrice,
        int sizeDecimals,
        double beta,
        double dailyVolatility,
        double dailyVolumeUsd) {

    private static final List<Listing> ALL = List.of(
            of("BTC", 96_500, 5, 1.00, 0.0, 2.6e9),
            of("ETH", 3_320, 4, 1.15, 0.016, 1.7e9),
            of("SOL", 187, 2, 1.30, 0.024, 8.0e8),
            of("XRP", 2.41, 0, 1.05, 0.028, 3.5e8),
            of("DOGE", 0.2435, 0, 1.35, 0.026, 2.0e8),
            of("HYPE", 38.6, 2, 1.25, 0.036, 4.5e8),
            of("kPEPE", 0.01245, 0, 1.55, 0.036, 1.2e8),
            of("AVAX", 26.4, 2, 1.30, 0.025, 6.0e7),
            of("LINK", 17.9, 1, 1.25, 0.024, 7.0e7),
            of("SUI", 3.56, 1, 1.40, 0.031, 1.3e8),
            of("AAVE", 284, 2, 1.25, 0.028, 5.0e7),
            of("ARB", 0.4312, 1, 1.40, 0.029, 3.0e7));

    private static final int PRICE_DECIMALS = 6;
    private static final int SIGNIFICANT_FIGURES = 5;

    public Listing {
        if (!(anchorPrice > 0)) {
            throw new IllegalArgumentException(symbol + ": anchor price must be positive: " + anchorPrice);
        }
        if (sizeDecimals < 0 || sizeDecimals > PRICE_DECIMALS) {
            throw new IllegalArgumentException(symbol + ": size decimals must be 0 to 6: " + sizeDecimals);
        }
    }

    /// All of them, BTC first.
    public static List<Listing> all() {
        return ALL;
    }

    /// @throws IllegalArgumentException if the venue does not list the symbol; the message names those it does
    public static Listing of(Symbol symbol) {
        return ALL.stream()
                .filter(listing -> listing.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the simulated venue does not list " + symbol
                        + "; it has "
                        + ALL.stream().map(listing -> listing.symbol.name()).collect(Collectors.joining(" "))));
    }

    /// The nearest price the venue would quote: five significant figures, whole numbers always allowed.
    public double onTick(double price) {
        int decimals = PRICE_DECIMALS - sizeDecimals;
        while (decimals > 0 && price >= powerOfTen(SIGNIFICANT_FIGURES - decimals)) {
            decimals--;
        }
        return Math.max(round(price, decimals), 1.0 / powerOfTen(PRICE_DECIMALS - sizeDecimals));
    }

    /// The nearest size the venue would trade.
    public double onLot(double size) {
        return round(size, sizeDecimals);
    }

    private static double round(double value, int decimals) {
        double scale = powerOfTen(decimals);
        return Math.rint(value * scale) / scale;
    }

    private static double powerOfTen(int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power *= 10;
        }
        return exponent < 0 ? 1 / power : power;
    }

    private static Listing of(
            String name, double anchorPrice, int sizeDecimals, double beta, double volatility, double volumeUsd) {
        return new Listing(new Symbol(name), anchorPrice, sizeDecimals, beta, volatility, volumeUsd);
    }
}
