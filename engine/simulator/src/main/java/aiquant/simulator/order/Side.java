package aiquant.simulator.order;

import java.math.BigDecimal;

/// Who wants what; the wire letter is the exchange's.
public enum Side {
    BUY("B"),
    SELL("A");

    private final String letter;

    Side(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /// The side that makes a position of this sign smaller.
    public static Side closing(BigDecimal position) {
        return position.signum() > 0 ? SELL : BUY;
    }

    /// Positive for a purchase, negative for a sale.
    public BigDecimal signed(BigDecimal size) {
        return this == BUY ? size : size.negate();
    }

    /// Whether a limit of this side accepts a counterparty's price.
    public boolean accepts(BigDecimal limit, BigDecimal price) {
        return this == BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
    }

    /// Whether `price` gives a trader of this side less than `than` does.
    public boolean isWorse(BigDecimal price, BigDecimal than) {
        return this == BUY ? price.compareTo(than) > 0 : price.compareTo(than) < 0;
    }
}
