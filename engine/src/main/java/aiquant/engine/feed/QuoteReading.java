package aiquant.engine.feed;

import aiquant.kernel.market.Symbol;
import aiquant.money.Price;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// What one look at a source brought, read strictly: a number that cannot be a price is counted and left out.
///
/// The sidecar's socket and databases carry prices as doubles. A price of the exchange has at most five significant
/// figures or is an integer, so the shortest decimal that reads back as the double is the price itself.
final class QuoteReading {
    private final Map<Symbol, Touch> touches = new HashMap<>();
    private final Map<Symbol, Mid> mids = new HashMap<>();
    private int refused;

    void touch(Symbol symbol, double bid, double ask, Stamp stamp) {
        if (isPrice(bid) && isPrice(ask)) {
            touch(symbol, BigDecimal.valueOf(bid), BigDecimal.valueOf(ask), stamp);
        } else {
            refused++;
        }
    }

    void touch(Symbol symbol, BigDecimal bid, BigDecimal ask, Stamp stamp) {
        if (bid.signum() > 0 && ask.compareTo(bid) >= 0) {
            touches.put(symbol, new Touch(new Price(bid), new Price(ask), stamp));
        } else {
            refused++;
        }
    }

    void mid(Symbol symbol, double price, Stamp stamp) {
        if (isPrice(price)) {
            mid(symbol, BigDecimal.valueOf(price), stamp);
        } else {
            refused++;
        }
    }

    void mid(Symbol symbol, BigDecimal price, Stamp stamp) {
        if (price.signum() > 0) {
            mids.put(symbol, new Mid(new Price(price), stamp));
        } else {
            refused++;
        }
    }

    /// Something was there whose age nobody knows.
    void refuse() {
        refused++;
    }

    private static boolean isPrice(double number) {
        return number > 0 && number < Double.POSITIVE_INFINITY;
    }

    /// @return how many numbers could not be used
    int into(PriceBook book) {
        if (!touches.isEmpty() || !mids.isEmpty()) {
            book.take(touches, mids);
        }
        return refused;
    }
}
