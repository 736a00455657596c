package aiquant.simulator.order;

import java.math.BigDecimal;

/// Which way the mark must go for a trigger order to fire.
public enum TriggerKind {
    TAKE_PROFIT("tp"),
    STOP_LOSS("sl");

    private final String text;

    TriggerKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /// Whether an order of `side` fires when the mark falls to its price, rather than when it rises to it.
    public boolean firesBelow(Side side) {
        return (this == STOP_LOSS) == (side == Side.SELL);
    }

    public boolean fires(Side side, BigDecimal triggerPrice, BigDecimal mark) {
        int order = mark.compareTo(triggerPrice);
        return firesBelow(side) ? order <= 0 : order >= 0;
    }
}
