package aiquant.engine;

import aiquant.money.Usd;
import java.math.BigDecimal;

/// Kernel amounts as booked decimals: the shortest decimal that reads back as the same double.
final class Usds {

    private Usds() {}

    static Usd of(double value) {
        return new Usd(BigDecimal.valueOf(value == 0.0 ? 0.0 : value));
    }
}
