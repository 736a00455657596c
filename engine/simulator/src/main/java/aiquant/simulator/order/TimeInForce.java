package aiquant.simulator.order;

/// How long an order may wait for a counterparty.
public enum TimeInForce {
    GTC("Gtc"),
    IOC("Ioc"),
    ALO("Alo"),
    /// Immediate or cancel, shown as a market order in histories.
    FRONTEND_MARKET("FrontendMarket"),
    /// The exchange's own order for a position it closes.
    LIQUIDATION_MARKET("LiquidationMarket");

    private final String text;

    TimeInForce(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean mayRest() {
        return this == GTC || this == ALO;
    }
}
