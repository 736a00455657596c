package aiquant.simulator.market;

/// One perpetual as the exchange lists it.
///
/// @param coin       name in the exchange's exact case
/// @param isDelisted settled and closed for orders; its place in the universe stays
public record Asset(String coin, int sizeDecimals, MarginTable marginTable, MarginMode marginMode, boolean isDelisted) {

    public Asset {
        if (coin.isBlank()) {
            throw new IllegalArgumentException("coin must have a name");
        }
        new Grid(sizeDecimals);
    }

    /// Listed, with cross margin allowed.
    public static Asset of(String coin, int sizeDecimals, MarginTable table) {
        return new Asset(coin, sizeDecimals, table, MarginMode.ANY, false);
    }

    public Grid grid() {
        return new Grid(sizeDecimals);
    }

    public int maxLeverage() {
        return marginTable.maxLeverage();
    }

    public Asset delisted() {
        return new Asset(coin, sizeDecimals, marginTable, marginMode, true);
    }
}
