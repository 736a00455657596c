package aiquant.engine;

import aiquant.kernel.market.Interval;
import aiquant.kernel.market.Symbol;

/// Names what was decided about, so that deciding the same again after a crash gives the same name.
final class EventId {

    private EventId() {}

    static String bar(Symbol symbol, Interval interval, long openTimeMs) {
        return symbol + "|" + interval + "|" + openTimeMs + "|bar";
    }

    static String round(Interval interval, long openTimeMs) {
        return interval + "|" + openTimeMs + "|round";
    }
}
